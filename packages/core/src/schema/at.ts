import * as z from 'zod'

/** Text that a redline struck out or put in, or that is underlined, with its offsets in the source text. */
export const markedRun = z.object({
  text: z.string(),
  mark: z.enum(['deleted', 'inserted', 'underlined']),
  span: z.tuple([z.int().min(0), z.int().min(0)]),
})
export type MarkedRun = z.infer<typeof markedRun>

/** Where a value was read. Absent members are unknown, not zero. */
export const at = z.object({
  page: z.int().min(1).optional().describe('1-based page'),
  bbox: z
    .tuple([z.number(), z.number(), z.number(), z.number()])
    .optional()
    .describe('x0 y0 x1 y1 in points, origin top left'),
  span: z
    .tuple([z.int().min(0), z.int().min(0)])
    .optional()
    .describe('half-open UTF-16 offsets into the unmodified source text; the hull where the value lies in pieces'),
  spans: z
    .array(z.tuple([z.int().min(0), z.int().min(0)]))
    .optional()
    .describe('the pieces, in reading order, where the value is torn over lines or pages'),
  runs: z
    .array(markedRun)
    .optional()
    .describe('what a redline marks in the value, in reading order; what is struck out is not part of the value'),
  confidence: z.number().min(0).max(1).optional().describe('only where something was recognised or inferred'),
})
export type At = z.infer<typeof at>

/** Where the plain string members of an object were read, by member name. */
export const where = z.record(z.string(), at).describe('where the plain string members were read, by member name')
export type Where = z.infer<typeof where>

/** A piece of running text with its place: headed text outside all fields, or furniture of pages and forms. */
export const section = z.object({ title: z.string().optional(), text: z.string(), at: at.optional() })
export type Section = z.infer<typeof section>

/** What belongs to the page or the form and not to the document: page numbers, running headers, printed labels. */
export const furniture = z.object({
  text: z.string(),
  kind: z.enum(['page-number', 'running-header', 'label']),
  at: at.optional(),
})
export type Furniture = z.infer<typeof furniture>

/** A date as printed and as EDTF (ISO 8601-2); a blank month or day is left out of the EDTF form. */
export const dateText = z.object({ text: z.string(), edtf: z.string(), at: at.optional() })
export type DateText = z.infer<typeof dateText>
