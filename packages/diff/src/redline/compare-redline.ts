import type { ParseResult } from '@kyoyaku/core'
import { type CompareOptions, compare } from '../compare/compare.ts'
import type { Comparison } from '../schema/comparison.ts'
import { oldVersion } from './old-version.ts'

/**
 * The comparison that one document with struck and inserted text (見え消し) is in itself: struck text is the old version's, the rest
 * the new one's.
 */
export function compareRedline(result: ParseResult, options: CompareOptions = {}): Comparison {
  const comparison = compare(oldVersion(result), result, { ...options, excerpts: { old: false, new: false } })
  return { ...comparison, mode: 'redline' }
}
