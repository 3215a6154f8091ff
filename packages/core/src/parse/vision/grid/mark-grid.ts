import { reportUnknownName } from '../../../check/municipality-name.ts'
import type { GridRow, ParticipationGrid } from '../../../schema/vision.ts'
import { join } from '../../../text/clean.ts'
import { fold } from '../../../text/fold.ts'
import { concat, slice, type Text, trim } from '../../../text/text.ts'
import { type Context, furnish, leaf, locate, report, take } from '../../context.ts'
import { withoutBullet, withoutTags } from '../markup.ts'
import { hullOf } from '../place.ts'
import { projectNumber } from '../project-number.ts'
import { filled, type Row, type RowCell } from '../row.ts'
import { isEveryone } from '../sheet/sheet-label.ts'
import { countIn } from './grid-count.ts'
import type { GridHeader } from './grid-header.ts'
import { type GridLine, gridLine, holdsMarks } from './grid-line.ts'
import { isUnderstood, type Legend, participates, withOnes } from './mark.ts'
import { agreesByIndex, alignmentOf, assign, certain, columnsOf, isOfAll } from './mark-columns.ts'
import { checkSums, isSumRow, type SumRow } from './sum-row.ts'
import { blankRow, carryHeads, unmarkedRows } from './unmarked-row.ts'
import { headingLines, joinHeads } from './wrapped-head.ts'
import { joinNames } from './wrapped-name.ts'

/** The number of a pillar or initiative in a grid. */
export const headNumber =
  /^(?:[Ⅰ-Ⅻ]|[IVX]{1,4}(?=[.、 ])|[0-9]{1,2}(?=[.、 ])|\([0-9]{1,2}\)|[①-⑳]|[ア-ン](?=[.、 ]))[.、 ]*/u

export interface GridReading {
  grid: ParticipationGrid
  /** The printed row of each row of the grid. */
  sources: Row[]
  /** Texts that belong to no row. */
  rest: Text[]
  /** What the last rows head below which nothing stands: the rows of the same grid on the next page. */
  ahead: Heads
}

interface Heads {
  pillar?: string
  initiative?: string
}

const counted = /^([0-9]{1,3})(?:[.．、 　]{1,2}|(?=[^0-9.,かヵヶ箇年月日回人市町村つ次期万千百歳級者]))(?=\S)/u
/** Whether the projects of a grid are numbered through, each before its name: 1 救急医療, 2 看護師の確保. */
function countsProjects(lines: readonly GridLine[]): boolean {
  const numbers = lines.flatMap(({ project, number }) =>
    project && !number ? [Number(counted.exec(fold(withoutTags(project).value).trimStart())?.[1] ?? Number.NaN)] : [],
  )
  return numbers.length > 1 && numbers.every((n, i) => i === 0 || n === (numbers[i - 1] as number) + 1)
}

