import type { Pair } from './unit.ts'

/**
 * Pairs that stand elsewhere in the order: all but the heaviest sequence that keeps its order. `weightOf` is what leaving a pair
 * in its place is worth, so that the shorter of two that changed places is the one that moved.
 */
export function movedPairs(pairs: readonly Pair[], weightOf: (pair: Pair) => number): Set<Pair> {
  const inNew = [...pairs].sort((a, b) => a.new - b.new)
  const order = [...new Set(inNew.map((p) => p.old))].sort((a, b) => a - b)
  const rank = new Map(order.map((old, i) => [old, i + 1]))
  // Greatest sum that ends at or below a rank, and the pair that it ends with.
  const best: { sum: number; at: number }[] = Array.from({ length: order.length + 1 }, () => ({ sum: 0, at: -1 }))
  const before = new Int32Array(inNew.length)
  let top = { sum: 0, at: -1 }
  inNew.forEach((pair, n) => {
    const r = rank.get(pair.old) as number
    let head = { sum: 0, at: -1 }
    for (let k = r - 1; k > 0; k -= k & -k) if ((best[k]?.sum ?? 0) > head.sum) head = best[k] as typeof head
    before[n] = head.at
    const own = { sum: head.sum + weightOf(pair), at: n }
    for (let k = r; k <= order.length; k += k & -k) if (own.sum > (best[k]?.sum ?? 0)) best[k] = own
    if (own.sum > top.sum) top = own
  })
  const moved = new Set(inNew)
  for (let n = top.at; n >= 0; n = before[n] as number) moved.delete(inNew[n] as Pair)
  return moved
}
