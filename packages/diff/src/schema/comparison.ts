import * as z from 'zod'
import { articleChange, initiativeChange, tableChange } from './change.ts'
import { diagnostic, edit, sourceInfo, status } from './edit.ts'
import { projectChange } from './project-change.ts'
import { regionIndicatorChange } from './region-indicator-change.ts'

/** A pair of documents that were compared, or one that only a side has. */
export const documentPair = z.object({
  type: z.string(),
  old: z.string().optional().describe('title'),
  new: z.string().optional(),
  oldIndex: z.int().min(0).optional().describe('place among the documents of the file'),
  newIndex: z.int().min(0).optional(),
  status,
})
export type DocumentPair = z.infer<typeof documentPair>

/** Text of a document that stands in no article: title, preamble, closing, notes. */
export const textChange = z.object({
  document: z.int().min(0),
  field: z.string().describe('title, preamble, closing, date, parties, sections, declaredProjectCount and others'),
  status,
  edits: z.array(edit),
})
export type TextChange = z.infer<typeof textChange>

/** A difference that a misread character or another way of writing explains; not among the changes. */
export const noise = z.object({
  where: z.string(),
  old: z.string(),
  new: z.string(),
  reason: z.string().describe('confusable, space, punctuation, width, variant, calendar, numeral, notation'),
})
export type Noise = z.infer<typeof noise>

/** What `kyoyaku diff OLD NEW --format json` prints. */
export const comparison = z.object({
  schemaVersion: z.string(),
  old: sourceInfo,
  new: sourceInfo,
  mode: z.enum(['full', 'excerpt', 'redline']),
  documents: z.array(documentPair),
  texts: z.array(textChange).describe('changed ones only'),
  articles: z.array(articleChange).describe('in the new order; deleted ones where they stood'),
  initiatives: z.array(initiativeChange),
  appendedTables: z.array(tableChange),
  indicators: z.array(regionIndicatorChange).describe('of the region, its pillars and initiatives'),
  projects: z.array(projectChange),
  noise: z.array(noise),
  summary: z.record(z.string(), z.number()).describe('articles.changed, projects.added, noise … : how many'),
  diagnostics: z.array(diagnostic).describe("both sides' own; data.side says whose"),
})
export type Comparison = z.infer<typeof comparison>
