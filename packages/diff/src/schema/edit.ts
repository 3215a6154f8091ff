import { parseResult } from '@kyoyaku/core/schema'
import * as z from 'zod'

export const diagnostic = parseResult.shape.diagnostics.element
export const sourceInfo = parseResult.shape.source
const at = diagnostic.shape.at

/** A piece of a text: in both versions, in the old one alone, or in the new one alone. */
export const edit = z.object({
  op: z.enum(['equal', 'delete', 'insert']),
  text: z.string(),
  old: z.string().optional().describe('of an equal piece: how the old version writes it, where that is another form'),
  at: at.describe('where a deleted piece stands in the old source, an inserted one in the new source'),
})
export type Edit = z.infer<typeof edit>

/** What became of a unit. `not-in-excerpt`: the other version is an excerpt and says nothing of it. */
export const status = z.enum(['unchanged', 'changed', 'added', 'deleted', 'not-in-excerpt'])
export type Status = z.infer<typeof status>
