import type { PageImage, Rule } from '@kyoyaku/core'
import { pageCells } from '../cells/page-cells.ts'
import { type CleanPage, cleanPage } from '../clean/clean-page.ts'
import type { Raster } from '../clean/raster.ts'
import type { PixelBox } from '../clean/red-stamps.ts'
import type { Component } from '../ink/components.ts'
import { withoutEdges } from '../ink/page-edge.ts'
import { pageInk } from '../ink/page-ink.ts'
import { type InkLine, withDots } from '../lines/ink-line.ts'
import { emOf, splitLines } from '../lines/split-lines.ts'
import { areMarks } from '../marks/faint-marks.ts'
import { type CellMark, marksOf } from '../marks/mark-cells.ts'
import { roundStamps } from '../marks/round-stamps.ts'
import { rulesOf } from '../rules/page-rules.ts'
import { strikes } from '../rules/strikes.ts'
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
  /** Lines that stand where marks do and look like none, or are struck out: whatever is read there is doubted. */
  strangers: ReadonlySet<InkLine>
  /** Boxes of lines that a pen struck out, in pixels; those lines are among the strangers. */
  struck: PixelBox[]
  /** Boxes of stamps, in pixels; none of their ink is in the lines. */
  stamps: PixelBox[]
}

/** A few dots, no larger than this share of the em each way, that stand alone are dirt. */
const mostDots = 2
const dotSize = 0.25

const isDirt = ({ ink }: InkLine, em: number): boolean =>
  ink.length <= mostDots && ink.every((c) => Math.max(c.x1 - c.x0, c.y1 - c.y0) <= dotSize * em)

/** The lines that some ink of a page makes, dirt left out. */
const writtenLines = (ink: readonly Component[], dots: readonly Component[], em: number): InkLine[] =>
  splitLines(ink, em)
    .filter((line) => !isDirt(line, em))
    .map((line) => withDots(line, dots, em))

/** Finds rules, cells, marks and lines on the image of a page, turned clockwise. */
export async function layoutOf(
  image: PageImage,
  turn: CleanPage['turn'],
  options: { keepsFaint?: boolean } = {},
): Promise<PageLayout> {
  const page = await cleanPage(image, turn, options)
  const { strokes, grey, ink, runs, components: all, dots, crumbs } = pageInk(page)
  const { stamps, others: components } = roundStamps(all, runs)
  const rules = rulesOf(strokes, page.scale)
  const { tables, free } = pageCells(rules, components, crumbs, page.scale)
  if (page.faint && areMarks(page.faint.components, tables)) return layoutOf(image, turn, { keepsFaint: true })
  const em = emOf(components)
  const marks: CellMark[] = []
  const lines: InkLine[] = []
  const columns: number[][] = []
  const strangers = new Set<InkLine>()
  for (const table of tables) {
    const own = marksOf(table, runs)
    const first = columns.length
    for (const cell of table.cells) {
      const mark = own.marks.get(cell)
      if (mark) {
        marks.push(mark)
        continue
      }
      const inCell = writtenLines(cell.ink, dots, em)
      if (own.strangers.has(cell)) for (const line of inCell) strangers.add(line)
      columns[first + cell.cell.column] ??= []
      if (inCell.length === 1) columns[first + cell.cell.column]?.push(lines.length)
      lines.push(...inCell)
    }
  }
  lines.push(...writtenLines(withoutEdges(free, runs, page.grey, em), dots, em))
  const struck = lines.filter((line) => !line.vertical && (strokes.through ?? []).some((s) => strikes(s, line)))
  for (const line of struck) strangers.add(line)
  const boxes = [...page.stamps, ...stamps.map(({ x0, y0, x1, y1 }): PixelBox => [x0, y0, x1, y1])]
  return {
    page,
    grey,
    ink,
    runs,
    em,
    rules,
    marks,
    lines,
    columns,
    strangers,
    struck: struck.map(({ x0, y0, x1, y1 }): PixelBox => [x0, y0, x1, y1]),
    stamps: boxes,
  }
}
