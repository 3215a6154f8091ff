import { type Weighted, weigh } from './rarity.ts'
import { profileOf } from './similarity.ts'

/** A clause, item, initiative or project as alignment sees it: texts already in the form in which they are compared. */
export interface Unit {
  number: string
  caption: string
  body: string
  /** Its body is the heading that its neighbours stand under as well: that makes no two of them one. */
  headingAlone?: boolean
  /** What its body says of itself alone: where that is the same, it is one however its heading is called. */
  own?: string
}

export interface Profiled extends Unit {
  captionProfile: Weighted
  bodyProfile: Weighted
}

/** Units of both versions with what they are compared by. */
export function profiled(units: readonly Unit[]): Profiled[] {
  const captions = weigh(units.map((u) => profileOf(u.caption)))
  const bodies = weigh(units.map((u) => profileOf(u.body)))
  return units.map((unit, i) => ({
    ...unit,
    captionProfile: captions[i] as Weighted,
    bodyProfile: bodies[i] as Weighted,
  }))
}

/** A unit of the old version and the one of the new version that came of it, as indices. */
export interface Pair {
  old: number
  new: number
}
