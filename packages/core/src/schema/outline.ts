import * as z from 'zod'
import { initiative } from './agreement.ts'
import { at, dateText, furniture, section, where } from './at.ts'
import { article, paragraph } from './provision.ts'

/** 概要: a summary of an agreement. */
export const outline = z.object({
  type: z.literal('outline'),
  outlineOf: z.literal('agreement'),
  title: z.string(),
  status: z.enum(['draft', 'concluded']),
  declaredInitiativeCount: z.int().optional(),
  articles: z.array(article).describe('what is summarised of each; paragraphs may be empty'),
  initiatives: z.array(initiative),
  statuteExcerpts: z.array(
    z.object({
      law: z.string(),
      article: z.string(),
      caption: z.string().optional(),
      paragraphs: z.array(paragraph),
      at: at.optional(),
      where: where.optional(),
    }),
  ),
  sections: z.array(section).optional(),
  furniture: z.array(furniture).optional(),
  where: where.optional(),
})
export type Outline = z.infer<typeof outline>

const regionSummary = z.object({
  name: z.string(),
  coreMunicipality: z.string(),
  members: z.array(z.string()),
  at: at.optional(),
})

/** A municipality's page about its region. */
export const profile = z.object({
  type: z.literal('profile'),
  title: z.string(),
  issuer: z.string().optional(),
  updatedOn: dateText.optional(),
  region: regionSummary,
  otherRegions: z.array(regionSummary),
  agreementsConcludedOn: dateText.optional(),
  visionTerms: z
    .array(z.object({ term: z.int(), from: z.int(), to: z.int(), at: at.optional() }))
    .describe('fiscal years'),
  pillars: z.array(z.string()),
  sections: z.array(section).optional(),
  furniture: z.array(furniture).optional(),
  where: where.optional(),
})
export type Profile = z.infer<typeof profile>
