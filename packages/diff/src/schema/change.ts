import * as z from 'zod'
import { type Edit, edit, status } from './edit.ts'

/** Members that a pair of provisions has at every level. */
const findings = {
  old: z.string().optional().describe('number in the old version: 3, 3_2'),
  new: z.string().optional(),
  oldTitle: z.string().optional().describe('the number as printed: 第３条, ２, (1), ア'),
  newTitle: z.string().optional(),
  oldIndex: z.int().min(0).optional().describe('place among its siblings in the old document'),
  newIndex: z.int().min(0).optional(),
  status,
  renumbered: z.boolean(),
  moved: z.boolean().describe('stands elsewhere in the order, whatever its number'),
  edited: z.boolean(),
  editKind: z
    .enum(['wording', 'reference-only'])
    .optional()
    .describe('reference-only: nothing but references that follow a renumbering'),
  splitFrom: z.string().optional().describe('added: number of the old unit that its text came from'),
  mergedInto: z.string().optional().describe('deleted: number of the new unit that its text went into'),
}

/** 項, 号 and what stands below them. */
export interface ProvisionChange {
  old?: string | undefined
  new?: string | undefined
  oldTitle?: string | undefined
  newTitle?: string | undefined
  oldIndex?: number | undefined
  newIndex?: number | undefined
  status: z.infer<typeof status>
  renumbered: boolean
  moved: boolean
  edited: boolean
  editKind?: 'wording' | 'reference-only' | undefined
  splitFrom?: string | undefined
  mergedInto?: string | undefined
  caption?: Edit[] | undefined
  text?: Edit[] | undefined
  items?: ProvisionChange[] | undefined
}
const provisionChange: z.ZodType<ProvisionChange> = z.object({
  ...findings,
  caption: z.array(edit).optional().describe('見出し above a paragraph, as in 附則'),
  text: z.array(edit).optional().describe('its own sentence; absent where it is the same in both'),
  get items() {
    return z.array(provisionChange).optional().describe('all of them where one changed, in the new order')
  },
})

/** 条. Deleted ones stand where they stood. */
export const articleChange = z.object({
  ...findings,
  document: z.int().min(0).describe('index into documents'),
  part: z.enum(['main', 'supplementary']).describe('supplementary: 附則'),
  caption: z.array(edit).optional(),
  paragraphs: z.array(provisionChange).optional().describe('all of them where one changed, in the new order'),
})
export type ArticleChange = z.infer<typeof articleChange>

/** 取組, in a 別表, in an article or in a vision. `old` and `new` are titles. */
export const initiativeChange = z.object({
  document: z.int().min(0),
  old: z.string().optional(),
  new: z.string().optional(),
  oldNumber: z.string().optional(),
  newNumber: z.string().optional(),
  oldPath: z.array(z.string()).optional().describe('the table and the sections that it stands under'),
  newPath: z.array(z.string()).optional(),
  oldIndex: z.int().min(0).optional(),
  newIndex: z.int().min(0).optional(),
  status,
  renamed: z.boolean(),
  renumbered: z.boolean(),
  moved: z.boolean().describe('stands under another heading, or elsewhere in the order'),
  edited: z.boolean(),
  title: z.array(edit).optional(),
  description: z.array(edit).optional(),
  roles: z.array(z.object({ party: z.string(), edits: z.array(edit) })).optional(),
})
export type InitiativeChange = z.infer<typeof initiativeChange>

/** A 別表 without initiatives, row by row. */
export const tableChange = z.object({
  document: z.int().min(0),
  old: z.string().optional(),
  new: z.string().optional(),
  status,
  heading: z
    .array(edit)
    .optional()
    .describe(
      'its title with the articles that it belongs to and what it is about, where that changed: 別表第２（第４条関係）',
    ),
  rows: z
    .array(
      z.object({
        oldIndex: z.int().min(0).optional(),
        newIndex: z.int().min(0).optional(),
        status,
        moved: z.boolean(),
        cells: z.array(z.array(edit)),
      }),
    )
    .optional(),
})
export type TableChange = z.infer<typeof tableChange>
