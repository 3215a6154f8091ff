import type { NameBook } from '../../check/municipality-name.ts'
import { wordsOf } from '../../check/project-heading.ts'
import type { At, Section, Where } from '../../schema/at.ts'
import type { ParticipationGrid, Project, RegionIndicator, Vision } from '../../schema/vision.ts'
import { type Context, furnish, type Leaf, leaf } from '../context.ts'
import { isOfAgreement } from './agreement-block.ts'
import { headOf } from './budget/sum-head.ts'
import { reportUnitless } from './budget/unread-sums.ts'
import { type Division, isNote } from './division.ts'
import { absorb, type GridDetails, underGrid } from './grid/grid-details.ts'
import type { Legend } from './grid/mark.ts'
import { type GridReading, readGrid } from './grid/mark-grid.ts'
import { readTransposed } from './grid/transposed-grid.ts'
import { isValued, settleValued } from './grid/valued-row.ts'
import { headingOf } from './heading.ts'
import { initiativeOf, type Owning, pillarOf } from './heading-owner.ts'
import { isDitto } from './indicator/measure.ts'
import { withoutBullet, withoutTags } from './markup.ts'
import { noteTexts } from './note-texts.ts'
import { type Part, placing, pushPart } from './outline-state.ts'
import { hullOf, placesOf } from './place.ts'
import { goesOn, isTotal, joinBudgets, listFields, pillarRow } from './project-list.ts'
import { isInterRegion } from './region/inter-region.ts'
import type { RegionBlock } from './region/region-block.ts'
import { readRegionBlock, reportOwnerless } from './region/region-indicator.ts'
import { namesOf, type Placed, settleOwners } from './region/region-owner.ts'
import { reportUnreadTargets } from './region/region-unread.ts'
import { filled, type Row, textsOf } from './row.ts'
import { sectionOf } from './section.ts'
import { firstField, isColumnHead, nameFields } from './sheet/headed-sheet.ts'
import { addNotes, readProject, type SheetSetting } from './sheet/project-sheet.ts'
import { type Field, fieldsOf } from './sheet/sheet-field.ts'
import type { Symbols } from './sheet/symbol.ts'

export interface BodySetting {
  book: NameBook
  /** What marks mean in a grid, or outside of all. */
  legendOf: (grid?: Division) => Legend
  symbols: Symbols
  /** Members of the region where no grid names them. */
  fallbackMembers: readonly string[]
  unit?: string
}

export interface Body {
  grids: ParticipationGrid[]
  projects: Project[]
  interRegion: Project[]
  initiatives: NonNullable<Vision['initiatives']>
  indicators: RegionIndicator[]
  notes: Leaf[]
  sections: Section[]
  where: Where
}

/** What is known while the body is written from top to bottom. */
interface State extends Owning {
  body: Body
  setting: SheetSetting
  legendOf: BodySetting['legendOf']
  /** What the last rows of the grid before head. */
  ahead?: GridReading['ahead']
  stack: Part[]
  interRegion: boolean
  last: Project | undefined
  inGrid: { pillars: Set<string>; initiatives: Set<string> }
  details: Project[]
  /** Projects of tables that give nothing but their values or sums: another table may tell the rest. */
  valued: Set<Project>
  /** Indicators outside projects, with the headings above them. */
  region: Placed[]
}

/** Tells a project its pillar and initiative from the headings above it, where its sheet does not. */
function place(context: Context, state: State, project: Project): void {
  const { pillar, initiative } = placing(state.stack, state.inGrid.pillars, state.inGrid.initiatives, wordsOf)
  const under = initiative && initiativeOf(context, state, initiative, pillar)
  // What its own sheet says stands where it is; the heading is claimed all the same.
  const holder: { where?: Where | undefined } = project.pillar === undefined ? project : {}
  const above = pillar && pillarOf(context, state, pillar, holder)
  const claimed = holder === project ? undefined : holder.where?.pillar
  if (claimed) project.where = { ...project.where, 'heading.pillar': claimed }
  if (under) project.initiative ??= under.title
  if (above !== undefined) project.pillar ??= above
  if (claimed || project.where?.pillar) project.at = hullOf([project.at, claimed, project.where?.pillar])
}

function addProject(context: Context, state: State, project: Project): void {
  if (state.interRegion) state.body.interRegion.push(project)
  else {
    place(context, state, project)
    state.body.projects.push(project)
  }
  state.last = project
}

function readRow(context: Context, state: State, row: Row): void {
  const heading = headingOf(row)
  const folded = row.line?.folded ?? ''
  if (isInterRegion(folded)) state.interRegion = true
  else if (heading && (heading.role === 'pillar' || heading.level <= 1)) state.interRegion = false
  if (isNote(row)) {
    const texts = noteTexts(row).map(withoutTags)
    if (state.last) addNotes(context, state.last, texts)
    else state.body.notes.push(...texts.map((t) => leaf(context, t)))
    return
  }
  if (heading) {
    const part: Part = { heading, texts: [] }
    state.parts.push(part)
    if (!isOfAgreement(heading)) pushPart(state.stack, part)
    state.last = undefined
    return
  }
  const current = state.parts.at(-1)
  const afterSheet = state.last !== undefined
  state.last = undefined
  if (!current || (afterSheet && current.used)) state.parts.push({ texts: textsOf([row]) })
  else current.texts.push(...textsOf([row]))
}

