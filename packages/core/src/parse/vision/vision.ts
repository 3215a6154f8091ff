import { doubtForeignNames } from '../../check/foreign-name.ts'
import { type NameBook, nameBook } from '../../check/municipality-name.ts'
import { checkProjectCount } from '../../check/project-count.ts'
import { checkRegionIndicators } from '../../check/region-indicator.ts'
import { doubtUnlisted } from '../../check/unlisted-project.ts'
import type { Block } from '../../layout/block.ts'
import { readMunicipalities } from '../../municipality/municipality-name.ts'
import type { Project, Vision } from '../../schema/vision.ts'
import { type Context, report } from '../context.ts'
import { withAlignedLists } from './aligned-list.ts'
import { moneyUnitIn } from './budget/unit.ts'
import { readCover } from './cover.ts'
import { declaredCount } from './declared-count.ts'
import { type Division, divide } from './division.ts'
import { withoutDrawnLines, withoutFrames } from './drawn-line.ts'
import { coreCity } from './grid/core-city.ts'
import { legendsOf } from './grid/legends.ts'
import { readNameLegend } from './grid/name-legend.ts'
import { settleByGrids } from './grid/settle-by-grids.ts'
import { reportStrayRows } from './grid/stray-row.ts'
import { headingOf } from './heading.ts'
import { withCountedYears } from './numbered-year.ts'
import { bareOf, filled, hashesOf, type Row, type RowCell, rowsOf } from './row.ts'
import { joinBrokenCells } from './sheet/broken-cell.ts'
import { withLabelsApart } from './sheet/labels-apart.ts'
import { joinPartedTables } from './sheet/parted-table.ts'
import { labelAt } from './sheet/sheet-field.ts'
import { isDoers, labelOf } from './sheet/sheet-label.ts'
import { readSymbols } from './sheet/symbol.ts'
import { writeBody } from './vision-body.ts'
import { joinWrappedRows } from './wrapped-row.ts'

interface Mentions {
  /** Municipalities named anywhere, in order of appearance. */
  names: string[]
  /** The longest list of them in one place that is none of a single project's. */
  longest: string[]
  unit?: string
}

/** Fewer names are no list of a region's members. */
const fewestMembers = 2

/** Whether a row says who takes part in one project: by its label, the label above it, or the heading of its column. */
function namesParticipants(rows: readonly Row[], i: number): boolean {
  const row = rows[i] as Row
  const says = (r: Row): boolean => filled(r).some((c) => isParticipants(c.bare))
  if (isListed(rows, i) || says(row)) return true
  const own = labelAt(rows, i)
  if (own?.label.kind === 'participants' && own.labels.some((l) => isParticipants(bareOf(l)))) return true
  const before = rows[i - 1]
  return row.table === undefined && before !== undefined && before.table === undefined && says(before)
}

/** Whether a line that lists participants stands between headings, or on the cover, with no field of a project beside it: 連携市町：南国市、いの町. */
function standsAlone(rows: readonly Row[], i: number): boolean {
  if (rows[i]?.table !== undefined) return false
  const isField = (k: number): boolean => {
    const kind = rows[k]?.table === undefined ? labelAt(rows, k)?.label.kind : 'title'
    return kind !== undefined && kind !== 'participants'
  }
  for (const step of [-1, 1])
    for (let k = i + step; k !== i + step * mostBeside; k += step) {
      const row = rows[k]
      if (!row || (headingOf(row) && !isField(k))) break
      if (isField(k)) return false
    }
  return true
}
/** Rows of a sheet that its fields are told by. */
const mostBeside = 12

const declaring = /構成(?:する)?(?:市町村?|市|町村|自治体|団体)|圏域の?(?:市町村|市町)(?:名|の名称|は|[:：])/u
/** Whether a row, or the line above it, says that it lists the region's members. */
const isDeclared = (rows: readonly Row[], i: number): boolean =>
  [rows[i], rows[i - 1]].some((r) => r?.cells.some((c) => c.bare.length <= 200 && declaring.test(c.bare)))

