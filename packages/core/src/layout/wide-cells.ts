import { emptyText } from '../text/text.ts'
import type { Cell, Line } from './block.ts'

/** Bars between the cells of a drawn table, and at its sides. */
const bar = /[｜│┃]/u
const framed = /^\s*[｜│┃].*[｜│┃]\s*$/u

interface BarredLine {
  line: Line
  cells: Cell[]
}

/** Display columns in which the bars of a line stand: full-width characters take two. */
function barsOf({ line, cells }: BarredLine): number[] {
  const printed = line.printed.value
  if (cells.length === 0 || !framed.test(printed)) return []
  const bars: number[] = []
  let column = 0
  for (const character of printed) {
    if (bar.test(character)) bars.push(column)
    column += (character.codePointAt(0) as number) < 0x100 ? 1 : 2
  }
  return bars.length === cells.length + 1 ? bars : []
}

const covered: Cell = { text: emptyText, folded: '', covered: true }

/**
 * Lines of a drawn table, a cell in every column of each: one that lacks bars which the others have goes over their columns. As they
 * are where the bars of the table do not stand in the same columns.
 */
export function withWideCells<T extends BarredLine>(lines: readonly T[]): T[] {
  const bars = lines.map(barsOf)
  const all = bars.reduce<number[]>((widest, own) => (own.length > widest.length ? own : widest), [])
  const places = bars.map((own) => own.map((column) => all.indexOf(column)))
  if (places.some((own) => own.includes(-1))) return [...lines]
  return lines.map((line, n) => {
    const own = places[n] as number[]
    if (own.length === 0 || own.length === all.length || own[0] !== 0 || own.at(-1) !== all.length - 1) return line
    const cells = line.cells.flatMap((cell, i): Cell[] => {
      const colSpan = (own[i + 1] as number) - (own[i] as number)
      return colSpan > 1 ? [{ ...cell, colSpan }, ...Array.from({ length: colSpan - 1 }, () => covered)] : [cell]
    })
    return { ...line, cells }
  })
}
