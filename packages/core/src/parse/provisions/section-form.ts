import type { Line } from '../../layout/block.ts'
import { isAppendedTableHeading } from './appended-table.ts'
import { readArticleHeading, type SectionForm } from './article-heading.ts'
import type { Ordinal } from './numbering.ts'
import { isSupplementaryHeading } from './supplementary-heading.ts'

/** What stands in a text in the place of articles: sections that count from 第１, or from 1 below 次のとおり; undefined where it has articles. */
export function sectionForm(lines: readonly Line[], announced: boolean): SectionForm | undefined {
  let last: Ordinal | undefined
  for (const line of lines) {
    const { folded } = line
    // Their 附則 can have articles.
    if (last !== undefined && isSupplementaryHeading(line)) break
    if (folded[0] !== '第') continue
    if (readArticleHeading(folded, { last: undefined, fresh: true })) return undefined
    last = readArticleHeading(folded, { last, fresh: last === undefined, sections: 'ordinal' })?.ordinal ?? last
  }
  if (last !== undefined && (last[0] as number) > 1) return 'ordinal'
  const first = firstNumbered(lines, announced)
  const roman = firstNumbered(lines, announced, 'roman')
  if (roman < lines.length && roman <= first) return 'roman'
  return first < lines.length ? 'number' : undefined
}

/** What leads to the numbered sections of a memorandum. */
const announces = /(?:次|下記|以下)の(?:とおり|ように)|左記の?とおり/u
const longestAnnouncement = 8

/** Index of the line that numbered sections begin with, as soon as a second one follows; the number of lines where there are none. */
export function firstNumbered(
  lines: readonly Line[],
  announcedBefore: boolean,
  sections: 'number' | 'roman' = 'number',
): number {
  const numbered = { last: undefined, fresh: true, sections }
  let announced = announcedBefore
  let first = lines.length
  for (const [i, line] of lines.entries()) {
    announced ||= announces.test((lines[i - 1]?.folded.slice(-longestAnnouncement) ?? '') + line.folded)
    const number = announced ? readArticleHeading(line.folded, numbered)?.ordinal[0] : undefined
    if (number === 1 && first === lines.length) first = i
    else if (number === 2 && first < i) return first
    if (isAppendedTableHeading(line)) break
  }
  return lines.length
}
