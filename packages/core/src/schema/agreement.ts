import * as z from 'zod'
import { at, dateText, furniture, section, where } from './at.ts'
import { article, legalBasis, reference } from './provision.ts'

/** What one party does in an initiative. `party` is the symbol: 甲, 乙, 両市. */
export const role = z.object({ party: z.string(), text: z.string(), at: at.optional() })
export type Role = z.infer<typeof role>

/** 取組. */
export const initiative = z.object({
  number: z.string().optional().describe('as printed: ア'),
  title: z.string(),
  description: z.string().optional().describe('取組内容'),
  roles: z.array(role),
  path: z.array(z.string()).optional().describe('titles of what it stands under, for initiatives inside articles'),
  at: at.optional(),
  where: where.optional(),
})
export type Initiative = z.infer<typeof initiative>

/** A headed part of a 別表: 政策分野, 役割の区分. */
export interface TableSection {
  number?: string | undefined
  title: string
  initiatives: Initiative[]
  sections?: TableSection[] | undefined
  at?: z.infer<typeof at> | undefined
  where?: z.infer<typeof where> | undefined
}
export const tableSection: z.ZodType<TableSection> = z.object({
  number: z.string().optional(),
  title: z.string(),
  initiatives: z.array(initiative),
  get sections() {
    return z.array(tableSection).optional()
  },
  at: at.optional(),
  where: where.optional(),
})

/** 別表. `relatesTo` holds article numbers: （第３条関係） → ['3']. */
export const appendedTable = z.object({
  title: z.string(),
  relatesTo: z.array(z.string()),
  caption: z.string().optional().describe('what its heading says it is about, where no section is titled by it'),
  sections: z.array(tableSection),
  rows: z.array(z.array(z.string())).optional().describe('cells of a table that holds no initiatives, row by row'),
  at: at.optional(),
  where: where.optional(),
})
export type AppendedTable = z.infer<typeof appendedTable>

/** 当事者. A placeholder is a name still to be filled in: ○○市町. */
export const party = z.object({
  symbol: z.string(),
  name: z.string(),
  placeholder: z.literal(true).optional(),
  at: at.optional(),
})
export type Party = z.infer<typeof party>

export const region = z.object({
  symbol: z.string().optional(),
  name: z.string().optional(),
  members: z.array(z.string()).optional(),
  at: at.optional(),
})
export type Region = z.infer<typeof region>

/** A name and address under the closing. */
export const signatory = z.object({
  symbol: z.string().optional(),
  address: z.string().optional(),
  organization: z.string(),
  office: z.string().optional(),
  name: z.string().optional(),
  at: at.optional(),
  where: where.optional(),
})
export type Signatory = z.infer<typeof signatory>

/** 連携協約, 協定; or 条例・規約・規則, with parties only where their articles define some. */
export const agreement = z.object({
  type: z.enum(['agreement', 'regulation']),
  title: z.string(),
  status: z.enum(['draft', 'concluded']).describe('draft: （案）, placeholder parties or blank dates'),
  number: z.string().optional().describe('平成２９年条例第３号'),
  concludedOn: dateText.optional(),
  parties: z.array(party),
  region: region.optional(),
  definitions: z.array(z.object({ term: z.string(), meaning: z.string(), at: at.optional() })).optional(),
  legalBasis: z.array(legalBasis),
  preamble: z.string().optional(),
  articles: z.array(article),
  references: z.array(reference),
  appendedTables: z.array(appendedTable),
  initiatives: z.array(initiative).optional(),
  supplementary: z.array(article).optional(),
  closing: z.string().optional(),
  signatories: z.array(signatory).optional(),
  sections: z.array(section).optional(),
  furniture: z.array(furniture).optional(),
  where: where.optional(),
})
export type Agreement = z.infer<typeof agreement>
