import type { TextComparison } from '../text/edits.ts'

/** Whose silence is none: a version that is an excerpt says nothing of what it does not hold. */
export interface Excerpts {
  old: boolean
  new: boolean
}

/** What the comparisons of one pair of files share. */
export interface Environment {
  text: TextComparison
  excerpts: Excerpts
  /** A text modulo the parties of its document, where agreements of one template are compared; the text itself otherwise. */
  symbolic: { old: (text: string) => string; new: (text: string) => string }
}

/** What a unit that one version alone has is called. */
export const aloneStatus = (env: Environment, side: 'old' | 'new'): 'added' | 'deleted' | 'not-in-excerpt' => {
  if (side === 'old') return env.excerpts.new ? 'not-in-excerpt' : 'deleted'
  return env.excerpts.old ? 'not-in-excerpt' : 'added'
}
