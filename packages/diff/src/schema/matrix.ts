import * as z from 'zod'
import { comparison } from './comparison.ts'
import { status } from './edit.ts'

/** Several agreements of one template against the first, modulo their parties. */
export const templateMatrix = z.object({
  schemaVersion: z.string(),
  documents: z.array(
    z.object({
      source: z.string().describe('name of the file'),
      title: z.string(),
      parties: z.array(z.object({ symbol: z.string(), name: z.string() })),
    }),
  ),
  rows: z.array(
    z.object({
      kind: z.enum(['article', 'initiative']),
      key: z.string().describe('number of the article or title of the initiative, in the first document that has it'),
      title: z.string().describe('as printed, with the caption'),
      cells: z
        .array(z.object({ status: status.or(z.literal('absent')), number: z.string().optional() }))
        .describe('a cell a document; the first is the template'),
    }),
  ),
  comparisons: z.array(comparison).describe('of the first with each of the others'),
})
export type TemplateMatrix = z.infer<typeof templateMatrix>
