import * as z from 'zod'
import { edit, status } from './edit.ts'

const owner = z.object({ old: z.string().optional(), new: z.string().optional() })

/** An indicator of the region, a pillar or an initiative. `old` and `new` are names. */
export const regionIndicatorChange = z.object({
  document: z.int().min(0),
  old: z.string().optional(),
  new: z.string().optional(),
  oldIndex: z.int().min(0).optional().describe('place among the indicators of the vision'),
  newIndex: z.int().min(0).optional(),
  status,
  renamed: z.boolean(),
  moved: z.boolean().describe('belongs to another pillar, initiative or group'),
  name: z.array(edit).optional(),
  pillar: owner.optional().describe('where it changed, or of one that a version alone has'),
  initiative: owner.optional(),
  group: owner.optional(),
  baseline: z.array(edit).optional(),
  target: z.array(edit).optional(),
  fields: z
    .array(z.object({ field: z.string().describe('milestone:2026, source, notes'), edits: z.array(edit) }))
    .optional(),
})
export type RegionIndicatorChange = z.infer<typeof regionIndicatorChange>
