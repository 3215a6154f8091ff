import * as z from 'zod'
import { at, dateText, furniture, section, where } from './at.ts'

/** An amount as printed and in yen; null where the document gives none (—, 未定). */
export const amount = z.object({
  fiscalYear: z.int().optional(),
  text: z.string(),
  yen: z.number().nullable(),
  source: z.string().optional().describe('財源: 国, 県, 地方債, 一般財源, where the sheet splits the sum'),
  at: at.optional(),
})
export type Amount = z.infer<typeof amount>

/** A baseline or target as printed, with what could be read of it. */
export const measure = z.object({
  text: z.string(),
  value: z.number().optional(),
  unit: z.string().optional(),
  period: z.object({ from: z.string(), to: z.string().optional() }).optional().describe('fiscal years or EDTF dates'),
  at: at.optional(),
})
export type Measure = z.infer<typeof measure>

/** 重要業績評価指標. */
export const indicator = z.object({
  name: z.string(),
  baseline: measure.optional(),
  milestones: z.array(measure).optional().describe('targets of years before that of `target`, in order'),
  target: measure.optional(),
  results: z.array(measure).optional().describe('実績: what became of it in the years of the plan, in order'),
  at: at.optional(),
  where: where.optional(),
})
export type Indicator = z.infer<typeof indicator>

/** An indicator of the region, or of a pillar or an initiative of it, that stands in no project. */
export const regionIndicator = indicator.extend({
  pillar: z
    .string()
    .optional()
    .describe('what it belongs to, named as projects name it; of the whole region without both'),
  initiative: z.string().optional(),
  group: z.string().optional().describe('a heading in its table that is neither a pillar nor an initiative: 観光'),
  number: z.string().optional().describe('as printed'),
  source: z.string().optional().describe('出典, データ出所'),
  notes: z.array(z.string()).optional(),
})
export type RegionIndicator = z.infer<typeof regionIndicator>

/** 事務事業. */
export const project = z.object({
  pillar: z.string().optional(),
  initiative: z.string().optional(),
  number: z.string().optional().describe('as printed: No6-3'),
  title: z.string(),
  participants: z.array(z.string()),
  allMunicipalities: z.literal(true).optional().describe('全市町, expanded to the members of the region'),
  purpose: z.string().optional(),
  activities: z.array(z.string()).optional(),
  schedule: z.array(z.object({ fiscalYear: z.int(), label: z.string(), at: at.optional() })).optional(),
  budget: z
    .object({
      unit: z.string().optional(),
      years: z.array(amount),
      total: amount.optional(),
      sources: z.array(amount).optional().describe('the split by 財源, where there is one'),
      results: z
        .array(amount)
        .optional()
        .describe(
          '実績, 決算見込: what was spent, where the sheet has it beside what is planned; without fiscalYear in all',
        ),
    })
    .optional(),
  roles: z.array(z.object({ party: z.string(), items: z.array(z.string()), at: at.optional() })).optional(),
  indicators: z.array(indicator).optional(),
  sdgs: z.array(z.int().min(1).max(17)).optional(),
  notes: z.array(z.string()).optional(),
  at: at.optional(),
  where: where.optional(),
})
export type Project = z.infer<typeof project>

export const gridRow = z.object({
  pillar: z.string().optional(),
  initiative: z.string().optional(),
  number: z.string().optional(),
  project: z.string(),
  page: z.string().optional(),
  participants: z.array(z.string()),
  marks: z.array(z.object({ municipality: z.string(), mark: z.string(), at: at.optional() })),
  reliable: z.boolean().describe('false where mark cells and municipalities differ in number and nothing settles it'),
  at: at.optional(),
  where: where.optional(),
})
export type GridRow = z.infer<typeof gridRow>

/** 連携市町: a column a municipality, a row a project. */
export const participationGrid = z.object({
  municipalities: z.array(z.string()).describe('in column order, repaired names'),
  rows: z.array(gridRow),
  at: at.optional(),
  where: where.optional(),
})
export type ParticipationGrid = z.infer<typeof participationGrid>

export const visionInitiative = z.object({
  pillar: z.string().optional(),
  title: z.string(),
  description: z.string().optional(),
  roles: z
    .array(z.object({ party: z.string(), text: z.string(), at: at.optional() }))
    .optional()
    .describe('甲の役割, 乙の役割 where the vision quotes its agreement'),
  at: at.optional(),
  where: where.optional(),
})
export type VisionInitiative = z.infer<typeof visionInitiative>

/** 連携中枢都市圏ビジョン, 共生ビジョン. */
export const vision = z.object({
  type: z.literal('vision'),
  title: z.string(),
  volume: z.string().optional().describe('別冊'),
  term: z.int().optional().describe('第2期 → 2'),
  revision: z.object({
    status: z.enum(['original', 'draft', 'revised']),
    label: z.string().optional(),
    excerpt: z.boolean().describe('※変更箇所のみ抜粋'),
    date: dateText.optional(),
  }),
  issuer: z.string().optional(),
  declaredProjectCount: z.int().optional(),
  participationGrids: z.array(participationGrid),
  initiatives: z.array(visionInitiative).optional(),
  indicators: z
    .array(regionIndicator)
    .optional()
    .describe('成果指標, 数値目標 of the region, its pillars and initiatives; those of a project stand with it'),
  projects: z.array(project),
  interRegionProjects: z.array(project).optional(),
  notes: z.array(z.string()).optional(),
  sections: z.array(section).optional(),
  furniture: z.array(furniture).optional(),
  where: where.optional(),
})
export type Vision = z.infer<typeof vision>
