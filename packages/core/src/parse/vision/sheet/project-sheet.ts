import { type NameBook, reportUnknownName } from '../../../check/municipality-name.ts'
import type { Where } from '../../../schema/at.ts'
import type { Project } from '../../../schema/vision.ts'
import { clean, join } from '../../../text/clean.ts'
import { fold } from '../../../text/fold.ts'
import { concat, type Text } from '../../../text/text.ts'
import { type Context, furnish, leaf, locate, report, take } from '../../context.ts'
import { yenOf } from '../budget/amount.ts'
import { type BudgetColumns, captionIn } from '../budget/budget-column.ts'
import type { BudgetReading } from '../budget/budget-reading.ts'
import { readBudget } from '../budget/budget-row.ts'
import { settleSources } from '../budget/budget-source.ts'
import { headOf } from '../budget/sum-head.ts'
import { moneyUnitIn } from '../budget/unit.ts'
import { reportUnitless, reportUnreadSums } from '../budget/unread-sums.ts'
import type { Legend } from '../grid/mark.ts'
import { readMarkRow } from '../grid/mark-row.ts'
import { readIndicators } from '../indicator/indicator.ts'
import { holdsSeveral, isDitto } from '../indicator/measure.ts'
import { labelledText } from '../labelled-text.ts'
import { itemsOf, withoutBullet, withoutTags } from '../markup.ts'
import { hullOf, placesOf, widen } from '../place.ts'
import { bareOf, filled, textsOf } from '../row.ts'
import { withLabelsMeant } from './label-meant.ts'
import { readParticipants } from './participants.ts'
import { isPeriod } from './period-field.ts'
import { readRoles, roleOf } from './project-role.ts'
import { readTitle, textOf } from './project-title.ts'
import type { Field } from './sheet-field.ts'
import type { Symbols } from './symbol.ts'
import { reportUnsureGoals } from './unsure-goals.ts'

/** What the sheets of one document share. */
export interface SheetSetting {
  book: NameBook
  /** Members of the region, whom 全市町 stands for. */
  members: readonly string[]
  legend: Legend
  symbols: Symbols
  /** The unit that the document gives for all its sums. */
  unit?: string
  /** The project of the row above, whom 〃 repeats. */
  above?: Project
}

/** What is gathered of a project while its fields are read. */
export interface Draft {
  project: Project
  where: Where
  notes: Text[]
  columns?: BudgetColumns
  /** The table that these columns are of. */
  columnsIn?: number
  /** Whether the participants that were read are the city at the centre. */
  core?: boolean
  /** Whether a field says who takes part. */
  isNamed: boolean
  /** The field whose label a note begins with. */
  held?: Field
}

function addBudget(draft: Draft, reading: BudgetReading, isMoney: boolean, table?: number): void {
  const { project } = draft
  if (reading.schedule.length > 0) project.schedule = [...(project.schedule ?? []), ...reading.schedule]
  if (reading.columns) draft.columns = reading.columns
  if (reading.columns && table !== undefined) draft.columnsIn = table
  draft.notes.push(...reading.rest)
  const any = reading.years.length + reading.sources.length + reading.results.length > 0 || reading.total !== undefined
  if (!any) return
  project.budget = {
    ...project.budget,
    ...(reading.unit && isMoney ? { unit: reading.unit } : {}),
    years: reading.years,
    ...(reading.total ? { total: reading.total } : {}),
    ...(reading.sources.length > 0 ? { sources: reading.sources } : {}),
    ...(reading.results.length > 0 ? { results: reading.results } : {}),
  }
}

const before = ({ columns, project }: Draft, field?: Field) => ({
  columns: field?.sums ?? columns,
  budget: project.budget,
})

/** Whether a field names at least two sources and has sums, however small, for them. */
function splitsSums({ rows }: Field): boolean {
  const cells = rows.flatMap((row) => filled(row)).map((c) => c.bare)
  const sources = cells.filter((c) => headOf(c)?.kind === 'source').length
  return sources > 1 && cells.every((c) => headOf(c) !== undefined || yenOf(c) !== undefined)
}

/** Sums that stand under no year are said to be unread; where there are no others, they keep the label of the field. */
function underLabel(context: Context, draft: Draft, field: Field, reading: BudgetReading): BudgetReading {
  const unread = [
    ...reading.unread,
    ...reading.rest.filter((t) => /[0-9]/u.test(fold(t.value)) && yenOf(bareOf(t)) !== undefined),
  ]
  const isAlone =
    reading.years.length + reading.sources.length + reading.results.length === 0 && reading.total === undefined
  const isUnread = isAlone && reading.schedule.length === 0 && reading.rest.some((t) => /[0-9]/u.test(fold(t.value)))
  if (unread.length === 0 && isUnread) unread.push(...reading.rest)
  if (unread.length === 0) return reading
  reportUnread(context, draft, unread)
  if (!isAlone) return reading
  draft.held = field
  return { ...reading, rest: [labelledText(concat(field.labels.map(withoutTags)), reading.rest)] }
}
const comma: Text = { value: '、', offsets: Int32Array.of(-1) }

