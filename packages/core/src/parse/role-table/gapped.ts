import type { Line } from '../../layout/block.ts'
import { splitAtSpaces } from '../../text/clean.ts'
import type { Text } from '../../text/text.ts'
import { startOf } from './print-columns.ts'

/** Pieces of a line that this many spaces part stand in cells of their own. */
const gap = 2
/** Share of a table's lines that hold pieces of several cells where gaps part its columns. */
const severalShare = 0.4

interface Piece {
  text: Text
  start: number
}

const middle = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] as number

/** Pieces in order to columns in order, each as near to where its column begins as the others let it be. */
function placed(pieces: readonly Piece[], starts: readonly number[]): (Text | undefined)[] {
  const best = pieces.map(() => starts.map(() => Number.POSITIVE_INFINITY))
  const from = pieces.map(() => starts.map(() => -1))
  pieces.forEach((piece, k) => {
    let least = k === 0 ? 0 : Number.POSITIVE_INFINITY
    let before = -1
    starts.forEach((start, n) => {
      const row = best[k] as number[]
      row[n] = least + Math.abs(piece.start - start)
      ;(from[k] as number[])[n] = before
      const over = best[k - 1]?.[n] ?? Number.POSITIVE_INFINITY
      if (k > 0 && over < least) [least, before] = [over, n]
    })
  })
  const cells: (Text | undefined)[] = starts.map(() => undefined)
  const last = best.at(-1) ?? []
  let n = last.indexOf(Math.min(...last))
  for (let k = pieces.length - 1; k >= 0; k--) {
    cells[n] = pieces[k]?.text
    n = from[k]?.[n] ?? -1
  }
  return cells
}

/**
 * Cuts the lines of a table whose columns are parted by gaps but do not keep their places, as where spaces were put by
 * hand. Rows that fill every column tell where each begins. Undefined where there are none, or a line has too many pieces.
 */
export function gappedCells(
  lines: readonly Line[],
  columns: number,
): ((line: Line) => (Text | undefined)[]) | undefined {
  const split = lines.map((line) => ({ line, texts: splitAtSpaces(line.text, gap) }))
  const full = split.filter(({ texts }) => texts.length === columns)
  const several = split.filter(({ texts }) => texts.length > 1).length
  if (full.length === 0 || several < lines.length * severalShare) return undefined
  if (split.some(({ texts }) => texts.length > columns)) return undefined
  const pieces = new Map(
    split.map(({ line, texts }) => [line, texts.map((text) => ({ text, start: startOf(line, text) }))]),
  )
  const starts = Array.from({ length: columns }, (_, n) =>
    middle(full.map(({ line }) => pieces.get(line)?.[n]?.start ?? 0)),
  )
  return (line) => placed(pieces.get(line) ?? [], starts)
}
