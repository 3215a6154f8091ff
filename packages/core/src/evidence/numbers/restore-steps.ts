import type { Cell } from '../../layout/block.ts'
import type { Evidence } from '../corrections.ts'
import { rewrite } from './rewrite.ts'
import { bareOf, type SumBand } from './sum-bands.ts'

/** What is done in the years of a plan, as most forms say it. */
const usualSteps = ['準備', '検討', '実施', '調査', '協議', '設計', '試行', '継続', '整備', '運用', '評価', '拡充']
/** So often a word stands below years that it is one of the steps of the plan. */
const fewestAlike = 2
/** Words longer than this are none of few that recur. */
const longest = 8
/** Characters that are printed lack less of their width, all together, than one that was read beside them has. */
const mostLacking = 0.6

/** Whether a word takes less room than its characters need: one of them is a part of another. */
function isCrowded({ recognition }: Evidence, { text }: Cell): boolean {
  const widths = [...text.offsets].flatMap((offset) => (offset < 0 ? [] : (recognition.widthAt(offset) ?? [])))
  return widths.length === text.value.length && widths.reduce((n, width) => n + width, 0) < widths.length - mostLacking
}

/** Steps of a plan with a part of a character read as one more, before or behind them: 人準備. */
export function restoreSteps(evidence: Evidence, bands: readonly SumBand[]): void {
  const cells = bands.flatMap(({ kind, table, row, end, heads }) =>
    kind === 'years'
      ? table.rows.slice(row + 1, end).flatMap((own) =>
          heads.flatMap(({ column }) => {
            const cell = own[column]
            const isStep = cell && !cell.covered && /^[^0-9]{2,}$/u.test(cell.folded) && cell.folded.length <= longest
            return isStep ? [{ cell, bare: bareOf(cell) }] : []
          }),
        )
      : [],
  )
  const counts = new Map<string, number>()
  for (const { bare } of cells) counts.set(bare, (counts.get(bare) ?? 0) + 1)
  const isStep = (word: string): boolean =>
    word.length > 1 && (usualSteps.includes(word) || (counts.get(word) ?? 0) >= fewestAlike)
  for (const { cell, bare } of cells) {
    const found = [bare.slice(1), bare.slice(0, -1)].filter(isStep)
    if (found.length === 1 && isCrowded(evidence, cell)) rewrite(evidence, cell, found[0] as string, 'document')
  }
}
