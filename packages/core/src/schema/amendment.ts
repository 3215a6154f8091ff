import * as z from 'zod'
import { at, dateText, furniture, section, where } from './at.ts'

/** One step of a 改め文: what is done to which place of the amended document. */
export const amendmentOperation = z.object({
  kind: z.enum(['replace', 'insert', 'delete', 'rewrite', 'renumber']),
  target: z.object({
    article: z.string().optional(),
    paragraph: z.int().optional(),
    item: z.string().optional(),
    appendedTable: z.string().optional(),
  }),
  from: z.string().optional().describe('「A」 of 「A」を「B」に改める'),
  to: z.string().optional().describe('「B」'),
  text: z.string(),
  at: at.optional(),
})

/** 一部改正, 変更協約. */
export const amendment = z.object({
  type: z.literal('amendment'),
  title: z.string(),
  amends: z.string().optional().describe('title of what is amended'),
  effectiveOn: dateText.optional(),
  operations: z.array(amendmentOperation),
  sections: z.array(section).optional(),
  furniture: z.array(furniture).optional(),
  where: where.optional(),
})
export type Amendment = z.infer<typeof amendment>
