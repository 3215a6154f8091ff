import type { At } from '@kyoyaku/core'
import { align } from '../align/align.ts'
import { inOrder } from '../align/in-order.ts'
import { titledWeights } from '../align/score.ts'
import type { Unit } from '../align/unit.ts'
import type { ProjectChange } from '../schema/project-change.ts'
import { comparable, type Placed } from '../text/edits.ts'
import { compareBudgets, noteNotation } from './budgets.ts'
import { aloneStatus, type Environment } from './environment.ts'
import { fieldEdits, placed } from './fields.ts'
import { compareMarks } from './marks.ts'
import { compareIndicators } from './project-indicators.ts'
import { reorderedProjects } from './project-order.ts'
import { projectPieces } from './project-pieces.ts'
import { compareSchedules } from './schedules.ts'
import type { VisionProject } from './vision-projects.ts'

function unitOf(env: Environment, p: VisionProject): Unit {
  const own = [p.purpose ?? '', ...(p.activities ?? [])]
  return {
    number: p.number ?? '',
    caption: comparable(env.text, p.title),
    body: comparable(env.text, [...own, p.initiative ?? ''].join('\n')),
    own: comparable(env.text, own.join('\n')),
    headingAlone: own.join('').trim() === '',
  }
}

const lines = (texts: readonly string[] | undefined): string | undefined =>
  texts && texts.length > 0 ? texts.join('\n') : undefined

/** The fields of a sheet that are text, each with its place. */
function fieldsOf(p: VisionProject): Map<string, Placed> {
  const fields = new Map<string, Placed>()
  const add = (name: string, text: string | undefined, at?: At): void => {
    if (text !== undefined && text !== '') fields.set(name, { text, at })
  }
  add('purpose', p.purpose, p.where?.purpose)
  add('activities', lines(p.activities), p.where?.activities)
  for (const r of p.roles ?? []) add(`roles:${r.party}`, lines(r.items), r.at)
  for (const a of p.budget?.sources ?? []) add(`budget:${a.source ?? ''}:${a.fiscalYear ?? ''}`, a.text, a.at)
  for (const a of p.budget?.results ?? []) add(`result:事業費:${a.fiscalYear ?? ''}${a.source ?? ''}`, a.text, a.at)
  add('sdgs', p.sdgs?.join('、'), p.where?.sdgs)
  add('notes', lines(p.notes), p.where?.notes)
  return fields
}

type FieldChange = NonNullable<ProjectChange['fields']>[number]

function compareFields(env: Environment, old: VisionProject, other: VisionProject): FieldChange[] {
  if (old.gridOnly || other.gridOnly) return []
  const a = fieldsOf(old)
  const b = fieldsOf(other)
  const changed = [...new Set([...a.keys(), ...b.keys()])].flatMap((field) => {
    const edits = fieldEdits(env, a.get(field), b.get(field), `${other.title} ${field}`)
    return edits ? [{ field, edits }] : []
  })
  return [...changed, ...compareSchedules(env, old, other)]
}

const flat = { renamed: false, moved: false, edited: false } as const

function alone(env: Environment, side: 'old' | 'new', p: VisionProject): Omit<ProjectChange, 'document'> {
  const status = aloneStatus(env, side)
  const budget = side === 'old' ? compareBudgets(p.budget, undefined) : compareBudgets(undefined, p.budget)
  const participants = side === 'old' ? { joined: [], left: p.participants } : { joined: p.participants, left: [] }
  const told = status !== 'not-in-excerpt'
  return {
    ...(side === 'old' ? { old: p.title } : { new: p.title }),
    status,
    ...flat,
    ...(p.pillar === undefined ? {} : { pillar: { [side]: p.pillar } }),
    ...(p.initiative === undefined ? {} : { initiative: { [side]: p.initiative } }),
    ...(told && p.participants.length > 0 ? { participants } : {}),
    ...(told && budget ? { budget } : {}),
  }
}

function heading(env: Environment, old: string | undefined, other: string | undefined) {
  if (old === undefined || other === undefined) return undefined
  return comparable(env.text, old) === comparable(env.text, other) ? undefined : { old, new: other }
}

/** Names of municipalities in the old version to those in the new one, where these changed. */
export type Renamed = ReadonlyMap<string, string>

/** Whether sums differ in nothing but the years that a plan covers, with the totals that follow. */
const isRolled = (budget: NonNullable<ProjectChange['budget']>): boolean =>
  budget.some((b) => b.fiscalYear !== undefined && (b.oldText === undefined) !== (b.newText === undefined)) &&
  budget.every(
    (b) =>
      b.fiscalYear === undefined ||
      b.oldText === undefined ||
      b.newText === undefined ||
      b.delta === 0 ||
      (b.old === null && b.oldText === b.newText),
  )

