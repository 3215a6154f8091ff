import * as z from 'zod'
import { at, where } from './at.ts'

/** 次の表: a table amid provisions. Its words are in the text of the provision, too. */
export const provisionTable = z.object({
  rows: z.array(z.array(z.string())).describe('cells of each row, its headings first'),
  at: at.optional(),
})
export type ProvisionTable = z.infer<typeof provisionTable>

/** 号 and everything below it. `number` is the e-Gov form (1, 2_2), `title` as printed: (1), ア, (ア), a, ①. */
export interface Item {
  number: string
  title: string
  text: string
  items?: Item[] | undefined
  tables?: ProvisionTable[] | undefined
  at?: z.infer<typeof at> | undefined
  where?: z.infer<typeof where> | undefined
}
export const item: z.ZodType<Item> = z.object({
  number: z.string(),
  title: z.string(),
  text: z.string(),
  get items() {
    return z.array(item).optional()
  },
  tables: z.array(provisionTable).optional(),
  at: at.optional(),
  where: where.optional(),
})

/** 項. The first has number 1 whether or not it is printed. */
export const paragraph = z.object({
  number: z.int().min(1),
  title: z.string().optional().describe('the number as printed: 2, ２, ②; absent where none is printed'),
  caption: z.string().optional().describe('見出し above it, as in 附則, without its brackets'),
  text: z.string(),
  items: z.array(item).optional(),
  tables: z.array(provisionTable).optional(),
  at: at.optional(),
  where: where.optional(),
})
export type Paragraph = z.infer<typeof paragraph>

/** 条. */
export const article = z.object({
  number: z.string().describe("'3'; '3_2' for 第３条の２, as the e-Gov law schema writes it"),
  title: z.string().describe('as printed: 第３条'),
  caption: z.string().optional().describe('見出し without its brackets'),
  paragraphs: z.array(paragraph),
  at: at.optional(),
  where: where.optional(),
})
export type Article = z.infer<typeof article>

/** 前条, 第３条から第５条まで, 別表第１, 地方自治法第２５２条の２第４項: who refers to what. */
export const reference = z.object({
  from: z.object({ article: z.string(), paragraph: z.int().optional() }),
  to: z.object({
    law: z.string().optional(),
    article: z.string().optional(),
    paragraph: z.int().optional(),
    item: z.string().optional(),
    appendedTable: z.string().optional(),
  }),
  text: z.string(),
  at: at.optional(),
})
export type Reference = z.infer<typeof reference>

/** The provision of a law that a document rests on. */
export const legalBasis = z.object({
  law: z.string(),
  lawNumber: z.string().optional(),
  article: z.string(),
  paragraph: z.int().optional(),
  item: z.string().optional(),
  at: at.optional(),
})
export type LegalBasis = z.infer<typeof legalBasis>
