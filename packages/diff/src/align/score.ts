import { weightedLikeness } from './rarity.ts'
import type { Profiled } from './unit.ts'

/** What speaks for a pair, in shares that add up to 1. */
export interface Weights {
  caption: number
  body: number
  number: number
  /** A pair of less is none … */
  threshold: number
  /** … nor one of less than this where a side has no caption. */
  bareThreshold: number
  leftovers?: LeftoverLikeness
}

/** Two that are left over are one, renamed and rewritten, when their texts are so much alike. */
export interface LeftoverLikeness {
  /** Where they stand between the same neighbours. */
  between: number
  /** Where they stand apart: what was moved and renamed was not rewritten as well. */
  apart: number
}

/**
 * Likeness of true pairs of clauses was .33 to .73 by pairs of characters, that of the best wrong ones up to .22 (measured on
 * revisions of agreements). A caption decides mostly alone; a number is weak evidence, as renumbering is common.
 */
export const clauseWeights: Weights = { caption: 0.35, body: 0.55, number: 0.1, threshold: 0.42, bareThreshold: 0.36 }

/** The title of a project or initiative says more than its text, which is often rewritten from year to year. */
export const titledWeights: Weights = {
  caption: 0.6,
  body: 0.35,
  number: 0.05,
  threshold: 0.45,
  bareThreshold: 0.45,
  leftovers: { between: 0.55, apart: 0.8 },
}

/** A pair that stands at the same place wins over an equal one that does not. */
const placeBonus = 0.01
/** What moved far was seldom rewritten as well: this much more must speak for it … */
const farPenalty = 0.1
/** … when it stands so many units away from where it would be expected. */
const far = 20

/** How much speaks for two units being one, 0..1; undefined where too little does. `steps` is how far apart they stand. */
export function scoreOf(a: Profiled, b: Profiled, weights: Weights, steps: number): number | undefined {
  const body = a.body === b.body ? 1 : weightedLikeness(a.bodyProfile, b.bodyProfile)
  const number = a.number !== '' && a.number === b.number ? 1 : 0
  const captioned = a.caption !== '' && b.caption !== ''
  const caption = !captioned ? 0 : a.caption === b.caption ? 1 : weightedLikeness(a.captionProfile, b.captionProfile)
  const sum = captioned ? 1 : 1 - weights.caption
  const score = (weights.caption * caption + weights.body * body + weights.number * number) / sum
  const distance = Math.min(1, steps / far)
  const threshold = captioned ? weights.threshold : weights.bareThreshold
  return score < threshold + farPenalty * distance ? undefined : score + placeBonus * (1 - distance)
}
