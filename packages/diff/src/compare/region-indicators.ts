import type { RegionIndicator } from '@kyoyaku/core'
import { inOrder } from '../align/in-order.ts'
import type { Unit } from '../align/unit.ts'
import type { RegionIndicatorChange } from '../schema/region-indicator-change.ts'
import { comparable, type Placed } from '../text/edits.ts'
import { aloneStatus, type Environment } from './environment.ts'
import { fieldEdits, placed } from './fields.ts'
import { pairIndicators } from './indicator-pairs.ts'

const owners = ['pillar', 'initiative', 'group'] as const

const unitOf = (env: Environment, i: RegionIndicator): Unit => ({
  number: i.number ?? '',
  caption: comparable(env.text, i.name),
  body: comparable(env.text, owners.map((of) => i[of] ?? '').join('\n')),
  headingAlone: true,
})

/** Targets on the way and results by their years, or their order where they have none; where values come from, and notes. */
function fieldsOf(i: RegionIndicator): Map<string, Placed> {
  const fields = new Map<string, Placed>()
  for (const [n, m] of (i.milestones ?? []).entries()) fields.set(`milestone:${m.period?.from ?? n + 1}`, m)
  for (const [n, m] of (i.results ?? []).entries()) fields.set(`result:${m.period?.from ?? n + 1}`, m)
  if (i.source !== undefined) fields.set('source', { text: i.source, at: i.where?.source })
  if (i.notes && i.notes.length > 0) fields.set('notes', { text: i.notes.join('\n'), at: i.where?.notes })
  return fields
}

function change(
  env: Environment,
  old: RegionIndicator | undefined,
  other: RegionIndicator | undefined,
): Omit<RegionIndicatorChange, 'document'> {
  const title = (other ?? old)?.name ?? ''
  const name =
    old && other && fieldEdits(env, placed(old.name, old.where?.name), placed(other.name, other.where?.name), title)
  const baseline = fieldEdits(env, old?.baseline, other?.baseline, `${title} baseline`)
  const target = fieldEdits(env, old?.target, other?.target, `${title} target`)
  const [a, b] = [old, other].map((i) => (i ? fieldsOf(i) : new Map<string, Placed>())) as [
    Map<string, Placed>,
    Map<string, Placed>,
  ]
  const fields = [...new Set([...a.keys(), ...b.keys()])].flatMap((field) => {
    const edits = fieldEdits(env, a.get(field), b.get(field), `${title} ${field}`)
    return edits ? [{ field, edits }] : []
  })
  const elsewhere = owners.flatMap((of) => {
    const [from, to] = [old?.[of], other?.[of]]
    if (from === undefined && to === undefined) return []
    const same = old && other && comparable(env.text, from ?? '') === comparable(env.text, to ?? '')
    return same
      ? []
      : [[of, { ...(from === undefined ? {} : { old: from }), ...(to === undefined ? {} : { new: to }) }] as const]
  })
  const moved = old !== undefined && other !== undefined && elsewhere.length > 0
  const edited = Boolean(name || baseline || target) || fields.length > 0
  const alone = old ? (other ? undefined : aloneStatus(env, 'old')) : aloneStatus(env, 'new')
  const told = alone !== 'not-in-excerpt'
  return {
    ...(old ? { old: old.name } : {}),
    ...(other ? { new: other.name } : {}),
    status: alone ?? (edited || moved ? 'changed' : 'unchanged'),
    renamed: name !== undefined,
    moved,
    ...(name ? { name } : {}),
    ...Object.fromEntries(elsewhere),
    ...(baseline && told ? { baseline } : {}),
    ...(target && told ? { target } : {}),
    ...(fields.length > 0 && told ? { fields } : {}),
  }
}

/** Indicators of the region, its pillars and its initiatives in two versions of a vision. */
export function compareRegionIndicators(
  env: Environment,
  olds: readonly RegionIndicator[],
  news: readonly RegionIndicator[],
  document: number,
): RegionIndicatorChange[] {
  const pairs = pairIndicators(env, olds, news, (i) => unitOf(env, i))
  return inOrder(pairs, olds.length, news.length).map((row) => ({
    document,
    ...(row.old === undefined ? {} : { oldIndex: row.old }),
    ...(row.new === undefined ? {} : { newIndex: row.new }),
    ...change(
      env,
      row.old === undefined ? undefined : olds[row.old],
      row.new === undefined ? undefined : news[row.new],
    ),
  }))
}
