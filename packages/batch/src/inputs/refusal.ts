import type { FailureReason } from '../schema/outcome.ts'

/** A path that holds no document to read, and why. It goes on the list of failures like any other. */
export interface Refusal {
  path: string
  reason: FailureReason
  message: string
}
