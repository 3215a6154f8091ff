import type { Text } from '../text/text.ts'

/** The cells of rows without the blank columns before all of them: tabs that set a table in part no cells. */
export function withoutMargin(rows: readonly (readonly Text[])[]): readonly (readonly Text[])[] {
  let margin = Number.POSITIVE_INFINITY
  for (const row of rows) {
    const first = row.findIndex((cell) => cell.value !== '')
    if (first >= 0) margin = Math.min(margin, first)
  }
  return margin === 0 ? rows : rows.map((row) => row.slice(margin))
}
