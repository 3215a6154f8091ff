import type { PageImage, Rule } from '@kyoyaku/core'
import { pageCells } from '../cells/page-cells.ts'
import { type CleanPage, cleanPage } from '../clean/clean-page.ts'
import type { Raster } from '../clean/raster.ts'
import type { PixelBox } from '../clean/red-stamps.ts'
import { pageInk } from '../ink/page-ink.ts'
import { type InkLine, withDots } from '../lines/ink-line.ts'
import { emOf, splitLines } from '../lines/split-lines.ts'
import { type CellMark, marksOf } from '../marks/mark-cells.ts'
import { roundStamps } from '../marks/round-stamps.ts'
import { rulesOf } from '../rules/page-rules.ts'
import type { LinePage } from './recognize-lines.ts'

/** What is on a page before anything is recognised. */
export interface PageLayout extends LinePage {
  page: CleanPage
  ink: Raster
  rules: Rule[]
  marks: CellMark[]
  lines: InkLine[]
  /** By column of a table, the lines (as places among `lines`) that fill a cell alone. */
  columns: number[][]
  /** Boxes of stamps, in pixels; none of their ink is in the lines. */
  stamps: PixelBox[]
}

/** Finds rules, cells, marks and lines on the image of a page, turned clockwise. */
export async function layoutOf(image: PageImage, turn: CleanPage['turn']): Promise<PageLayout> {
  const page = await cleanPage(image, turn)
  const { strokes, grey, ink, runs, components: all, dots } = pageInk(page)
  const { stamps, others: components } = roundStamps(all, runs)
  const rules = rulesOf(strokes, page.scale)
  const { tables, free } = pageCells(rules, components, page.scale)
  const em = emOf(components)
  const marks: CellMark[] = []
  const lines: InkLine[] = []
  const columns: number[][] = []
  for (const table of tables) {
    const own = marksOf(table, runs)
    const first = columns.length
    for (const cell of table.cells) {
      const mark = own.get(cell)
      if (mark) {
        marks.push(mark)
        continue
      }
      const inCell = splitLines(cell.ink, em)
      columns[first + cell.cell.column] ??= []
      if (inCell.length === 1) columns[first + cell.cell.column]?.push(lines.length)
      lines.push(...inCell)
    }
  }
  lines.push(...splitLines(free, em))
  const boxes = [...page.stamps, ...stamps.map(({ x0, y0, x1, y1 }): PixelBox => [x0, y0, x1, y1])]
  return {
    page,
    grey,
    ink,
    runs,
    em,
    rules,
    marks,
    lines: lines.map((l) => withDots(l, dots, em)),
    columns,
    stamps: boxes,
  }
}
