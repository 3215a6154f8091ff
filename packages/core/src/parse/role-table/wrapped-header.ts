import type { Block, Line } from '../../layout/block.ts'
import type { Party } from '../../schema/agreement.ts'
import { splitAtSpaces } from '../../text/clean.ts'
import { fold } from '../../text/fold.ts'
import type { Text } from '../../text/text.ts'
import { type Column, columnsOf } from './column.ts'
import { startOf } from './print-columns.ts'

/** A heading row wraps to no more lines than this below its first. */
const mostLines = 2
/** What is left of a heading stands under its beginning, within this many columns. */
const sameStart = 2

/** A row of headings whose columns are too narrow for their words, and how many lines below it belong to them. */
export interface WrappedHeader {
  columns: Column[]
  /** The headings as far as their first line has them. */
  labels: Text[]
  lines: Line[]
}

const goesOn = (line: Line, next: Block): next is Line =>
  next.kind === 'line' && next.gap === 0 && next.folded.length <= line.folded.length

/** 甲市の役割分 乙市の役割分 / 担 担: headings that go on in the lines below, each under its own beginning. */
export function wrappedHeader(
  line: Line,
  blocks: readonly Block[],
  from: number,
  parties: readonly Party[],
): WrappedHeader | undefined {
  const below = blocks[from]
  if (!below || !goesOn(line, below)) return undefined
  const labels = splitAtSpaces(line.text, 1)
  if (labels.length < 2) return undefined
  const starts = labels.map((l) => startOf(line, l))
  const words = labels.map((l) => fold(l.value))
  const lines: Line[] = []
  for (const next of blocks.slice(from, from + mostLines)) {
    if (!goesOn(line, next)) return undefined
    for (const rest of splitAtSpaces(next.text, 1)) {
      const at = startOf(next, rest)
      const under = starts.findIndex((s) => Math.abs(s - at) <= sameStart)
      if (under < 0) return undefined
      words[under] += fold(rest.value)
    }
    lines.push(next)
    const columns = columnsOf(words, parties)
    if (columns) return { columns, labels, lines }
  }
  return undefined
}
