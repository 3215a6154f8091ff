import type { Pair } from './unit.ts'

/** A pair, or a unit that one version alone has. */
export type Row = { old: number; new: number } | { old: number; new?: undefined } | { old?: undefined; new: number }

/** All units in the order of the new version; what it does not have follows what it followed in the old one. */
export function inOrder(pairs: readonly Pair[], oldCount: number, newCount: number): Row[] {
  const ofNew = new Map(pairs.map((p) => [p.new, p.old]))
  const kept = new Set(pairs.map((p) => p.old))
  const rows: Row[] = []
  const goneAfter = (old: number): void => {
    for (let i = old + 1; i < oldCount && !kept.has(i); i++) rows.push({ old: i })
  }
  goneAfter(-1)
  for (let n = 0; n < newCount; n++) {
    const old = ofNew.get(n)
    if (old === undefined) rows.push({ new: n })
    else {
      rows.push({ old, new: n })
      goneAfter(old)
    }
  }
  return rows
}
