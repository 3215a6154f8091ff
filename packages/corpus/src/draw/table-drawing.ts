import type { DrawnRule, Measure, PageLook, Sheet } from './sheet.ts'
import { linesWithin, padding, type SetCell, type SetTable } from './table-layout.ts'
import { drawLine, type SetLine } from './typesetting.ts'

/** Rows of a table that stand on one page, and how far down each begins and ends. */
export interface RowBand {
  row: number
  height: number
  /** Of a row that a page break cuts: the lines of its cells that stand here, from the one to before the other. */
  lines?: readonly [number, number]
}

const ruleWidth = 0.5

function drawCellText(
  sheet: Sheet,
  set: SetTable,
  { cell }: SetCell,
  lines: readonly SetLine[],
  box: readonly [number, number, number, number],
  look: PageLook,
  measure: Measure,
): void {
  const [x0, y0, x1, y1] = box
  const height = lines.length * set.lineHeight
  // Text over several rows stands in the middle of them, other text at the top.
  const top = cell.rowSpan > 1 ? y0 + Math.max(padding, (y1 - y0 - height) / 2) : y0 + padding
  lines.forEach((line, i) => {
    const width = line.width * set.size
    const x =
      cell.align === 'center' || cell.vertical
        ? (x0 + x1 - width) / 2
        : cell.align === 'right'
          ? x1 - padding - width
          : x0 + padding
    drawLine(sheet, line, { x, y: top + i * set.lineHeight + set.size, size: set.size }, look, measure)
  })
}

/** The four sides of a cell; tables with open sides have none at the left and the right of the table. */
function cellRules(
  set: SetTable,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
  left: number,
  rules: PageLook['rules'],
): DrawnRule[] {
  const look = rules === 'open' ? 'solid' : rules
  const side = (a: number, b: number, c: number, d: number): DrawnRule => ({
    x0: a,
    y0: b,
    x1: c,
    y1: d,
    width: ruleWidth,
    color: '#000000',
    look,
  })
  const right = left + (set.xs.at(-1) as number)
  const open = rules === 'open'
  return [
    side(x0, y0, x1, y0),
    side(x0, y1, x1, y1),
    ...(open && x0 === left ? [] : [side(x0, y0, x0, y1)]),
    ...(open && Math.abs(x1 - right) < 0.01 ? [] : [side(x1, y0, x1, y1)]),
  ]
}

const ruleId = (r: DrawnRule): string => [r.x0, r.y0, r.x1, r.y1].map((n) => n.toFixed(2)).join(' ')

/** The lines of a cell that its part on this page takes: all, or as many as fit where its rows go on overleaf. */
function linesHere(set: SetTable, { cell, lines }: SetCell, lastRow: number, height: number): SetLine[] {
  const isHeader = cell.row + cell.rowSpan <= set.table.headerRows
  if (cell.rowSpan === 1 || isHeader) return lines
  const from = set.drawn.get(cell) ?? 0
  const ends = lastRow === cell.row + cell.rowSpan - 1
  const to = ends ? lines.length : Math.min(lines.length, from + linesWithin(set, height))
  set.drawn.set(cell, to)
  return lines.slice(from, to)
}

/** Draws rows of a table below each other from `top`. A cell that began on an earlier page goes on as an empty box. */
export function drawBands(
  sheet: Sheet,
  set: SetTable,
  bands: readonly RowBand[],
  at: { x: number; y: number },
  look: PageLook,
  measure: Measure,
): void {
  const tops = new Map<number, number>()
  let y = at.y
  for (const band of bands) {
    tops.set(band.row, y)
    y += band.height
  }
  const bottoms = new Map(bands.map((band) => [band.row, (tops.get(band.row) as number) + band.height]))
  const rules = new Map<string, DrawnRule>()
  for (const set1 of set.cells) {
    const { cell } = set1
    const here = bands.filter((b) => b.row >= cell.row && b.row < cell.row + cell.rowSpan)
    const [first, last] = [here[0], here.at(-1)]
    if (!first || !last) continue
    const box = [
      at.x + (set.xs[cell.col] as number),
      tops.get(first.row) as number,
      at.x + (set.xs[cell.col + cell.colSpan] as number),
      bottoms.get(last.row) as number,
    ] as const
    for (const rule of cellRules(set, box, at.x, look.rules)) rules.set(ruleId(rule), rule)
    const lines = first.lines ? set1.lines.slice(...first.lines) : linesHere(set, set1, last.row, box[3] - box[1])
    sheet.cells.push({
      box,
      text: lines.flatMap((line) => line.parts.map((part) => part.text)).join(''),
      header: cell.header === true,
      vertical: cell.vertical === true,
    })
    if (lines.length > 0) drawCellText(sheet, set, set1, lines, box, look, measure)
  }
  sheet.rules.push(...rules.values())
}
