import * as z from 'zod'

/** What is counted about a document without looking into its result again. */
export const facts = z.object({
  pages: z.int().min(0),
  kinds: z.array(z.string()).describe('types of the documents in it'),
  diagnostics: z.record(z.string(), z.int()).describe('how many of each code'),
})
export type Facts = z.infer<typeof facts>

/** Why a document has no result. `run/retry.ts` says which may be tried again. */
export const failureReason = z.enum([
  'binary',
  'changed',
  'crash',
  'damaged',
  'denied',
  'empty',
  'failed',
  'input',
  'locked',
  'lost',
  'memory',
  'missing',
  'ocr',
  'refused',
  'time-out',
  'too-large',
  'undecodable',
  'unsupported',
])
export type FailureReason = z.infer<typeof failureReason>

export const failure = z.object({
  reason: failureReason,
  message: z.string().describe('what was seen: a signal, the last line of the process, a limit'),
  attempts: z.int().min(0),
})
export type Failure = z.infer<typeof failure>

/** What stands before the result in a line of results.ndjson. */
export const resultHead = z.object({
  seq: z.int().describe('order over both files of the journal'),
  key: z.string(),
  path: z.string(),
  sha256: z.string(),
  pipeline: z.string(),
  at: z.string(),
  seconds: z.number(),
  cpuSeconds: z.number(),
  attempts: z.int(),
  facts,
})
export type ResultHead = z.infer<typeof resultHead>

/** A line of journal.ndjson: a document that failed, or a file whose contents were met before under another path. */
export const journalLine = z.discriminatedUnion('type', [
  failure.extend({
    type: z.literal('failed'),
    seq: z.int(),
    key: z.string(),
    path: z.string(),
    sha256: z.string(),
    pipeline: z.string(),
    at: z.string(),
  }),
  z.object({ type: z.literal('same'), seq: z.int(), key: z.string(), path: z.string(), at: z.string() }),
])
export type JournalLine = z.infer<typeof journalLine>
