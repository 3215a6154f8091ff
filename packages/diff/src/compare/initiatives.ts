import { type AppendedTable, fold, type Initiative, type TableSection, type VisionInitiative } from '@kyoyaku/core'
import { align } from '../align/align.ts'
import { inOrder } from '../align/in-order.ts'
import { movedPairs } from '../align/moved.ts'
import { titledWeights } from '../align/score.ts'
import type { Unit } from '../align/unit.ts'
import type { InitiativeChange } from '../schema/change.ts'
import type { Edit } from '../schema/edit.ts'
import { comparable, wholeEdit } from '../text/edits.ts'
import { aloneStatus, type Environment } from './environment.ts'
import { fieldEdits, placed } from './fields.ts'

/** An initiative with the headings that it stands under. */
export interface PlacedInitiative extends Initiative {
  path: string[]
}

const under = (section: TableSection, path: readonly string[]): PlacedInitiative[] => {
  const own = [...path, section.title]
  return [
    ...section.initiatives.map((i) => ({ ...i, path: own })),
    ...(section.sections ?? []).flatMap((s) => under(s, own)),
  ]
}

/** Initiatives of tables and articles, in order. */
export const initiativesOf = (
  tables: readonly AppendedTable[],
  inArticles: readonly Initiative[] = [],
): PlacedInitiative[] => [
  ...tables.flatMap((t) => t.sections.flatMap((s) => under(s, [t.title]))),
  ...inArticles.map((i) => ({ ...i, path: i.path ?? [] })),
]

export const ofVision = (initiatives: readonly VisionInitiative[]): PlacedInitiative[] =>
  initiatives.map((i) => ({
    title: i.title,
    ...(i.description === undefined ? {} : { description: i.description }),
    ...(i.at ? { at: i.at } : {}),
    ...(i.where ? { where: i.where } : {}),
    roles: [],
    path: i.pillar === undefined ? [] : [i.pillar],
  }))

const unitOf = (env: Environment, side: 'old' | 'new', i: PlacedInitiative): Unit => {
  const text = (t: string): string => comparable(env.text, env.symbolic[side](t))
  return {
    number: numberOf(env, i),
    caption: text(i.title),
    body: text([i.description ?? '', ...i.roles.map((r) => r.text)].join('\n')),
  }
}

/** (1), （１） and １ count the same. */
const numberOf = (env: Environment, { number = '' }: PlacedInitiative): string =>
  env.text.folding.width ? fold(number).replace(/[().、\s]/gu, '') : number

const identity = (old: PlacedInitiative | undefined, other: PlacedInitiative | undefined) => ({
  ...(old ? { old: old.title, oldPath: old.path } : {}),
  ...(other ? { new: other.title, newPath: other.path } : {}),
  ...(old?.number === undefined ? {} : { oldNumber: old.number }),
  ...(other?.number === undefined ? {} : { newNumber: other.number }),
})

function alone(env: Environment, side: 'old' | 'new', i: PlacedInitiative): Omit<InitiativeChange, 'document'> {
  const op = side === 'old' ? 'delete' : 'insert'
  const status = aloneStatus(env, side)
  const told = status !== 'not-in-excerpt'
  const roles = told ? i.roles.map((r) => ({ party: r.party, edits: wholeEdit(op, r) })) : []
  return {
    ...(side === 'old' ? identity(i, undefined) : identity(undefined, i)),
    status,
    renamed: false,
    renumbered: false,
    moved: false,
    edited: false,
    ...(i.description === undefined || !told
      ? {}
      : { description: wholeEdit(op, { text: i.description, at: i.where?.description }) }),
    ...(roles.length > 0 ? { roles } : {}),
  }
}

function rolesEdits(
  env: Environment,
  old: PlacedInitiative,
  other: PlacedInitiative,
): { party: string; edits: Edit[] }[] {
  const parties = [...new Set([...old.roles, ...other.roles].map((r) => r.party))]
  return parties.flatMap((party) => {
    const joined = (i: PlacedInitiative) => {
      const own = i.roles.filter((r) => r.party === party)
      return own.length === 0 ? undefined : { text: own.map((r) => r.text).join('\n'), at: own[0]?.at }
    }
    const edits = fieldEdits(env, joined(old), joined(other), `${other.title} ${party}`)
    return edits ? [{ party, edits }] : []
  })
}

/** The initiatives of two versions, by title and text together, so that renamed ones are found. */
export function compareInitiatives(
  env: Environment,
  olds: readonly PlacedInitiative[],
  news: readonly PlacedInitiative[],
  document: number,
): InitiativeChange[] {
  const a = olds.map((i) => unitOf(env, 'old', i))
  const b = news.map((i) => unitOf(env, 'new', i))
  const pairs = align(a, b, titledWeights)
  const moved = new Set([...movedPairs(pairs, () => 1)].map((p) => p.new))
  return inOrder(pairs, olds.length, news.length).map((row): InitiativeChange => {
    if (row.new === undefined)
      return { document, ...alone(env, 'old', olds[row.old] as PlacedInitiative), oldIndex: row.old }
    if (row.old === undefined)
      return { document, ...alone(env, 'new', news[row.new] as PlacedInitiative), newIndex: row.new }
    const old = olds[row.old] as PlacedInitiative
    const other = news[row.new] as PlacedInitiative
    const title = fieldEdits(
      env,
      placed(old.title, old.where?.title),
      placed(other.title, other.where?.title),
      other.title,
    )
    const description = fieldEdits(
      env,
      placed(old.description, old.where?.description),
      placed(other.description, other.where?.description),
      other.title,
    )
    const roles = rolesEdits(env, old, other)
    const renumbered = numberOf(env, old) !== numberOf(env, other)
    const path = (side: 'old' | 'new', i: PlacedInitiative): string =>
      comparable(env.text, env.symbolic[side](i.path.join('\n')))
    const isMoved = moved.has(row.new) || path('old', old) !== path('new', other)
    const edited = title !== undefined || description !== undefined || roles.length > 0
    return {
      document,
      ...identity(old, other),
      oldIndex: row.old,
      newIndex: row.new,
      status: edited || renumbered || isMoved ? 'changed' : 'unchanged',
      renamed: title !== undefined,
      renumbered,
      moved: isMoved,
      edited,
      ...(title ? { title } : {}),
      ...(description ? { description } : {}),
      ...(roles.length > 0 ? { roles } : {}),
    }
  })
}