type Reader = (context: Context, draft: Draft, field: Field, setting: SheetSetting) => void

const plainText =
  (member: 'purpose' | 'number' | 'pillar' | 'initiative'): Reader =>
  (context, draft, field) => {
    const text = withoutBullet(textOf(field))
    if (text.value === '') return
    if (draft.project[member] !== undefined) {
      draft.notes.push(text)
      return
    }
    const read = leaf(context, text)
    draft.project[member] = read.text
    draft.where[member] = read.at
  }

const readers: Partial<Record<Field['label']['kind'], Reader>> = {
  title: readTitle,
  purpose: plainText('purpose'),
  number: plainText('number'),
  pillar: plainText('pillar'),
  initiative: plainText('initiative'),
  participants(context, draft, field, { book, members, above, legend, symbols }) {
    const marked = draft.where.participants ? undefined : readMarkRow(field.rows, book, legend)
    if (marked) {
      draft.project.participants = marked.names
      draft.core = false
      draft.where.participants = take(context, concat(marked.texts.map(clean)))
      return
    }
    const text = textOf(field)
    if (text.value === '') return
    if (above && isDitto(bareOf(text)) && !draft.where.participants) {
      draft.project.participants = [...above.participants]
      if (above.allMunicipalities) draft.project.allMunicipalities = true
      draft.where.participants = take(context, clean(text))
      return
    }
    const before = draft.where.participants
    if (before && draft.core === (field.label.core ?? false)) {
      draft.notes.push(text)
      return
    }
    const { names, all, unread = [], strange = [] } = readParticipants(text, members, book, symbols, legend)
    for (const remark of unread) reportUnreadNames(context, draft, remark)
    for (const name of strange) reportUnknownName(context, name)
    if (names.length === 0 && !all) {
      if (!isNobody.test(bareOf(text))) reportUnreadNames(context, draft, clean(text))
      draft.notes.push(text)
      return
    }
    draft.project.participants = [...new Set([...draft.project.participants, ...names])]
    if (all) draft.project.allMunicipalities = true
    draft.core = field.label.core ?? false
    const at = take(context, clean(text))
    draft.where.participants = before ? placesOf([before, at]) : at
  },
  activities(context, draft, field) {
    const items = itemsOf(textsOf(field.rows)).map(clean)
    if (items.length === 0) return
    if (draft.project.activities) {
      draft.notes.push(...items)
      return
    }
    draft.project.activities = items.map((i) => i.value)
    draft.where.activities = take(context, concat(items))
  },
  schedule(context, draft, field) {
    addBudget(draft, readBudget(context, field.rows, captionIn(field.rows), before(draft)), false)
  },
  budget(context, draft, field, { unit }) {
    // 財源 | 国庫補助 1/3: where the money comes from, and no sum.
    const isSplit = field.labels.some((l) => /財源/u.test(bareOf(l)))
    if (isSplit && !splitsSums(field) && !textsOf(field.rows).some((t) => /[0-9]{3}|円/u.test(fold(t.value)))) {
      draft.held = field
      draft.notes.push(noteOf(field))
      return
    }
    const labelled = field.labels.map((t) => moneyUnitIn(fold(t.value))).find((u) => u !== undefined)
    const reading = readBudget(
      context,
      field.rows,
      field.label.unit ?? labelled ?? captionIn(field.rows) ?? draft.project.budget?.unit ?? unit,
      before(draft, field),
    )
    addBudget(draft, underLabel(context, draft, field, reading), true, field.rows[0]?.table)
  },
  roles(context, draft, field, { book }) {
    const rest: Text[] = []
    const roles = readRoles(context, field.rows, book, rest)
    if (roles.length > 0) draft.project.roles = [...(draft.project.roles ?? []), ...roles]
    else if (rest.length > 0) {
      // Who does what is said in sentences of all: they keep the label that says so.
      draft.held = field
      draft.notes.push(noteOf(field))
      return
    }
    draft.notes.push(...rest)
  },
  role(context, draft, field) {
    const role = roleOf(context, field.label.party ?? '', textsOf(field.rows))
    if (role.items.length > 0) draft.project.roles = [...(draft.project.roles ?? []), role]
  },
  indicators(context, draft, field) {
    const rest: Text[] = []
    const table = field.rows[0]?.table
    const years = table !== undefined && table === draft.columnsIn ? draft.columns : undefined
    const indicators = readIndicators(context, field.rows, rest, field.values, years)
    for (const { name, baseline, target } of indicators) {
      const measure = [baseline, target].find((m) => m?.value === undefined && holdsSeveral(m?.text ?? ''))
      const data = { project: draft.project.title, indicator: name, text: measure?.text }
      if (measure) report(context, 'indicator-unread', data, measure.at)
    }
    draft.project.indicators = [...(draft.project.indicators ?? []), ...indicators]
    draft.notes.push(...rest)
  },
  sdgs(context, draft, field) {
    const text = textOf(field)
    const numbers = [...fold(text.value).matchAll(/(?<![0-9])[0-9]{1,2}(?![0-9])/gu)].map((m) => Number(m[0]))
    const goals = [...new Set(numbers)].filter((n) => n >= 1 && n <= 17)
    if (text.value === '') return
    reportUnsureGoals(context, draft.project, text)
    if (goals.length === 0 || draft.project.sdgs) {
      draft.notes.push(text)
      return
    }
    draft.project.sdgs = goals
    draft.where.sdgs = take(context, text)
  },
}

