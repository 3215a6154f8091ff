import munkres from 'munkres'
import type { Pair } from './unit.ts'

export interface Scored extends Pair {
  score: number
}

/** A pair that is the best of both its ends by this much needs no weighing against others. */
const clearMargin = 0.12
/** The assignment is cubic: larger groups of units that could be one another are paired best first. */
const largestGroup = 48

function bestOf(edges: readonly Scored[], end: 'old' | 'new'): Map<number, [best: number, second: number]> {
  const best = new Map<number, [number, number]>()
  for (const edge of edges) {
    const scores = best.get(edge[end])
    if (!scores) best.set(edge[end], [edge.score, 0])
    else if (edge.score > scores[0]) best.set(edge[end], [edge.score, scores[0]])
    else scores[1] = Math.max(scores[1], edge.score)
  }
  return best
}

/** Groups of edges that share an end, however far apart. */
function groupsOf(edges: readonly Scored[]): Scored[][] {
  const parent = new Map<string, string>()
  const rootOf = (key: string): string => {
    let root = key
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up
    for (let at = key; at !== root; ) {
      const up = parent.get(at) as string
      parent.set(at, root)
      at = up
    }
    return root
  }
  for (const { old, new: other } of edges) {
    const [a, b] = [`o${old}`, `n${other}`]
    if (!parent.has(a)) parent.set(a, a)
    if (!parent.has(b)) parent.set(b, b)
    parent.set(rootOf(a), rootOf(b))
  }
  const groups = new Map<string, Scored[]>()
  for (const edge of edges) {
    const root = rootOf(`o${edge.old}`)
    const group = groups.get(root)
    if (group) group.push(edge)
    else groups.set(root, [edge])
  }
  return [...groups.values()]
}

function bestFirst(edges: readonly Scored[]): Pair[] {
  const taken = { old: new Set<number>(), new: new Set<number>() }
  const pairs: Pair[] = []
  for (const edge of [...edges].sort((a, b) => b.score - a.score)) {
    if (taken.old.has(edge.old) || taken.new.has(edge.new)) continue
    taken.old.add(edge.old)
    taken.new.add(edge.new)
    pairs.push({ old: edge.old, new: edge.new })
  }
  return pairs
}

function optimal(edges: readonly Scored[]): Pair[] {
  const olds = [...new Set(edges.map((e) => e.old))]
  const news = [...new Set(edges.map((e) => e.new))]
  if (Math.max(olds.length, news.length) > largestGroup) return bestFirst(edges)
  const row = new Map(olds.map((o, i) => [o, i]))
  const col = new Map(news.map((n, i) => [n, i]))
  const costs = olds.map(() => news.map(() => 0))
  for (const e of edges) (costs[row.get(e.old) as number] as number[])[col.get(e.new) as number] = -e.score
  return munkres(costs).flatMap(([r, c]) =>
    costs[r]?.[c] === 0 ? [] : [{ old: olds[r] as number, new: news[c] as number }],
  )
}

/** The assignment with the greatest sum of scores. */
export function assign(edges: readonly Scored[]): Pair[] {
  const ofOld = bestOf(edges, 'old')
  const ofNew = bestOf(edges, 'new')
  const clear = edges.filter(({ old, new: other, score }) =>
    [ofOld.get(old), ofNew.get(other)].every((s) => s && s[0] === score && score - s[1] >= clearMargin),
  )
  const olds = new Set(clear.map((e) => e.old))
  const news = new Set(clear.map((e) => e.new))
  const rest = edges.filter((e) => !olds.has(e.old) && !news.has(e.new))
  return [...clear.map(({ old, new: other }) => ({ old, new: other })), ...groupsOf(rest).flatMap(optimal)]
}
