import type { Cell } from './block.ts'

const oldWords = /^(?:(?:改正|変更|改定|改訂)前(?:の欄)?|現行(?:規定|協約|協定)?|旧)$/u
const newWords = /^(?:(?:改正|変更|改定|改訂)(?:後案?|案)(?:の欄)?|新)$/u
const bare = (cell: Cell): string => cell.folded.replace(/[ ()]/gu, '')

/** The columns of a 新旧対照表 in its row of headings; undefined where a row heads none. */
export function comparisonColumns(row: readonly Cell[]): { old: number; now: number } | undefined {
  if (row.length < 2) return undefined
  const old = row.findIndex((c) => oldWords.test(bare(c)))
  const now = row.findIndex((c) => newWords.test(bare(c)))
  return old >= 0 && now >= 0 ? { old, now } : undefined
}
