import type { Indicator } from '@kyoyaku/core'
import { inOrder } from '../align/in-order.ts'
import type { Unit } from '../align/unit.ts'
import type { ProjectChange } from '../schema/project-change.ts'
import { comparable, editsOf, type Placed, wholeEdit } from '../text/edits.ts'
import { aloneStatus, type Environment } from './environment.ts'
import { fieldEdits } from './fields.ts'
import { pairIndicators } from './indicator-pairs.ts'

type IndicatorChange = NonNullable<ProjectChange['indicators']>[number]
type FieldChange = NonNullable<ProjectChange['fields']>[number]

/** Targets on the way and results by their years, or their order where they have none. */
const yearlyOf = (i: Indicator | undefined): Map<string, Placed> =>
  new Map(
    (['milestones', 'results'] as const).flatMap((key) =>
      (i?.[key] ?? []).map((m, n) => [`${yearlyFields[key]}:${i?.name}:${m.period?.from ?? n + 1}`, m] as const),
    ),
  )
const yearlyFields = { milestones: 'milestone', results: 'result' } as const

/** The indicators of a project; targets on the way and results are fields of it. */
export function compareIndicators(
  env: Environment,
  old: readonly Indicator[],
  other: readonly Indicator[],
): { changes: IndicatorChange[] | undefined; fields: FieldChange[] } {
  const fields: FieldChange[] = []
  const unitOf = ({ name }: Indicator): Unit => ({ number: '', caption: comparable(env.text, name), body: '' })
  const pairs = pairIndicators(env, old, other, unitOf)
  const changes = inOrder(pairs, old.length, other.length).map((row): IndicatorChange => {
    const a = row.old === undefined ? undefined : old[row.old]
    const b = row.new === undefined ? undefined : other[row.new]
    const name = (b ?? a)?.name ?? ''
    const [before, after] = [yearlyOf(a && { ...a, name }), yearlyOf(b)]
    for (const field of new Set([...before.keys(), ...after.keys()])) {
      const edits = fieldEdits(env, before.get(field), after.get(field), field)
      if (edits) fields.push({ field, edits })
    }
    const measure = (key: 'baseline' | 'target') =>
      a && b
        ? fieldEdits(env, a[key], b[key], `${name} ${key}`)
        : a?.[key]
          ? wholeEdit('delete', a[key])
          : b?.[key] && wholeEdit('insert', b[key])
    const baseline = measure('baseline')
    const target = measure('target')
    const renamed = a && b && editsOf(env.text, { text: a.name }, { text: b.name }, name)
    const status = !b
      ? aloneStatus(env, 'old')
      : !a
        ? aloneStatus(env, 'new')
        : baseline || target || renamed
          ? 'changed'
          : 'unchanged'
    return {
      name,
      status,
      ...(renamed ? { title: renamed } : {}),
      ...(baseline ? { baseline } : {}),
      ...(target ? { target } : {}),
    }
  })
  const isChanged = changes.some((c) => c.status !== 'unchanged' && c.status !== 'not-in-excerpt')
  return { changes: isChanged ? changes : undefined, fields }
}