function readGridDivision(context: Context, state: State, division: Extract<Division, { kind: 'grid' }>): void {
  const legend = state.legendOf(division)
  const read = readGrid(context, division.header, division.rows, legend, state.body.grids, state.ahead)
  const { grid, rest, sources } = read
  state.ahead = read.ahead
  state.body.grids.push(grid)
  if (division.details) readDetails(context, state, division.details, grid, sources)
  for (const row of grid.rows) {
    if (row.pillar) state.inGrid.pillars.add(wordsOf(row.pillar))
    if (row.initiative) state.inGrid.initiatives.add(wordsOf(row.initiative))
  }
  if (rest.length > 0) state.parts.push({ texts: rest })
  state.last = undefined
}

/** Reads what a grid says of its projects beside their marks; rows that are none keep it as text. */
function readDetails(
  context: Context,
  state: State,
  { list, originals }: GridDetails,
  { rows }: ParticipationGrid,
  sources: readonly Row[],
): void {
  const left = new Map(originals)
  rows.forEach((row, i) => {
    const own = originals.get(sources[i] as Row)
    if (!own) return
    left.delete(sources[i] as Row)
    const fields = listFields(list, own)
    if (fields.length === 0) return
    const project = underGrid(readProject(context, fields, state.setting), row)
    reportUnitless(context, project)
    state.details.push(project)
  })
  const columns = new Set(list.columns.map((c) => c.cell.from))
  const texts = [...left.values()].flatMap((row) => filled(row).flatMap((c) => (columns.has(c.from) ? [c.text] : [])))
  if (texts.length > 0) state.parts.push({ texts })
}

/** What grids say of projects goes to their sheets; a project without one is what its grid says of it. */
function settleDetails({ body, details }: State): void {
  const sheets = new Map(body.projects.map((p) => [wordsOf(p.title), p]))
  for (const project of details) {
    const sheet = sheets.get(wordsOf(project.title))
    if (sheet) absorb(sheet, project)
    else body.projects.push(project)
  }
}

/** Reads a list of indicators outside all projects; directly behind a project nothing says whether they are its own. */
function readRegion(context: Context, state: State, block: RegionBlock, rows: readonly Row[]): void {
  if (state.last || block.isUnread) {
    reportOwnerless(context, block)
    for (const row of rows) readRow(context, state, row)
    return
  }
  const { indicators, rest, notes } = readRegionBlock(context, block)
  state.region.push({ indicators, stack: [...state.stack] })
  state.body.notes.push(...notes.map((t) => leaf(context, withoutTags(t))))
  if (rest.length > 0) state.parts.push({ texts: rest })
}

/** Indicators belong to the pillars and initiatives that projects name. */
function settleRegion(context: Context, state: State): void {
  const { projects, grids, initiatives, indicators } = state.body
  const named = [...projects, ...grids.flatMap((g) => g.rows)]
  const names = {
    pillars: namesOf([...named, ...initiatives].map((p) => p.pillar)),
    initiatives: namesOf([...named.map((p) => p.initiative), ...initiatives.map((i) => i.title)]),
  }
  settleOwners(state.region, names, {
    pillar: (part, holder) => pillarOf(context, state, part, holder),
    initiative: (part, pillar) => initiativeOf(context, state, part, pillar),
  })
  indicators.push(...state.region.flatMap((r) => r.indicators))
}

type Heads = Pick<Project, 'pillar' | 'initiative'>

/**
 * Reads a table with a project a row. Pillar and initiative of a row hold for the rows below it that leave them blank; what has
 * no title is none: sums of all projects, remarks.
 */
