import type { Edit } from '../schema/edit.ts'
import { editsOf, type Placed, wholeEdit } from '../text/edits.ts'
import type { Environment } from './environment.ts'

/**
 * What became of a field that either version may lack; undefined where nothing did, and where an excerpt lacks it. `where` names
 * the field for the list of noise.
 */
export function fieldEdits(
  env: Environment,
  old: Placed | undefined,
  other: Placed | undefined,
  where: string,
): Edit[] | undefined {
  if (!old && !other) return undefined
  const a = old && { text: env.symbolic.old(old.text), at: old.at }
  const b = other && { text: env.symbolic.new(other.text), at: other.at }
  if (a && b) return editsOf(env.text, a, b, where)
  if (a) return env.excerpts.new || a.text === '' ? undefined : wholeEdit('delete', a)
  return env.excerpts.old || !b || b.text === '' ? undefined : wholeEdit('insert', b)
}

/** A member of a record with where it was read. */
export const placed = (text: string | undefined, at?: Placed['at']): Placed | undefined =>
  text === undefined ? undefined : { text, at }
