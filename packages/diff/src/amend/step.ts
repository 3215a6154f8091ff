import type { Agreement, AmendmentOperation } from '@kyoyaku/core'
import { applyOperation } from './apply-operation.ts'

export type Operation = Omit<AmendmentOperation, 'text' | 'at'>

/** An operation with the sentence that it belongs to: operations of one group follow one another in a sentence. */
export interface Step {
  operation: Operation
  group: string
  /** Goes on in the sentence before, whatever its group. */
  chained: boolean
}

/** The document on its way from the old to the new version. */
export interface Draft {
  document: Agreement
  steps: Step[]
}

/** Carries out an operation and notes it down; false, and nothing done, where it cannot be carried out. */
export function step(draft: Draft, operation: Operation, group: string, chained = false): boolean {
  if (applyOperation(draft.document, { ...operation, text: '' }) !== undefined) return false
  draft.steps.push({ operation: structuredClone(operation), group, chained })
  return true
}
