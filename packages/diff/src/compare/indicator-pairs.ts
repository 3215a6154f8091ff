import type { Indicator } from '@kyoyaku/core'
import { align } from '../align/align.ts'
import { titledWeights } from '../align/score.ts'
import type { Pair, Unit } from '../align/unit.ts'
import { comparable } from '../text/edits.ts'
import type { Environment } from './environment.ts'

type Measured = Pick<Indicator, 'name' | 'baseline' | 'target'>

/** What an indicator measured and what it shall be; nothing where either is no number (—, 検討中), which many have. */
function valuesOf(env: Environment, { baseline, target }: Measured): string | undefined {
  const texts = [baseline, target].map((measure) => comparable(env.text, measure?.text ?? ''))
  return texts.every((text) => /[0-9０-９]/u.test(text)) ? texts.join('\n') : undefined
}

/** Places of those that alone have what a key says. */
const alone = (keys: readonly (string | undefined)[]): Map<string, number> =>
  new Map(
    [...Map.groupBy(keys.keys(), (i) => keys[i] ?? '')].flatMap(([key, [first = 0, ...rest]]) =>
      key === '' || rest.length > 0 ? [] : [[key, first] as const],
    ),
  )

/** Indicators of one name are one, then those of the same values under another name, then those that are alike. */
export function pairIndicators<T extends Measured>(
  env: Environment,
  old: readonly T[],
  other: readonly T[],
  unitOf: (indicator: T) => Unit,
): Pair[] {
  const pairs: Pair[] = []
  const [before, after] = [new Set(old.keys()), new Set(other.keys())]
  for (const keyOf of [(i: T) => comparable(env.text, i.name), (i: T) => valuesOf(env, i)]) {
    const keys = (all: readonly T[], free: ReadonlySet<number>) =>
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
  const rest = align(
    a.map((i) => unitOf(old[i] as T)),
    b.map((k) => unitOf(other[k] as T)),
    titledWeights,
  )
  return [...pairs, ...rest.map((p) => ({ old: a[p.old] as number, new: b[p.new] as number }))].sort(
    (p, q) => p.new - q.new,
  )
}
