import type { Indicator, Measure } from '@kyoyaku/core'
import { align } from '../align/align.ts'
import { inOrder } from '../align/in-order.ts'
import { titledWeights } from '../align/score.ts'
import type { Pair, Unit } from '../align/unit.ts'
import type { ProjectChange } from '../schema/project-change.ts'
import { comparable, editsOf, type Placed, wholeEdit } from '../text/edits.ts'
import { aloneStatus, type Environment } from './environment.ts'
import { fieldEdits } from './fields.ts'

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

/** What an indicator measured and what it shall be; nothing where either is no number (—, 検討中), which many have. */
function valuesOf(env: Environment, { baseline, target }: Indicator): string | undefined {
  const texts = [baseline, target].map((m: Measure | undefined) => comparable(env.text, m?.text ?? ''))
  return texts.every((text) => /\d/u.test(text)) ? texts.join('\n') : undefined
}

/** Places of those that alone have what a key says. */
const alone = (keys: readonly (string | undefined)[]): Map<string, number> =>
  new Map(
    [...Map.groupBy(keys.keys(), (i) => keys[i] ?? '')].flatMap(([key, [first = 0, ...rest]]) =>
      key === '' || rest.length > 0 ? [] : [[key, first] as const],
    ),
  )

/** Indicators of one name are one, then those of the same values under another name, then those of like names. */
function pairsOf(env: Environment, old: readonly Indicator[], other: readonly Indicator[]): Pair[] {
  const pairs: Pair[] = []
  const [before, after] = [new Set(old.keys()), new Set(other.keys())]
  for (const keyOf of [(i: Indicator) => comparable(env.text, i.name), (i: Indicator) => valuesOf(env, i)]) {
    const keys = (all: readonly Indicator[], free: ReadonlySet<number>) =>
      alone(all.map((indicator, i) => (free.has(i) ? keyOf(indicator) : undefined)))
    const [a, b] = [keys(old, before), keys(other, after)]
    for (const [key, i] of a) {
      const k = b.get(key)
      if (k === undefined) continue
      pairs.push({ old: i, new: k })
      before.delete(i)
      after.delete(k)
    }
  }
  const [a, b] = [[...before], [...after]]
  const unit = (i: Indicator | undefined): Unit => ({
    number: '',
    caption: comparable(env.text, i?.name ?? ''),
    body: '',
  })
  const rest = align(
    a.map((i) => unit(old[i])),
    b.map((k) => unit(other[k])),
    titledWeights,
  )
  return [...pairs, ...rest.map((p) => ({ old: a[p.old] as number, new: b[p.new] as number }))].sort(
    (p, q) => p.new - q.new,
  )
}

/** The indicators of a project; targets on the way and results are fields of it. */
export function compareIndicators(
  env: Environment,
  old: readonly Indicator[],
  other: readonly Indicator[],
): { changes: IndicatorChange[] | undefined; fields: FieldChange[] } {
  const fields: FieldChange[] = []
  const changes = inOrder(pairsOf(env, old, other), old.length, other.length).map((row): IndicatorChange => {
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