/** 凡例 | ○：参加 | …: a row that says what the marks mean. */
const isLegendRow = (row: Row): boolean => row.table !== undefined && /^[(【]?凡例/u.test(filled(row)[0]?.bare ?? '')

/** Says of marks that are none that is known and that no legend tells of that they were taken for one of those who take part; whether there are none. */
export function reportStrangeMarks(
  context: Context,
  project: string,
  marks: GridRow['marks'],
  legend: Legend,
): boolean {
  const strange = marks.filter((m) => !isUnderstood(m.mark, legend))
  for (const { mark, at } of strange) report(context, 'participants-unread', { project, text: mark }, at)
  return strange.length === 0
}

/** Reads the rows under a heading, `grids` being those above it. */
export function readGrid(
  context: Context,
  header: GridHeader,
  rows: readonly Row[],
  ofDocument: Legend,
  grids: readonly ParticipationGrid[],
  ahead: Heads = {},
): GridReading {
  const { names } = header
  const { pillar, initiative } = grids.at(-1)?.rows.at(-1) ?? {}
  const above: Heads = { ...(pillar ? { pillar } : {}), ...(initiative ? { initiative } : {}) }
  const before: Heads = ahead.pillar ? ahead : { ...above, ...ahead }
  for (const text of header.labels) furnish(context, 'label', text)
  for (const { strange, texts } of names) if (strange) reportUnknownName(context, withoutTags(concat(texts)))
  for (const row of rows.filter(isLegendRow)) for (const cell of filled(row)) furnish(context, 'label', cell.text)
  const own = rows.filter((row) => !isLegendRow(row))
  const printed = own.map((row) => gridLine(row, header)).filter((l) => l.project !== undefined || holdsMarks(l))
  const wrapped = headingLines(printed)
  for (const line of printed.splice(0, wrapped))
    for (const cell of filled(line.row)) furnish(context, 'label', cell.text)
  const lines = joinHeads(printed, header) ?? joinNames(printed, header)
  const marked = lines.filter((l) => !isSumRow(l) && (holdsMarks(l) || l.page !== undefined))
  const isCounted = countsProjects(marked)
  const unmarkedOf = unmarkedRows(
    lines.filter((l) => !isSumRow(l)),
    header,
    before,
  )
  const legend = withOnes(
    ofDocument,
    marked.flatMap((l) => l.cells.map((c) => c.bare)),
  )
  const byIndex = !header.lossy && agreesByIndex(marked, header)
  const alignment = alignmentOf(marked, header)
  const columns = columnsOf(names)
  const spots = names.map((n) => columns.indexOf(n.cell.from))
  const unknown = new Set(header.unknown?.map((cell) => cell.from))
  const carried: { pillar?: Text | undefined; initiative?: Text | undefined } = {}
  let shown = { ...before }
  const sums: SumRow[] = []
  const rest: Text[] = []
  const gridRows: GridRow[] = []
  const sources: Row[] = []
  lines.forEach((line, n) => {
    if (!line.project) {
      const texts = line.cells.map((c) => c.text)
      const lost = join(texts)
      if (holdsMarks(line)) report(context, 'text-unclaimed', { text: lost.value }, locate(context, lost))
      rest.push(...texts)
      return
    }
    if (isSumRow(line)) {
      for (const cell of filled(line.row)) furnish(context, 'label', cell.text)
      sums.push({ line, end: gridRows.length })
      return
    }
    // A count that the marks have says nothing more; one that they have not says that a mark was read wrong.
    const said = countIn(line.row, header)
    const isBlank = line.page !== undefined && line.cells.every((c) => c.bare === '') && !line.everyone
    const unmarked = said?.count === 0 ? undefined : (unmarkedOf.get(line) ?? (isBlank ? blankRow : undefined))
    if (unmarked && !(unmarked.is === 'heading' && unmarked.isSure)) {
      const name = withoutBullet(withoutTags(join([line.project])))
      const data = { project: name.value, readAs: unmarked.is }
      report(context, 'grid-row-unmarked', data, locate(context, line.project))
    }
    if (unmarked?.is === 'heading') {
      carryHeads(line, lines[n + 1], header, carried)
      rest.push(...line.rest, ...(line.number ? [line.number] : []))
      return
    }
    if (line.pillar) carried.pillar = line.pillar
    if (line.initiative) carried.initiative = line.initiative
    const where: NonNullable<GridRow['where']> = {}
    for (const key of ['pillar', 'initiative'] as const) {
      const text = carried[key]
      if (!text) continue
      const whole = withoutBullet(withoutTags(text))
      if (key === 'pillar') shown = {}
      const prefix = headNumber.exec(fold(whole.value))?.[0].length ?? 0
      // Ⅰ alone is the name by which the grid knows its pillar.
      const number = prefix < whole.value.length ? prefix : 0
      if (number > 0) furnish(context, 'label', slice(whole, 0, number))
      const head = leaf(context, slice(whole, number))
      shown[key] = head.text
      where[key] = head.at
      carried[key] = undefined
    }
    const named = withoutBullet(withoutTags(join([line.project])))
    const prefix = line.number ? 0 : ((isCounted ? counted : projectNumber).exec(fold(named.value))?.[0].length ?? 0)
    if (prefix > 0) line.number = trim(slice(named, 0, prefix))
    const project = leaf(context, trim(slice(named, prefix)))
    where.project = project.at
    const page = line.page && leaf(context, line.page)
    if (page) where.page = page.at
    const number = line.number && leaf(context, line.number)
    if (number) where.number = number.at
    const own = assign(line, header, byIndex, alignment)
    const nameless = byIndex ? line.row.cells.filter((c) => c.bare !== '' && unknown.has(c.from)) : []
    const isPlaced = own !== undefined || isOfAll(line)
    if (!isPlaced || nameless.length > 0) {
      const data = { project: project.text, found: line.cells.length, expected: columns.length }
      report(context, 'grid-width-mismatch', data, project.at)
    }
    // Lines print no blank cells: where marks are missing, nothing says which.
    const sure = own || header.lossy || line.row.table === undefined ? undefined : certain(line.cells, columns.length)
    const sureOf = (column: number): RowCell | undefined => (sure?.includes(column) ? line.cells[column] : undefined)
    const markOf = (i: number): RowCell | undefined => (own ? own[i] : sureOf(spots[i] as number))
    const marks = names.flatMap(({ name }, i) => {
      const cell = markOf(i)
      if (!cell || cell.bare === '' || cell.text === line.everyone?.text) return []
      const read = leaf(context, withoutTags(cell.text))
      return [{ municipality: name, mark: read.text, at: read.at }]
    })
    const isEverybody =
      line.everyone !== undefined && (isEveryone(line.everyone.bare) || participates(line.everyone.bare, legend))
    const everyone = line.everyone && leaf(context, withoutTags(line.everyone.text))
    if (everyone) where.participants = everyone.at
    const participants = isEverybody
      ? names.map((n) => n.name)
      : marks.filter((m) => participates(m.mark, legend)).map((m) => m.municipality)
    const isClear = reportStrangeMarks(context, project.text, marks, legend)
    const hasCount = said === undefined || said.count === participants.length
    if (said && hasCount) furnish(context, 'label', said.cell.text)
    else if (said) {
      const text = `${said.head.bare}${said.cell.bare}`
      report(context, 'participants-unread', { project: project.text, text }, locate(context, said.cell.text))
    }
    // Under a heading with more cells than names, the last column is one by its index alone.
    const under = new Set([...(own ?? []), ...nameless, hasCount ? said?.cell : undefined].map((c) => c?.text))
    rest.push(
      ...line.rest.filter((t) => !under.has(t)),
      ...nameless.map((c) => withoutTags(c.text)),
      ...(own
        ? []
        : line.cells.flatMap((c, i) =>
            c.bare === '' || sure?.includes(i) || under.has(c.text) ? [] : [withoutTags(c.text)],
          )),
    )
    sources.push(line.row)
    gridRows.push({
      ...shown,
      project: project.text,
      ...(number ? { number: number.text } : {}),
      ...(page ? { page: page.text } : {}),
      participants,
      marks,
      reliable: isPlaced && nameless.length === 0 && hasCount && isClear && unmarked === undefined,
      at: hullOf([
        project.at,
        page?.at,
        number?.at,
        where.pillar,
        where.initiative,
        ...marks.map((m) => m.at),
        everyone?.at,
      ]),
      where,
    })
  })
  const left: Heads = {}
  for (const key of ['pillar', 'initiative'] as const) {
    const text = carried[key]
    if (!text) continue
    rest.push(text)
    const head = withoutBullet(withoutTags(text)).value
    left[key] = head.slice(headNumber.exec(fold(head))?.[0].length ?? 0)
  }
  checkSums(context, sums, header, gridRows, grids, legend)
  const heads = concat(names.flatMap((x) => x.texts.map(withoutTags)))
  const at = take(context, heads)
  if (gridRows.length === 0) report(context, 'text-unclaimed', { text: heads.value }, at)
  return {
    grid: {
      municipalities: names.map((x) => x.name),
      rows: gridRows,
      at: hullOf([at, ...gridRows.map((r) => r.at)]),
      where: { municipalities: at },
    },
    sources,
    rest,
    ahead: left,
  }
}
