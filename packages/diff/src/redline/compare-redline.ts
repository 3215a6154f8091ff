import type { ParseResult } from '@kyoyaku/core'
import { type CompareOptions, compare } from '../compare/compare.ts'
import type { Comparison } from '../schema/comparison.ts'
import { oldVersion } from './old-version.ts'

/**
 * The comparison that one document with struck and inserted text (見え消し) is in itself: struck text is the old version's, the rest
 * the new one's. `before` is the same source read as it was before the redline, which knows what was struck as a whole.
 */
export function compareRedline(
  result: ParseResult,
  options: CompareOptions = {},
  before: ParseResult = oldVersion(result),
): Comparison {
  const comparison = compare(before, result, { ...options, excerpts: { old: false, new: false } })
  return { ...comparison, mode: 'redline' }
}