/** 令和6年度 | 1,000 under headings that were not understood: sums that are kept as text. */
const isOfYear = ({ labels, rows }: Field): boolean =>
  labels.some((l) => headOf(bareOf(l))?.kind === 'year') && textsOf(rows).some((t) => inThousands.test(fold(t.value)))
const inThousands = /(?<![0-9])[0-9]{1,3},[0-9]{3}(?![0-9])/u

function reportUnread(context: Context, { project }: Draft, texts: readonly Text[]): void {
  const text = clean(concat(texts.flatMap((t, i) => (i === 0 ? [t] : [comma, t]))))
  if (!context.evidence)
    report(context, 'amount-unread', { project: project.title, text: text.value }, locate(context, text))
}

const reportUnreadNames = (context: Context, { project }: Draft, text: Text): void =>
  report(context, 'participants-unread', { project: project.title, text: text.value }, locate(context, text))

/** No others, or not settled. */
const isNobody = /^(?:-+|ー|なし|未定|調整中|検討中|該当なし)$/u

const colon: Text = { value: '：', offsets: Int32Array.of(-1) }

const noteOf = ({ labels, rows }: Field): Text =>
  concat([
    ...labels.flatMap((l) => (/[:：]$/u.test(l.value) ? [withoutTags(l)] : [withoutTags(l), colon])),
    withoutTags(join(textsOf(rows))),
  ])

/** A project out of the fields of its sheet. */
export function readProject(context: Context, printed: readonly Field[], setting: SheetSetting): Project {
  const fields = withLabelsMeant(printed, setting.book)
  const isNamed = fields.some((f) => f.label.kind === 'participants')
  const draft: Draft = { project: { title: '', participants: [] }, where: {}, notes: [], isNamed }
  const titles = fields.filter((f) => f.label.kind === 'title')
  for (const field of fields) {
    if (isPeriod(field)) {
      draft.notes.push(noteOf(field))
      continue
    }
    const isFirstOfTwo = field.label.kind === 'title' && titles.length > 1 && field !== titles.at(-1)
    const read = isFirstOfTwo ? readers.initiative : readers[field.label.kind]
    if (read) {
      read(context, draft, field, setting)
      if (draft.held !== field) for (const label of field.labels) furnish(context, 'label', label)
      continue
    }
    const texts = textsOf(field.rows)
    const isNote = field.label.kind === 'note' && texts.length > 0
    if (!isNote) for (const text of field.labels) furnish(context, 'label', text)
    if (isNote && isOfYear(field)) reportUnread(context, draft, texts)
    if (isNote) draft.notes.push(noteOf(field))
    else if (texts.length > 0) draft.notes.push(withoutTags(join(texts)))
  }
  const project = finished(context, draft)
  if (project.title !== '') reportUnitless(context, project)
  reportUnreadSums(context, project, fields)
  return project
}

function finished(context: Context, { project, where, notes }: Draft): Project {
  const budget = settleSources(project.budget)
  if (budget) project.budget = budget
  const printed = notes.map((n) => clean(withoutBullet(withoutTags(n)))).filter((n) => n.value !== '')
  if (printed.length > 0) {
    project.notes = printed.map((n) => n.value)
    where.notes = take(context, concat(printed))
  }
  const inner = [
    ...Object.values(where),
    ...[...(budget?.years ?? []), ...(budget?.sources ?? []), ...(budget?.results ?? []), budget?.total].map(
      (a) => a?.at,
    ),
    ...(project.schedule ?? []).map((s) => s.at),
    ...(project.roles ?? []).map((r) => r.at),
    ...(project.indicators ?? []).map((i) => i.at),
  ]
  return { ...project, at: hullOf(inner), where }
}

/** Adds notes that stand after a sheet. */
export function addNotes(context: Context, project: Project, texts: readonly Text[]): void {
  for (const text of texts) {
    const note = leaf(context, text)
    if (project.notes && project.where?.notes) {
      project.notes.push(note.text)
      widen(project.where.notes, note.at)
    } else {
      project.notes = [note.text]
      project.where = { ...project.where, notes: placesOf([note.at]) }
    }
    project.at = hullOf([project.at, note.at])
  }
}