function paired(
  env: Environment,
  old: VisionProject,
  other: VisionProject,
  { renamed, reordered }: { renamed: Renamed; reordered: boolean },
): Omit<ProjectChange, 'document'> {
  const title = fieldEdits(
    env,
    placed(old.title, old.where?.title),
    placed(other.title, other.where?.title),
    other.title,
  )
  const pillar = heading(env, old.pillar, other.pillar)
  const initiative = heading(env, old.initiative, other.initiative)
  const sheets = !old.gridOnly && !other.gridOnly
  const before = new Set(old.participants.map((m) => comparable(env.text, renamed.get(m) ?? m)))
  const after = new Set(other.participants.map((m) => comparable(env.text, m)))
  const joined = other.participants.filter((m) => !before.has(comparable(env.text, m)))
  const left = old.participants.filter((m) => !after.has(comparable(env.text, renamed.get(m) ?? m)))
  const told = old.participantsKnown && other.participantsKnown && joined.length + left.length > 0
  const silent = (env.excerpts.new && !other.budget) || (env.excerpts.old && !old.budget)
  const budget = sheets && !silent ? compareBudgets(old.budget, other.budget) : undefined
  if (sheets && !silent) noteNotation(env, old.budget, other.budget, `${other.title} 事業費`)
  const measured = sheets ? compareIndicators(env, old.indicators ?? [], other.indicators ?? []) : undefined
  const indicators = measured?.changes
  const changed = [
    ...compareMarks(
      env,
      old,
      other,
      new Set(told ? [...joined, ...left.map((m) => renamed.get(m) ?? m)] : []),
      renamed,
    ),
    ...(measured?.fields ?? []),
    ...compareFields(env, old, other),
  ]
  const fields = changed.length > 0 ? changed : undefined
  const moved = reordered || pillar !== undefined || initiative !== undefined
  const edited = Boolean(title || told || budget || indicators || fields)
  const rolled = budget !== undefined && isRolled(budget) && !(title || told || indicators || fields || moved)
  return {
    old: old.title,
    new: other.title,
    status: edited || moved ? 'changed' : 'unchanged',
    renamed: title !== undefined,
    moved,
    edited,
    ...(rolled ? { rolled } : {}),
    ...(title ? { title } : {}),
    ...(pillar ? { pillar } : {}),
    ...(initiative ? { initiative } : {}),
    ...(told ? { participants: { joined, left } } : {}),
    ...(budget ? { budget } : {}),
    ...(indicators ? { indicators } : {}),
    ...(fields ? { fields } : {}),
  }
}

/** The projects of two versions of a vision, renamed ones included. */
export function compareProjects(
  env: Environment,
  olds: readonly VisionProject[],
  news: readonly VisionProject[],
  document: number,
  renamed: Renamed = new Map(),
): ProjectChange[] {
  const pairs = align(
    olds.map((p) => unitOf(env, p)),
    news.map((p) => unitOf(env, p)),
    titledWeights,
  )
  const { splitFrom, mergedInto } = projectPieces(env, olds, news, pairs)
  const reordered = new Set([...reorderedProjects(env, olds, news, pairs)].map((p) => p.new))
  const titleAt = (projects: readonly VisionProject[], i: number | undefined): string | undefined =>
    i === undefined ? undefined : projects[i]?.title
  return inOrder(pairs, olds.length, news.length).map((row): ProjectChange => {
    const index = {
      ...(row.old === undefined ? {} : { oldIndex: row.old }),
      ...(row.new === undefined ? {} : { newIndex: row.new }),
    }
    if (row.new === undefined) {
      const into = titleAt(news, mergedInto.get(row.old))
      const change = alone(env, 'old', olds[row.old] as VisionProject)
      return { document, ...index, ...change, ...(into === undefined ? {} : { mergedInto: into }) }
    }
    if (row.old === undefined) {
      const from = titleAt(olds, splitFrom.get(row.new))
      const change = alone(env, 'new', news[row.new] as VisionProject)
      return { document, ...index, ...change, ...(from === undefined ? {} : { splitFrom: from }) }
    }
    const [old, other] = [olds[row.old] as VisionProject, news[row.new] as VisionProject]
    return { document, ...index, ...paired(env, old, other, { renamed, reordered: reordered.has(row.new) }) }
  })
}
