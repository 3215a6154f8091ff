import * as z from 'zod'
import { agreement } from './agreement.ts'
import { amendment } from './amendment.ts'
import { diagnostic } from './diagnostic.ts'
import { outline, profile } from './outline.ts'
import { vision } from './vision.ts'

export const sourceInfo = z.object({
  name: z.string(),
  sha256: z.string(),
  format: z.string(),
  encoding: z.string().optional(),
  pages: z.int().optional(),
  textLayer: z.enum(['digital', 'ocr', 'mixed', 'plain']),
})
export type SourceInfo = z.infer<typeof sourceInfo>

export const document = z.union([agreement, vision, outline, profile, amendment])
export type Document = z.infer<typeof document>

/** What `kyoyaku parse FILE --format json` prints. */
export const parseResult = z.object({
  schemaVersion: z.string(),
  source: sourceInfo,
  documents: z.array(document).describe('one file can hold several'),
  diagnostics: z.array(diagnostic),
})
export type ParseResult = z.infer<typeof parseResult>
