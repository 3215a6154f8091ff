import type { Finding, PageImage, Rule } from '@kyoyaku/core'
import { pageCells } from '../cells/page-cells.ts'
import { cleanPage } from '../clean/clean-page.ts'
import { pageInk } from '../ink/page-ink.ts'
import { type InkLine, withDots } from '../lines/ink-line.ts'
import { emOf, splitLines } from '../lines/split-lines.ts'
import { type CellMark, marksOf } from '../marks/mark-cells.ts'
import type { Recognizer } from '../recognize/recognizer.ts'
import { rulesOf } from '../rules/page-rules.ts'
import { type LaidLine, layLines } from './em-boxes.ts'
import { readFigures } from './read-figures.ts'
import type { SeenLine } from './read-line.ts'
import { recognizeLines } from './recognize-lines.ts'

/** A page as it was read, in points. */
export interface ReadPage {
  number: number
  width: number
  height: number
  /** Pixels to the point, of the lines. */
  scale: number
  lines: LaidLine[]
  rules: Rule[]
  findings: Finding[]
}

const seenMark = ({ value, confidence, x0, y0, x1, y1 }: CellMark): SeenLine => ({
  characters: [{ value, confidence, x0, y0, x1, y1 }],
  vertical: false,
  x0,
  y0,
  x1,
  y1,
  mark: true,
})

/** Reads the image of a page: rules, marks by their shape, and the characters of every line. */
export async function readPage(image: PageImage, recognizer: Recognizer): Promise<ReadPage> {
  const page = await cleanPage(image)
  const { strokes, grey, runs, components, dots } = pageInk(page)
  const rules = rulesOf(strokes, page.scale)
  const { tables, free } = pageCells(rules, components, page.scale)
  const em = emOf(components)
  const marks: SeenLine[] = []
  const lines: InkLine[] = []
  const columns: number[][] = []
  for (const table of tables) {
    const own = marksOf(table, runs)
    const first = columns.length
    for (const cell of table.cells) {
      const mark = own.get(cell)
      if (mark) marks.push(seenMark(mark))
      else {
        const inCell = splitLines(cell.ink, em)
        columns[first + cell.cell.column] ??= []
        if (inCell.length === 1) columns[first + cell.cell.column]?.push(lines.length)
        lines.push(...inCell)
      }
    }
  }
  lines.push(...splitLines(free, em))
  const linePage = { grey, runs, em }
  const dotted = lines.map((l) => withDots(l, dots, em))
  const read = await recognizeLines(linePage, dotted, recognizer)
  await readFigures(linePage, dotted, read, columns, recognizer)
  const seen = [...read, ...marks].filter((l) => l.characters.length > 0)
  seen.sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0)
  return {
    number: page.number,
    width: page.width,
    height: page.height,
    scale: page.scale,
    lines: layLines(seen, em),
    rules,
    findings: [],
  }
}
