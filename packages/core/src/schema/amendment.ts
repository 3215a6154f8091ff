import * as z from 'zod'
import { appendedTable, initiative, signatory, tableSection } from './agreement.ts'
import { at, dateText, furniture, section, where } from './at.ts'
import { article, item, paragraph } from './provision.ts'

/** A place in the amended document; what is absent is the whole of what stands above it. */
export const amendmentTarget = z.object({
  article: z.string().optional(),
  paragraph: z.int().optional(),
  item: z.string().optional(),
  subitems: z.array(z.string()).optional().describe('labels below the item, as printed: イ, (1)'),
  appendedTable: z.string().optional().describe('別表, 別表第１'),
  row: z.string().optional().describe('項 of a table: the first cell of a row'),
  supplementary: z.literal(true).optional().describe('in the 附則'),
  column: z.string().optional().describe('欄 of a row: 取組の内容'),
  part: z
    .enum(['title', 'preamble', 'contents', 'caption', 'lead', 'main', 'proviso', 'first', 'second'])
    .optional()
    .describe('題名, 前文, 目次, 見出し, 各号列記以外の部分, 本文, ただし書, 前段, 後段'),
})
export type AmendmentTarget = z.infer<typeof amendmentTarget>

/** New provisions that follow a sentence of a 改め文. One of the members is there. */
export const amendmentContent = z.object({
  articles: z.array(article).optional(),
  paragraphs: z.array(paragraph).optional(),
  items: z.array(item).optional(),
  appendedTables: z.array(appendedTable).optional().describe('別表 that come whole, with their titles'),
  sections: z.array(tableSection).optional().describe('of a 別表'),
  initiatives: z.array(initiative).optional().describe('rows of a 別表 that holds initiatives'),
  rows: z.array(z.array(z.string())).optional().describe('rows of another 別表, cell by cell'),
  text: z.string().optional().describe('a title, a preamble, or a part of a text: ただし書'),
  where: where.optional(),
})
export type AmendmentContent = z.infer<typeof amendmentContent>

/**
 * One step of a 改め文: what is done to which place of the amended document.
 * replace: 「A」を「B」に改める. insert: 「A」の下に「B」を加える, or `content` at `position`. delete: 「A」を削る, or the place; without one 廃止, the
 * whole. rewrite:
 * the place is `content`, or for a caption `to`. renumber: to `destination`, or `by` so many where all from `target` `through` shift.
 */
export const amendmentOperation = z.object({
  kind: z.enum(['replace', 'insert', 'delete', 'rewrite', 'renumber']),
  target: amendmentTarget,
  through: amendmentTarget.optional().describe('the last of several: 第４条から第６条まで'),
  from: z.string().optional().describe('「A」 of 「A」を「B」に改める'),
  to: z.string().optional().describe('「B」'),
  position: z.enum(['after', 'before', 'end']).optional().describe('の次に, の前に, に … を加える'),
  destination: amendmentTarget.optional(),
  by: z.int().optional().describe('繰り下げ is positive, 繰り上げ negative'),
  content: amendmentContent.optional(),
  text: z.string(),
  at: at.optional(),
})
export type AmendmentOperation = z.infer<typeof amendmentOperation>

/** 一部改正, 変更協約. */
export const amendment = z.object({
  type: z.literal('amendment'),
  title: z.string(),
  amends: z.string().optional().describe('title of what is amended'),
  whole: z.literal(true).optional().describe('全部改正: the articles that follow replace all'),
  effectiveOn: dateText.optional(),
  operations: z.array(amendmentOperation),
  supplementary: z.array(article).optional().describe('附則 of the amendment itself'),
  closing: z.string().optional(),
  concludedOn: dateText.optional().describe('of an amendment that parties agree on'),
  signatories: z.array(signatory).optional(),
  sections: z.array(section).optional(),
  furniture: z.array(furniture).optional(),
  where: where.optional(),
})
export type Amendment = z.infer<typeof amendment>