/** Whether a row, whose label is that of the members, stands below the city at the centre: 中枢都市 高知市, 連携市町村 南国市、いの町. */
function coreAbove(rows: readonly Row[], i: number): string[] | undefined {
  if ([rows[i], rows[i - 1]].some((r) => (r?.cells.length ?? 0) > mostMembers)) return undefined
  const [upper, lower] = [rows[i - 1], rows[i]].map((r) =>
    filled(r ?? { cells: [], gap: 0 })
      .map((c) => c.bare)
      .join(''),
  )
  if (upper && lower && upper.length <= longestDeclaring && coreFirst.test(upper) && othersFirst.test(lower)) {
    const names = readMunicipalities(upper).map((r) => r.name)
    return names.length === 1 ? names : undefined
  }
  const [above, own] = [rows[i - 1], rows[i]].map((r) => (r ? filled(r) : []))
  const [label, name, ...more] = above ?? []
  if (!label || !name || more.length > 0 || !core.test(label.bare)) return undefined
  if (own?.[0] === undefined || !isParticipants(own[0].bare)) return undefined
  const names = readMunicipalities(name.bare).map((r) => r.name)
  return names.length === 1 ? names : undefined
}
/** No region has more members. */
const mostMembers = 60
/** 中心市：飯田市 above 周辺町村：松川町・高森町. */
const coreFirst = /^[・○〇●]?(?:連携中枢都市|中枢都市|中心市|宣言中心市)(?:名)?[:：].{2,10}市$/u
const othersFirst =
  /^[・○〇●]?(?:連携|周辺|近隣|関係|構成|参加)(?:する)?(?:市町村?|市町村等|市村|町村|[市町村]|自治体)(?:名)?[:：]/u
const core = /^(?:連携)?(?:中枢都市|中心市|宣言中心市|中枢市)(?:名)?[:：]?$/u

/** 構成市町 are the members of the region themselves. */
const isParticipants = (bare: string): boolean => labelOf(bare)?.kind === 'participants' && !bare.includes('構成')

/** Whether a table row stands under a heading of participants; a table may have a caption and the unit of its sums above it. */
function isListed(rows: readonly Row[], i: number): boolean {
  const table = rows[i]?.table
  if (table === undefined) return false
  const starts = tableStarts.get(rows) ?? new Map<number, { first: number; isList: boolean }>()
  tableStarts.set(rows, starts)
  const known = starts.get(table) ?? { first: i, isList: false }
  starts.set(table, known)
  if (known.isList || i - known.first >= tallestHead) return known.isList
  const heads = filled(rows[i] as Row).map((c) => (isDoers(c.bare) ? 'participants' : labelOf(c.bare)?.kind))
  known.isList = heads.includes('participants') && heads.includes('title')
  return known.isList
}
const tableStarts = new WeakMap<readonly Row[], Map<number, { first: number; isList: boolean }>>()
/** Rows of a table within which its heading stands. */
const tallestHead = 6

const longestDeclaring = 40
/** Rows between a heading that declares the members and the first of them, one a row. */
const mostBetween = 6

/** The municipalities that stand one a row, first in each, below a heading that declares the members: a table of the region. */
function listedBelow(rows: readonly Row[], i: number): string[] {
  const nameOf = (row: Row | undefined): string | undefined => {
    const [first] = row ? filled(row) : []
    const found = first && first.bare.length <= longestName ? readMunicipalities(first.bare) : []
    return found.length === 1 && found[0] && first?.bare.endsWith(found[0].name) ? found[0].name : undefined
  }
  let k = i + 1
  while (k <= i + mostBetween && rows[k] && nameOf(rows[k]) === undefined) k++
  const names: string[] = []
  for (let name = nameOf(rows[k]); name !== undefined && k < rows.length; name = nameOf(rows[++k])) names.push(name)
  return names
}
const longestName = 12

/** The municipalities of a line that holds names alone, each a cell of its own: 前橋市　　渋川市　　吉岡町. */
function namesApart(row: Row): string[] {
  const cells = filled(row)
  if (cells.length < fewestMembers || cells.some((c) => c.bare.length > longestName)) return []
  const read = cells.map((c) => readMunicipalities(c.bare))
  return read.every((r) => r.length === 1) ? read.flatMap((r) => r.map((n) => n.name)) : []
}

