import { type NameBook, reportUnknownName } from '../../../check/municipality-name.ts'
import { isMunicipality } from '../../../municipality/municipality-name.ts'
import type { GridRow, ParticipationGrid } from '../../../schema/vision.ts'
import { fold } from '../../../text/fold.ts'
import { concat, slice, type Text, trim } from '../../../text/text.ts'
import { type Context, furnish, leaf, take } from '../../context.ts'
import { withoutBullet, withoutTags } from '../markup.ts'
import { hullOf } from '../place.ts'
import { filled, type Row, type RowCell } from '../row.ts'
import { listedIn } from './cell-names.ts'
import { columnKind } from './column-kind.ts'
import { isToken, type Legend, participates } from './mark.ts'
import { headNumber, reportStrangeMarks } from './mark-grid.ts'
import { isStrangeName } from './strange-name.ts'

/** A grid on its side: a row a municipality, a column a project. */
export interface TransposedGrid {
  /** Rows [start, end) of the grid with its heading. */
  start: number
  end: number
  projects: RowCell[]
  /** The row above the projects, whose cells each head the columns up to the next one. */
  heads: RowCell[]
  labels: RowCell[]
  members: { name: string; cell: RowCell; row: Row; strange?: true }[]
}

/** Fewest municipalities and projects of a grid on its side. */
const fewest = 2
/** Fewest municipalities of which the table of all has none, or one. */
const fewestStrange = 3
/** Longest mark that a cell can hold, as ○ or 主催. */
const longestMark = 2

function membersOf(row: Row | undefined, book: NameBook): TransposedGrid['members'] | undefined {
  const cells = row ? filled(row) : []
  // 東伯郡 | 三朝町: what several of them are stands before the first.
  const [cell, ...marks] = isMunicipality(cells[1]?.bare ?? '') ? cells.slice(1) : cells
  if (!row || !cell) return undefined
  const isMarks =
    marks.every((m) => m.bare.length <= longestMark || isToken(m.bare)) && marks.some((m) => isToken(m.bare))
  if (!isMarks) return undefined
  const listed = listedIn(cell, book)
  if (listed) return listed.map(({ name }) => ({ name, cell, row }))
  if (cell.bare.length > 12 || !/[市町村区巿盯]$/u.test(cell.bare)) return undefined
  const name = book.resolve(withoutTags(cell.text))
  if (name !== undefined) return [{ name, cell, row }]
  return isStrangeName(cell.bare) ? [{ name: cell.bare, cell, row, strange: true }] : undefined
}

/** Reads the heading and rows of a grid on its side whose row of projects is row `i`; every mark must stand under a project. */
export function transposedAt(rows: readonly Row[], i: number, book: NameBook): TransposedGrid | undefined {
  const row = rows[i]
  if (row?.table === undefined || filled(row).length < fewest || membersOf(row, book)) return undefined
  const members: TransposedGrid['members'] = []
  let end = i + 1
  for (; rows[end]?.table === row.table; end++) {
    const read = membersOf(rows[end], book)
    if (!read) break
    members.push(...read)
  }
  if (members.length < (members.filter((m) => !m.strange).length < fewest ? fewestStrange : fewest)) return undefined
  const column = members[0]?.cell.from as number
  const projects = filled(row).filter((c) => c.from > column)
  const isUnder = ({ cell, row: own }: TransposedGrid['members'][number]): boolean =>
    cell.from === column && filled(own).every((c) => c.from <= column || projects.some((p) => p.from === c.from))
  if (projects.length < fewest || projects.some((p) => p.bare.length < 3) || !members.every(isUnder)) return undefined
  const above = rows[i - 1]
  const heads = above && above.table === row.table ? filled(above).filter((c) => c.from > column) : []
  const start = heads.length > 0 ? i - 1 : i
  const before = members.flatMap((m) => filled(m.row).filter((c) => c.from < column))
  const labels = [
    ...rows.slice(start, i + 1).flatMap((r) => filled(r).filter((c) => c.from <= column)),
    ...new Set(before),
  ]
  return { start, end, projects, heads, labels, members }
}

const leading = /^[(（]?([0-9０-９]{1,3})[)）.．、 　]{0,3}(?=\p{L})/u
/** How long the numbers before the names of projects are, where they count all of them. */
function countsOf(names: readonly Text[]): number[] | undefined {
  const heads = names.map(({ value }) => leading.exec(value))
  const counts = heads.every((head, i) => head !== null && Number(fold(head[1] as string)) === i + 1)
  return counts ? heads.map((head) => head?.[0].length ?? 0) : undefined
}

/** Writes a grid on its side as any other: a row a project. */
export function readTransposed(context: Context, grid: TransposedGrid, legend: Legend): ParticipationGrid {
  const { projects, heads, labels, members } = grid
  for (const { text } of labels) furnish(context, 'label', text)
  for (const { strange, cell } of members) if (strange) reportUnknownName(context, withoutTags(cell.text))
  const read = new Map<RowCell, ReturnType<typeof leaf>>()
  const printed = (text: Text): Text => withoutBullet(withoutTags(text))
  const counts = countsOf(projects.map((cell) => printed(cell.text)))
  const rows = projects.map((cell, i): GridRow => {
    const own = printed(cell.text)
    const count = counts?.[i] ?? 0
    const number = count > 0 ? leaf(context, trim(slice(own, 0, count))) : undefined
    const project = leaf(context, trim(slice(own, count)))
    const head = heads.findLast((h) => h.from <= cell.from && columnKind(h.bare) !== 'page')
    const isFirst = head !== undefined && !read.has(head)
    if (head && isFirst) {
      const whole = printed(head.text)
      const number = headNumber.exec(fold(whole.value))?.[0].length ?? 0
      if (number > 0) furnish(context, 'label', slice(whole, 0, number))
      read.set(head, leaf(context, slice(whole, number)))
    }
    const pillar = head && read.get(head)
    const marks = members.flatMap(({ name, row }) => {
      const mark = row.cells.find((c) => c.from === cell.from)
      if (!mark || mark.bare === '') return []
      const value = leaf(context, withoutTags(mark.text))
      return [{ municipality: name, mark: value.text, at: value.at }]
    })
    const participants = marks.filter((m) => participates(m.mark, legend)).map((m) => m.municipality)
    return {
      ...(pillar ? { pillar: pillar.text } : {}),
      ...(number ? { number: number.text } : {}),
      project: project.text,
      participants,
      marks,
      reliable: reportStrangeMarks(context, project.text, marks, legend),
      at: hullOf([number?.at, project.at, isFirst ? pillar?.at : undefined, ...marks.map((m) => m.at)]),
      where: {
        project: project.at,
        ...(number ? { number: number.at } : {}),
        ...(pillar && isFirst ? { pillar: pillar.at } : {}),
      },
    }
  })
  const at = take(context, concat([...new Set(members.map((m) => m.cell.text))].map(withoutTags)))
  return {
    municipalities: members.map((m) => m.name),
    rows,
    at: hullOf([at, ...rows.map((r) => r.at)]),
    where: { municipalities: at },
  }
}
