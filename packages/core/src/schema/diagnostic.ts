import * as z from 'zod'
import { at } from './at.ts'

/** The closed union of everything that can be said about a document. `check/messages.ts` holds the words. */
export const diagnosticCode = z.enum([
  'amendment-unread',
  'amount-unread',
  'article-gap',
  'articles-missing',
  'budget-total-mismatch',
  'date-invalid',
  'grid-row-unmarked',
  'grid-width-mismatch',
  'handwriting-found',
  'indicator-mismatch',
  'indicator-unread',
  'initiative-count-mismatch',
  'ink-unread',
  'members-unknown',
  'municipality-doubtful',
  'municipality-name-repaired',
  'municipality-unknown',
  'ocr-low-confidence',
  'page-unreadable',
  'participants-unread',
  'participation-mismatch',
  'parties-missing',
  'party-undefined',
  'project-count-mismatch',
  'project-heading-mismatch',
  'projects-missing',
  'reading-corrected',
  'reference-unresolved',
  'region-indicator-unread',
  'role-missing',
  'role-unassigned',
  'signatory-mismatch',
  'stamp-found',
  'table-unread',
  'text-layer-rejected',
  'text-unclaimed',
])
export type DiagnosticCode = z.infer<typeof diagnosticCode>

export const severity = z.enum(['error', 'warning', 'info'])
export type Severity = z.infer<typeof severity>

export const diagnostic = z.object({
  code: diagnosticCode,
  severity,
  message: z.string(),
  at: at.optional(),
  data: z
    .record(z.string(), z.unknown())
    .optional()
    .describe('what it is about: project, initiative, from, to, text …'),
})
export type Diagnostic = z.infer<typeof diagnostic>