/** Lines that a list of names is wrapped over. */
const mostWrapped = 6
/** A list that goes on: behind a comma, or within a name. */
const goesOn = /[、,・](?:[^、,・。:]{0,7}[^、,・。:市町村区])?$/u

/** What the lines below go on with of a list of names that does not end with its line. */
function restOfList(rows: readonly Row[], i: number, cell: RowCell): string {
  let rest = ''
  if (rows[i]?.cells.at(-1) !== cell) return rest
  for (let k = i; k < i + mostWrapped; k++) {
    const [own, next] = [rows[k], rows[k + 1]]
    const last = own?.cells.at(-1)?.bare ?? ''
    if (!own?.line || !next?.line || next.gap > 0 || !goesOn.test(last)) break
    rest += next.cells.map((c) => c.bare).join('')
  }
  return rest
}

function mentionsOf(rows: readonly Row[]): Mentions {
  const names = new Set<string>()
  let longest: string[] = []
  const units = new Set<string>()
  let ofProjects = 0
  let declared: string[] = []
  rows.forEach((row, i) => {
    if (row.line && row.line.folded.length <= longestDeclaring && declaring.test(bareOf(row.line.text))) {
      const below = listedBelow(rows, i)
      if (below.length > declared.length) declared = below
    }
    let isOfProject: boolean | undefined = isListed(rows, i) || undefined
    const apart = row.line ? namesApart(row) : []
    if (apart.length > declared.length && isDeclared(rows, i)) declared = apart
    else if (apart.length > longest.length && !namesParticipants(rows, i)) longest = apart
    // Looked for once: a row of a page that lost its line ends has thousands of cells.
    let above: { centre: string[] | undefined; isDeclared: boolean } | undefined
    for (const cell of filled(row)) {
      const readings = readMunicipalities(cell.bare + restOfList(rows, i, cell))
      if (readings.length === 0) continue
      const found = [...new Set(readings.map((r) => r.name))]
      for (const name of found) names.add(name)
      above ??= { centre: coreAbove(rows, i), isDeclared: isDeclared(rows, i) }
      if (above.centre) declared = [...new Set([...above.centre, ...found])]
      else if (found.length > declared.length && above.isDeclared) declared = found
      isOfProject ??= namesParticipants(rows, i) && !standsAlone(rows, i)
      if (isOfProject) ofProjects = Math.max(ofProjects, found.length)
      else if (found.length > longest.length) longest = found
    }
    const caption = captionIn(row)
    const unit =
      caption !== undefined && caption.length <= 80 && /単位|^\([千百万億]{0,2}円\)$/u.test(caption)
        ? moneyUnitIn(caption)
        : undefined
    if (unit) units.add(unit)
  })
  if (declared.length >= fewestMembers) longest = declared
  // One unit for all sums; of several none is that of the document.
  const [unit] = units.size === 1 ? units : []
  // Where a project alone names more, the list is not one of all.
  return {
    names: [...names],
    longest: longest.length >= Math.max(ofProjects, fewestMembers) ? longest : [],
    ...(unit ? { unit } : {}),
  }
}

/** A line, or the only cell of a row of a table. */
function captionIn(row: Row): string | undefined {
  if (row.line) return row.line.folded
  const [cell, ...others] = filled(row)
  return others.length === 0 ? cell?.bare : undefined
}

function nameLegendOf(rows: readonly Row[], book: NameBook): Map<string, string> {
  const lines = rows.flatMap(({ line }) =>
    line && /[:=]/u.test(line.folded) && line.folded.length <= 400 ? [line] : [],
  )
  return new Map(lines.flatMap((line) => readNameLegend(line.folded, book, line.text)))
}

/** Covers hold no paragraphs. */
const longestOnCover = 120

/** A line with more cells is a row of a table. */
const mostCells = 3

