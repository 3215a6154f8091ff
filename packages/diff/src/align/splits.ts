import { containment, type Profile, profileOf } from './similarity.ts'
import type { Pair, Unit } from './unit.ts'

/** A unit came out of another when this share of it stood there … */
const contained = 0.72
/** … and that much less of it is left there. */
const leftThere = 0.45
/** A text that went over almost to the letter is known even where its whole says similar things of its own. */
const verbatim = 0.95
const leftBesideVerbatim = 0.7
/** Shorter texts stand in others by chance. */
const shortest = 16

/** A unit of a side that has no partner, and the unit of the other side that its text came from or went to. */
export interface Piece {
  unit: number
  whole: number
}

/**
 * Units of `parts` without a partner whose text the other version holds inside a unit that kept its own partner.
 * `keptBy` gives that partner: what has the text still is no source of it.
 */
function piecesOf(
  parts: readonly Unit[],
  alone: readonly number[],
  wholes: readonly Unit[],
  keptBy: ReadonlyMap<number, number>,
): Piece[] {
  if (alone.length === 0) return []
  const postings = new Map<number, number[]>()
  const profiles = new Map<number, Profile>()
  // Rare pairs of characters lead to the wholes: those of the parts alone are indexed.
  const wanted = new Set(alone.flatMap((i) => [...profileOf((parts[i] as Unit).body)]))
  for (const whole of keptBy.keys()) {
    const profile = profileOf((wholes[whole] as Unit).body)
    profiles.set(whole, profile)
    for (const pair of profile) {
      if (!wanted.has(pair)) continue
      const list = postings.get(pair)
      if (list) list.push(whole)
      else postings.set(pair, [whole])
    }
  }
  return alone.flatMap((unit): Piece[] => {
    const body = (parts[unit] as Unit).body
    if (body.length < shortest) return []
    const profile = profileOf(body)
    const lists = [...profile].flatMap((pair) => {
      const list = postings.get(pair)
      return list ? [list] : []
    })
    const near = new Set(
      lists
        .sort((a, b) => a.length - b.length)
        .slice(0, 8)
        .flatMap((list) => list.slice(0, 16)),
    )
    let best: { whole: number; share: number } | undefined
    for (const whole of near) {
      const share = containment(profile, profiles.get(whole) as Profile)
      if (share < contained || (best && share <= best.share)) continue
      const rest = profileOf((parts[keptBy.get(whole) as number] as Unit).body)
      if (containment(profile, rest) <= (share >= verbatim ? leftBesideVerbatim : Math.min(leftThere, share - 0.25)))
        best = { whole, share }
    }
    return best ? [{ unit, whole: best.whole }] : []
  })
}

/** Which added units were split from an old one, and which deleted ones went into a new one. */
export function splitsAndMerges(
  olds: readonly Unit[],
  news: readonly Unit[],
  pairs: readonly Pair[],
): { splitFrom: Map<number, number>; mergedInto: Map<number, number> } {
  const ofOld = new Map(pairs.map((p) => [p.old, p.new]))
  const ofNew = new Map(pairs.map((p) => [p.new, p.old]))
  const alone = (units: readonly Unit[], paired: ReadonlyMap<number, number>): number[] =>
    units.flatMap((_, i) => (paired.has(i) ? [] : [i]))
  const splits = piecesOf(news, alone(news, ofNew), olds, ofOld)
  const merges = piecesOf(olds, alone(olds, ofOld), news, ofNew)
  return {
    splitFrom: new Map(splits.map((p) => [p.unit, p.whole])),
    mergedInto: new Map(merges.map((p) => [p.unit, p.whole])),
  }
}
