import { slice, type Text } from '../text/text.ts'
import type { Line } from './block.ts'
import { startsQuoted } from './quoted-row.ts'

/** Fewer columns than these are headings or labels with a tab behind them. */
const fewestTabs = 2
/** A cell that was copied without quotation marks goes over no more lines than this. */
const mostLines = 40

const tabsIn = ({ printed }: Line): number => {
  let n = 0
  for (let at = printed.value.indexOf('\t'); at >= 0; at = printed.value.indexOf('\t', at + 1)) n++
  return n
}

/** Whether a cell can go on from one line to the next: something stands on both sides of the break. */
const goesOn = (line: Line, next: Line): boolean =>
  /\S$/u.test(line.printed.value) && /^[^\t]/u.test(next.printed.value)

/** A label before the only tab of its line: 取組内容<tab>…. */
const label = /^[^\t。、]{0,11}[\p{sc=Han}\p{sc=Katakana}ー)）a-zA-Zａ-ｚＡ-Ｚ]\t[^\t]+$/u
/** What a cell does not end with. */
const unfinished = /[のをにがはとでやへ、，・]$/u

/** Whether a line gives a label and its value, below one that is finished: such lines are rows, whatever their tabs add up to. */
const isPair = (line: Line, before: Line): boolean =>
  label.test(line.printed.value) && !unfinished.test(before.printed.value)

/** The heights of the rows below a heading row of `tabs`, as far as its lines reach; undefined where they do not come out even. */
function heightsBelow(
  lines: readonly Line[],
  from: number,
  tabs: number,
): { end: number; heights: number[] | undefined } {
  const counts: number[][] = []
  let open = 0
  let even = true
  let paired = true
  let i = from
  for (; i < lines.length && (lines[i] as Line).gap === 0; i++) {
    const line = lines[i] as Line
    const own = tabsIn(line)
    const row = counts.at(-1)
    if (own === 0 && open === 0) break
    if (row && open > 0) {
      even &&= goesOn(lines[i - 1] as Line, line) && row.length < mostLines
      paired &&= isPair(line, lines[i - 1] as Line)
      row.push(own)
    } else counts.push([own])
    open += own
    even &&= open <= tabs && !startsQuoted(line)
    if (open >= tabs) open = 0
  }
  const broken = counts.filter((row) => row.length > 1)
  // Rows that all end alike before their last column can be short, and not broken: then nothing tells.
  const told = broken.length < counts.length || broken.some((row) => new Set(row).size > 1)
  return {
    end: i,
    heights: even && open === 0 && broken.length > 0 && told && !paired ? counts.map((row) => row.length) : undefined,
  }
}

/**
 * How many lines each row has, by the line that it begins in, in tables parted by tabs whose cells hold line breaks without
 * quotation marks around them: the tabs of as many lines add up to those of the heading row, for every row of the table.
 */
export function brokenRows(lines: readonly Line[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  for (let i = 0; i < lines.length; ) {
    const tabs = tabsIn(lines[i] as Line)
    if (tabs < fewestTabs) {
      i++
      continue
    }
    const { end, heights } = heightsBelow(lines, i + 1, tabs)
    let at = i + 1
    for (const height of heights ?? []) {
      if (height > 1) found.set(at, height)
      at += height
    }
    i = end
  }
  return found
}

/** The cells of a row that stands in several lines, each as its lines. */
export function brokenCells(lines: readonly Line[]): Text[][] {
  const cells: Text[][] = []
  for (const { printed } of lines) {
    let start = 0
    let goesOnIn = cells.at(-1)
    for (;;) {
      const end = printed.value.indexOf('\t', start)
      const text = slice(printed, start, end < 0 ? printed.value.length : end)
      if (goesOnIn) goesOnIn.push(text)
      else cells.push([text])
      goesOnIn = undefined
      if (end < 0) break
      start = end + 1
    }
  }
  return cells
}
