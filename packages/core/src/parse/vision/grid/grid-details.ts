import type { GridRow, Project } from '../../../schema/vision.ts'
import { headOf } from '../budget/sum-head.ts'
import { hullOf, placesOf } from '../place.ts'
import { columnBeside, columnUnder, type ProjectList } from '../project-list.ts'
import type { Row, RowCell } from '../row.ts'
import type { FieldKind } from '../sheet/sheet-label.ts'
import type { GridHeader } from './grid-header.ts'

/** Columns beside the marks of a grid that say more of its projects: what they are for, what they do, what they cost. */
export interface GridDetails {
  list: ProjectList
  /** The whole of each row of the grid, which is left with the columns that are its own. */
  originals: Map<Row, Row>
}

const telling = new Set<FieldKind>(['purpose', 'activities', 'budget', 'indicators', 'roles', 'sdgs'])

/** The columns of a grid's heading that make its rows sheets of projects; undefined where none does. */
export function detailColumns(header: GridHeader): ProjectList | undefined {
  const left = new Set(header.names.map((n) => n.cell.from))
  const own = header.columns.filter((c) => c.kind === 'other' && !left.has(c.cell.from)).map((c) => c.cell)
  // The head of several columns stands in the first of them, above its own: 事業費 over R6, R7, 計. How many they are only some tables tell.
  const upper = own.filter((c, i) => own.some((b, k) => k > i && b.from === c.from))
  const columns = [...new Set(own.map((c) => c.from))].map((from) => {
    const heads = own.filter((c) => c.from === from).reverse()
    const over = upper.findLast((c) => c.from <= from && (c.to > from || c.to === c.from + 1))
    const read = heads.map((cell) => columnUnder(cell, cell === over ? undefined : over))
    return read.find((c) => c !== undefined) ?? columnBeside(heads.at(-1) as RowCell)
  })
  const title = header.columns.find((c) => c.kind === 'project')
  // 計 alone counts the marks beside it.
  if (!title || !columns.some((c) => telling.has(c.label.kind) && headOf(c.cell.bare)?.kind !== 'total'))
    return undefined
  return { columns, labels: [], height: 0, title: title.cell.from }
}

/** Rows of a grid without the cells of other columns. */
export function withoutDetails(
  rows: readonly Row[],
  list: ProjectList,
  { names }: GridHeader,
): { rows: Row[]; details: GridDetails } {
  const others = new Set(list.columns.map((c) => c.cell.from))
  const originals = new Map<Row, Row>()
  const own = rows.map((row) => {
    const cells = row.cells.map((c) =>
      others.has(c.from) ? { ...c, text: { value: '', offsets: new Int32Array(0) }, bare: '' } : c,
    )
    // A word right of all names shows that the cells before it are all there: those that are missing stood at the end.
    const last = Math.max(...names.map((n) => n.cell.from))
    const width = Math.max(...list.columns.map((c) => c.cell.from)) + 1
    if (row.cells.some((c) => c.from > last && others.has(c.from) && c.bare !== ''))
      for (let from = cells.length; from < width; from++)
        cells.push({
          text: { value: '', offsets: new Int32Array(0) },
          bare: '',
          from,
          to: from + 1,
          wideFrom: from,
          wideTo: from + 1,
        })
    const stripped = { ...row, cells }
    originals.set(stripped, row)
    return stripped
  })
  return { rows: own, details: { list, originals } }
}

/** A project whose name, heading and participants its row of the grid holds. */
export function underGrid(project: Project, row: GridRow): Project {
  const { pillar, initiative, number, project: title, participants } = row
  return {
    ...(pillar === undefined ? {} : { pillar }),
    ...(initiative === undefined ? {} : { initiative }),
    ...(number === undefined ? {} : { number }),
    ...project,
    title,
    participants: [...participants],
  }
}

/** Adds what a grid says of a project to its sheet; what the sheet says too becomes notes. */
export function absorb(sheet: Project, other: Project): void {
  const { budget, schedule = [], indicators = [], notes = [], purpose, activities = [], sdgs } = other
  const where = { ...sheet.where }
  const keep = (key: 'purpose' | 'activities' | 'sdgs', texts: string[], assign: () => void): void => {
    if (texts.length === 0) return
    if (sheet[key] === undefined) {
      assign()
      if (other.where?.[key]) where[key] = other.where[key]
    } else {
      sheet.notes = [...(sheet.notes ?? []), ...texts]
      where.notes = placesOf([where.notes, other.where?.[key]])
    }
  }
  keep('purpose', purpose ? [purpose] : [], () => {
    if (purpose) sheet.purpose = purpose
  })
  keep('activities', activities, () => {
    sheet.activities = activities
  })
  keep('sdgs', sdgs ? [sdgs.join('、')] : [], () => {
    if (sdgs) sheet.sdgs = sdgs
  })
  if (schedule.length > 0) sheet.schedule = [...(sheet.schedule ?? []), ...schedule]
  if (indicators.length > 0) sheet.indicators = [...(sheet.indicators ?? []), ...indicators]
  if (budget && !sheet.budget) sheet.budget = budget
  else if (budget) {
    const amounts = [
      ...budget.years,
      ...(budget.total ? [budget.total] : []),
      ...(budget.sources ?? []),
      ...(budget.results ?? []),
    ].filter((a) => a.text !== '')
    sheet.notes = [...(sheet.notes ?? []), ...amounts.map((a) => a.text)]
    where.notes = placesOf([where.notes, ...amounts.map((a) => a.at)])
  }
  if (notes.length > 0) {
    sheet.notes = [...(sheet.notes ?? []), ...notes]
    where.notes = placesOf([where.notes, other.where?.notes])
  }
  sheet.where = where
  sheet.at = hullOf([sheet.at, other.at])
}
