import type { Facts, FailureReason } from '../schema/outcome.ts'
import type { Summary } from './summary.ts'

/** What a run tells while it goes on; every member is plain JSON. */
export type BatchEvent =
  | { event: 'listed'; files: number }
  /** What was found where the characters of documents lie: how many have theirs, which have none, which files are of no document. */
  | { event: 'ocr'; taken: number; missing: readonly string[]; unused: readonly string[] }
  | { event: 'sent' }
  | { event: 'offered'; added: number; done: number; failed: number; same: number }
  /** So many page images of a document are recognised; of how many, where that is known. */
  | { event: 'page'; path: string; key: string; page: number; pages?: number }
  | { event: 'done'; path: string; key: string; seconds: number; attempts: number; facts: Facts }
  | { event: 'failed'; path: string; key: string; reason: FailureReason; message: string; attempts: number }
  | { event: 'retry'; path: string; key: string; reason: FailureReason; attempt: number; delay: number; alone: boolean }
  | ({ event: 'end'; interrupted: boolean } & Summary)
