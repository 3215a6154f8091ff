import type { DrawnCell, Measure, Sheet } from '../../draw/sheet.ts'

/** x0 y0 x1 y1 in points, origin top left. */
export type Box = readonly [number, number, number, number]

/** A line of text as it was printed. */
export interface PrintedLine {
  box: Box
  text: string
  /** Height of the em in points. */
  size: number
  /** The cell that it stands in; none for text outside tables. */
  cell: DrawnCell | undefined
}

export interface PrintedPage {
  width: number
  height: number
  cells: readonly DrawnCell[]
  lines: PrintedLine[]
}

/** Share of the em above and below the baseline, as core has it. */
const ascent = 0.88
const descent = 0.12

/** Pieces of a line lie this close, in ems. */
const joined = 0.1

const holds = ([x0, y0, x1, y1]: Box, x: number, y: number): boolean => x >= x0 && x <= x1 && y >= y0 && y <= y1

/** What a sheet says, line by line: drawn texts that follow on from one another are one line. */
export function printedPage(sheet: Sheet, measure: Measure): PrintedPage {
  const lines: PrintedLine[] = []
  for (const { x, y, text, size } of sheet.texts) {
    let width = 0
    for (const c of text) width += measure(c) * size
    const last = lines.at(-1)
    const box: Box = [x, y - ascent * size, x + width, y + descent * size]
    const cell = sheet.cells.find((c) => holds(c.box, x + width / 2, y - size / 2))
    const goesOn =
      last !== undefined &&
      last.cell === cell &&
      last.box[1] === box[1] &&
      Math.abs(last.box[2] - x) < joined * size &&
      last.size === size
    if (goesOn) {
      last.box = [last.box[0], box[1], box[2], box[3]]
      last.text += text
    } else lines.push({ box, text, size, cell })
  }
  return { width: sheet.width, height: sheet.height, cells: sheet.cells, lines }
}