/** Rows before the first grid, sheet, list or heading of the text. */
function coverRows(divisions: readonly Division[]): Row[] {
  const rows: Row[] = []
  for (const division of divisions) {
    if (division.kind !== 'row' || division.row.table !== undefined) break
    const { row } = division
    if (filled(row).length > mostCells) break
    const folded = row.line?.folded ?? ''
    const heading = headingOf(row)
    const onCover =
      (row.line !== undefined && hashesOf(row.line) > 0) ||
      /ビジョン/u.test(folded) ||
      (folded.startsWith('【') && heading?.role === undefined && folded.length <= 10)
    const isText = /^(?:目 ?次|はじめに)$/u.test(folded) || (heading !== undefined && !onCover)
    if (
      isText ||
      folded.length > longestOnCover ||
      (rows.length > 0 && row.line !== undefined && hashesOf(row.line) > 1)
    )
      break
    rows.push(row)
  }
  return rows
}

/** Says once that projects are of all municipalities where the document nowhere names the members of its region. */
function reportUnnamed(context: Context, projects: readonly Project[]): void {
  // 帯広市、全町村: the city alone is known.
  const all = projects.filter((p) => p.allMunicipalities && p.participants.length < 2)
  const [first] = all
  if (first) report(context, 'members-unknown', { project: first.title, count: all.length }, first.where?.participants)
}

/**
 * Reads the vision of a region: its cover, grids of participation, sheets of projects, initiatives and notes. All other
 * text becomes sections. What does not add up is reported.
 */
export async function parseVision(context: Context, blocks: readonly Block[]): Promise<Vision> {
  const lines = withoutDrawnLines(context, rowsOf(withoutFrames(context, blocks)))
  const printed = withLabelsApart(joinWrappedRows(withAlignedLists(lines)))
  const rows = withCountedYears(joinPartedTables(joinBrokenCells(printed)))
  const mentions = mentionsOf(rows)
  const book = { ...nameBook(context, mentions.names), core: coreCity(rows) }
  const divisions = divide(rows, { book, names: mentions.names, nameLegend: nameLegendOf(rows, book) })
  reportStrayRows(context, divisions)
  const front = coverRows(divisions)
  const cover = readCover(context, front, book)
  const declared = declaredCount(divisions)
  const body = writeBody(context, divisions.slice(front.length), cover.rest, {
    book,
    legendOf: legendsOf(rows, divisions),
    symbols: readSymbols(rows),
    fallbackMembers: mentions.longest,
    ...(mentions.unit ? { unit: mentions.unit } : {}),
  })
  settleByGrids(context, body.projects, body.grids)
  checkRegionIndicators(context, body.indicators, [...body.projects, ...body.interRegion])
  doubtUnlisted(context, body.grids, body.projects, body.interRegion)
  reportUnnamed(context, body.projects)
  const places = new Map([
    ...body.projects.flatMap((p) => p.participants.map((name) => [name, p.where?.participants] as const)),
    ...body.grids.flatMap((g) => g.municipalities.map((name) => [name, g.where?.municipalities] as const)),
  ])
  doubtForeignNames(context, places)
  if (body.projects.length + body.interRegion.length + body.grids.length === 0) report(context, 'projects-missing', {})
  const listed = body.grids.flatMap((g) => g.rows).length
  const count = listed > 0 ? listed : cover.revision.excerpt ? 0 : body.projects.length
  if (declared) checkProjectCount(context, declared.count, count, declared.at(context))
  const { rest: _, where, title, ...fields } = cover
  return {
    type: 'vision',
    title,
    ...fields,
    ...(declared ? { declaredProjectCount: declared.count } : {}),
    participationGrids: body.grids,
    ...(body.initiatives.length > 0 ? { initiatives: body.initiatives } : {}),
    ...(body.indicators.length > 0 ? { indicators: body.indicators } : {}),
    projects: body.projects,
    ...(body.interRegion.length > 0 ? { interRegionProjects: body.interRegion } : {}),
    ...(body.notes.length > 0 ? { notes: body.notes.map((n) => n.text) } : {}),
    ...(body.sections.length > 0 ? { sections: body.sections } : {}),
    furniture: context.furniture,
    where: { ...where, ...body.where },
  }
}
