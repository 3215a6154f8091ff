import * as z from 'zod'
import { edit, status } from './edit.ts'

/** A sum in both versions, in yen; null where a version states none. Without `fiscalYear` it is the total. */
export const budgetChange = z.object({
  fiscalYear: z.int().optional(),
  old: z.number().nullable(),
  new: z.number().nullable(),
  delta: z.number().nullable().describe('null where either is not known'),
  oldText: z.string().optional().describe('as printed'),
  newText: z.string().optional(),
})
export type BudgetChange = z.infer<typeof budgetChange>

/** 事務事業. `old` and `new` are titles. */
export const projectChange = z.object({
  document: z.int().min(0),
  old: z.string().optional(),
  new: z.string().optional(),
  oldIndex: z.int().min(0).optional().describe('place among the projects, those between regions after the others'),
  newIndex: z.int().min(0).optional(),
  status,
  renamed: z.boolean(),
  moved: z
    .boolean()
    .describe('stands under another pillar or initiative, or elsewhere in the order under the same one'),
  edited: z.boolean(),
  rolled: z
    .literal(true)
    .optional()
    .describe('nothing differs but the years that the plan covers: 2023–2027, now 2024–2028'),
  splitFrom: z.string().optional().describe('added: title of the old project that had an activity of it'),
  mergedInto: z.string().optional().describe('deleted: title of the new project that took an activity over'),
  title: z.array(edit).optional(),
  pillar: z.object({ old: z.string().optional(), new: z.string().optional() }).optional(),
  initiative: z.object({ old: z.string().optional(), new: z.string().optional() }).optional(),
  participants: z.object({ joined: z.array(z.string()), left: z.array(z.string()) }).optional(),
  budget: z.array(budgetChange).optional().describe('all years where one changed, the total last'),
  indicators: z
    .array(
      z.object({
        name: z.string(),
        status,
        title: z.array(edit).optional().describe('its name, where that changed'),
        baseline: z.array(edit).optional(),
        target: z.array(edit).optional(),
      }),
    )
    .optional(),
  fields: z
    .array(
      z.object({
        field: z
          .string()
          .describe(
            'purpose, activities, roles:甲, schedule:2026, marks:高松市, milestone:来場者数:2026, result:来場者数:2025 …',
          ),
        edits: z.array(edit),
      }),
    )
    .optional(),
})
export type ProjectChange = z.infer<typeof projectChange>
