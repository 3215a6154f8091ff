import { type Locale, say } from '../locale.ts'
import { oneLine } from '../one-line.ts'
import { type FolderIndex, indexCounts, leftOut, shownPlace } from './diff-batch-index.ts'
import { type IndexRow, summaryLine } from './diff-batch-rows.ts'
import { diffBatchWords as words } from './diff-batch-words.ts'

/** The index for a terminal: two lines a pair, one for what has no partner. */
export function indexText(index: FolderIndex, locale: Locale): string {
  const { rows, dirs } = index
  const name = ({ title, parties }: IndexRow): string =>
    parties.length === 0
      ? title
      : locale === 'ja'
        ? `${title}（${parties.join('・')}）`
        : `${title} (${parties.join(', ')})`
  const files = (row: IndexRow): string =>
    [shownPlace(row.old, dirs.old, locale), shownPlace(row.new, dirs.new, locale)]
      .filter((place) => place !== '')
      .join(' → ')
  const lines = rows.flatMap((row) => {
    const what = oneLine(row.message ?? summaryLine(row.summary, locale))
    const head = oneLine(`[${say(words[row.status], locale)}] ${name(row)}  ${files(row)}`)
    return what === '' ? [head] : [head, `    ${what}`]
  })
  const out = leftOut(index, locale).map(({ side, path, reason }) => oneLine(`[${side}] ${path}: ${reason}`))
  return `${[...lines, ...out, say(words.counts, locale, indexCounts(index))].join('\n')}\n`
}