function readList(context: Context, state: State, { list, rows }: Extract<Division, { kind: 'list' }>): void {
  for (const cell of list.labels) furnish(context, 'label', cell.text)
  const titleOf = (row: Row | undefined): string => row?.cells.find((c) => c.from === list.title)?.bare ?? ''
  let above: Heads = {}
  let last: Project | undefined
  let pillarAt: At | undefined
  rows.forEach((row, i) => {
    const title = titleOf(row)
    const pillar = pillarRow(row)
    if (pillar && titleOf(rows[i + 1]) !== '' && !pillarRow(rows[i + 1] as Row)) {
      const read = leaf(context, withoutBullet(withoutTags(pillar.text)))
      above = { pillar: read.text }
      pillarAt = read.at
      return
    }
    if (title === '' && last && goesOn(list, row)) {
      const added = readProject(context, listFields(list, row), state.setting)
      if (added.indicators) last.indicators = [...(last.indicators ?? []), ...added.indicators]
      if (added.budget) last.budget = joinBudgets(last.budget, added.budget)
      last.notes = [...(last.notes ?? []), ...(added.notes ?? [])]
      if (last.notes.length === 0) delete last.notes
      if (added.where?.notes)
        last.where = {
          ...last.where,
          notes: last.where?.notes ? placesOf([last.where.notes, added.where.notes]) : added.where.notes,
        }
      last.at = hullOf([last.at, added.at])
      return
    }
    if (title === '' || headOf(title)?.kind === 'total' || isTotal(row, list)) {
      state.parts.push({ texts: textsOf([row]) })
      return
    }
    const project = readProject(context, listFields(list, row), { ...state.setting, ...(last ? { above: last } : {}) })
    const { pillar: own, initiative } = project
    for (const key of ['pillar', 'initiative'] as const)
      if (isDitto(project[key] ?? '')) renamePlace(project, key, 'ditto')
    if (own && !isDitto(own)) above = { pillar: own }
    if (initiative && !isDitto(initiative)) above = { ...above, initiative }
    if (pillarAt) project.where = { ...project.where, pillar: pillarAt }
    project.at = hullOf([project.at, pillarAt])
    pillarAt = undefined
    last = project
    if (isValued(project)) state.valued.add(project)
    addProject(context, state, Object.assign(project, above))
  })
  // What stands below a table of several projects is of none of them.
  if (rows.length > 1) state.last = undefined
}

/** A heading that is not the project's stays claimed, under a name of its own. */
export function renamePlace(project: Project, key: 'pillar' | 'initiative', as: string): void {
  const { [key]: place, ...where } = project.where ?? {}
  if (place) project.where = { ...where, [`${as}.${key}`]: place }
}

/** The fields of a sheet; the line above them that names the project is one. */
function sheetFields(context: Context, { rows, heading }: Extract<Division, { kind: 'sheet' }>): Field[] {
  const [name] = rows
  if (name && !heading && isColumnHead(name)) {
    for (const text of textsOf([name])) furnish(context, 'label', text)
    return fieldsOf(rows.slice(1))
  }
  if (!name || !heading) return fieldsOf(rows)
  const top = firstField(rows, 0)
  for (const text of textsOf(rows.slice(1, top))) furnish(context, 'label', text)
  return [...nameFields(name, heading), ...fieldsOf(rows.slice(top))]
}

function readDivision(context: Context, state: State, division: Division): void {
  if (division.kind === 'row') readRow(context, state, division.row)
  else if (division.kind === 'grid') readGridDivision(context, state, division)
  else if (division.kind === 'transposed') {
    state.body.grids.push(readTransposed(context, division.grid, state.legendOf(division)))
    state.last = undefined
  } else if (division.kind === 'list') readList(context, state, division)
  else if (division.kind === 'indicators') readRegion(context, state, division.block, division.rows)
  else {
    // 同上 is said of the sheet above.
    const above = state.body.projects.at(-1)
    const setting = { ...state.setting, ...(above ? { above } : {}) }
    addProject(context, state, readProject(context, sheetFields(context, division), setting))
  }
}

/** Municipalities of all grids, in the order of their columns. */
const columnsOf = (divisions: readonly Division[]): string[] => [
  ...new Set(divisions.flatMap((d) => (d.kind === 'grid' ? d.header.names.map((n) => n.name) : []))),
]

/** Writes grids, projects, initiatives, notes and sections of a vision, from top to bottom. */
export function writeBody(
  context: Context,
  divisions: readonly Division[],
  front: readonly Row[],
  setting: BodySetting,
): Body {
  const columns = columnsOf(divisions)
  const body: Body = {
    grids: [],
    projects: [],
    interRegion: [],
    initiatives: [],
    indicators: [],
    notes: [],
    sections: [],
    where: {},
  }
  const state: State = {
    body,
    setting: {
      book: setting.book,
      legend: setting.legendOf(),
      symbols: setting.symbols,
      members: columns.length > 0 ? columns : setting.fallbackMembers,
      ...(setting.unit ? { unit: setting.unit } : {}),
    },
    legendOf: setting.legendOf,
    parts: [],
    initiatives: body.initiatives,
    stack: [],
    interRegion: false,
    last: undefined,
    pillars: new Map(),
    written: new Map(),
    inGrid: { pillars: new Set(), initiatives: new Set() },
    details: [],
    valued: new Set(),
    region: [],
  }
  const loose = front.filter((row) => !isNote(row))
  if (loose.length > 0) state.parts.push({ texts: textsOf(loose) })
  for (const row of front) if (isNote(row)) readRow(context, state, row)
  for (const division of divisions) readDivision(context, state, division)
  settleDetails(state)
  settleValued(body.projects, state.valued)
  settleRegion(context, state)
  for (const [i, part] of state.parts.entries()) {
    if (part.heading?.role === 'initiative' && !part.used) initiativeOf(context, state, part, undefined)
    reportUnreadTargets(context, part, state.parts[i + 1])
    body.sections.push(...sectionOf(context, part))
  }
  if (body.notes.length > 0) body.where.notes = placesOf(body.notes.map((n) => n.at))
  return body
}
