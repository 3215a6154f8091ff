import type { GridRow, Project, Vision, VisionInitiative } from '@kyoyaku/core'
import type { Random } from '../random.ts'
import { type FiscalYearForm, fiscalYearForms } from '../vocabulary/dates.ts'
import type { LabelForm } from '../vocabulary/numerals.ts'
import { drawRegion } from '../vocabulary/region.ts'
import { describe, type Wording } from '../vocabulary/sentences.ts'
import { pillarNames, themes } from '../vocabulary/themes.ts'
import { type BudgetForm, budgetForms } from './budget.ts'
import { drawProject } from './project.ts'
import { drawRegionIndicators, type RegionListStyle } from './region-indicators.ts'

/** How the table of participants looks. */
export interface GridStyle {
  /** Initiatives in rows of their own, in a column, or not at all. */
  initiatives: 'rows' | 'column'
  /** One table, or one a pillar. */
  split: boolean
  /** The names stand under one heading for all of them. */
  grouped: boolean
  pages: boolean
  vertical: boolean
  heads: { pillar: string; initiative: string; project: string; page: string; members: string }
  /** What stands where a municipality takes no part. */
  blank: '' | '－' | '×'
  /** What grids have that are made by hand; none of it where absent. */
  extras?: GridExtras
}

/** Heads and sums of grids as offices print and scan them. */
interface GridExtras {
  /** The core city has a column of its own, and this under its name. */
  core?: string
  /** Circles are counted in a column behind the names, in a row at the end, or both. */
  counted: 'column' | 'row' | 'both' | 'none'
  /** A column at the end for remarks, and what stands in some of its cells. */
  remarks?: { head: string; texts: readonly string[] }
  /** Names of pillars run downwards. */
  tallPillars: boolean
}

export interface SheetStyle {
  labels: {
    title: string
    participants: string
    purpose: string
    activities: string
    budget: string
    roles: string
    indicators: string
    heads: readonly [string, string, string]
  }
  bullet: '●' | '・' | '○'
  budget: BudgetForm
  fiscalYears: FiscalYearForm
}

export interface VisionStyle {
  grid: GridStyle
  sheet: SheetStyle
  pillarForm: LabelForm
  initiativeForm: '【連携協約の取組】' | '(1)' | '（１）'
  /** The parties of 役割分担: the core city and what the others are called. */
  others: string
  dateText: string
  subtitle: string
  note: string | undefined
  /** The list of indicators that belong to no project, and the years of the plan. */
  region?: { list: RegionListStyle; years: readonly number[] }
}

/** A 連携中枢都市圏ビジョン or 共生ビジョン with all that it says. */
export interface VisionModel {
  kind: 'vision'
  truth: Vision[]
  style: VisionStyle
}

const markSets: readonly { marks: readonly string[]; blank: GridStyle['blank'] }[] = [
  { marks: ['○'], blank: '' },
  { marks: ['○'], blank: '' },
  { marks: ['〇'], blank: '' },
  { marks: ['●'], blank: '' },
  { marks: ['◎', '○'], blank: '' },
  { marks: ['◯'], blank: '－' },
  { marks: ['○'], blank: '×' },
]

const subtitles = ['～共に歩み、次の世代へ～', '～山と海が支え合う暮らし～', '～つなぐ、ひらく、育てる～']
const notes = ['※事業費は、策定の時点における見込額です。', '※各年度の事業費は、予算の成立により変わることがあります。']

/** Most initiatives of a pillar, and most projects of an initiative. */
const manyRows = { initiatives: 3, projects: 3 }
const fewRows = { initiatives: 2, projects: 1 }

interface Row extends GridRow {
  pillar: string
  initiative: string
}

function drawRows(
  random: Random,
  members: readonly string[],
  marks: readonly string[],
  blank: string,
  pillars: readonly string[],
  most: { initiatives: number; projects: number },
): { rows: Row[]; initiatives: VisionInitiative[] } {
  const rows: Row[] = []
  const initiatives: VisionInitiative[] = []
  const wording: Wording = { comma: '、', kind: '連携協約' }
  for (const index of [0, 1, 2] as const) {
    const pillar = pillars[index] as string
    for (const theme of random.sample(
      themes.filter((t) => t.pillar === index),
      random.int(1, most.initiatives),
    )) {
      initiatives.push({ pillar, title: theme.title, description: describe(random, theme, wording) })
      for (const project of random.sample(theme.projects, random.int(1, most.projects))) {
        const all = random.chance(0.2)
        const cells = members.map((municipality) => {
          const mark = all || random.chance(0.55) ? random.pick(marks) : blank
          return { municipality, mark }
        })
        if (cells.every((c) => c.mark === blank))
          cells[0] = { municipality: members[0] as string, mark: marks[0] as string }
        rows.push({
          pillar,
          initiative: theme.title,
          project,
          page: String(rows.length + 1),
          participants: cells.filter((c) => marks.includes(c.mark)).map((c) => c.municipality),
          marks: cells.filter((c) => c.mark !== ''),
          reliable: true,
        })
      }
    }
  }
  return { rows, initiatives }
}

function drawStyle(random: Random, blank: GridStyle['blank'], plain: boolean): VisionStyle {
  return {
    grid: {
      initiatives: random.pick(['rows', 'column']),
      split: random.chance(0.4),
      grouped: random.chance(0.5),
      pages: random.chance(0.6),
      vertical: random.chance(0.3),
      heads: {
        pillar: random.pick(['役割', '政策分野']),
        initiative: '連携取組名',
        project: random.pick(['事務事業名', '事業名']),
        page: random.pick(['掲載ページ', 'ページ']),
        members: random.pick(['連携市町村', '連携市町', '関係市町村']),
      },
      blank,
    },
    sheet: {
      labels: {
        title: random.pick(['事務事業名', '事業名', '取組名']),
        participants: random.pick(['連携市町村', '連携市町', '関係市町村']),
        purpose: random.pick(['事業目的', '目的']),
        activities: random.pick(['事業内容', '事業概要', '取組内容']),
        budget: random.pick(['工程及び事業費', '事業費', '事業費（見込額）', '概算事業費']),
        roles: random.pick(['役割・費用負担', '役割分担']),
        indicators: random.pick(['重要業績評価指標（KPI）', '成果指標', 'KPI']),
        heads: random.pick([
          ['指標', '基準値', '目標値'],
          ['指標名', '現状値', '目標値'],
        ] as const),
      },
      bullet: random.pick(['●', '・']),
      budget: random.pick(budgetForms),
      fiscalYears: random.pick(plain ? fiscalYearForms.slice(0, 3) : fiscalYearForms),
    },
    pillarForm: random.pick(['Ⅰ', '１']),
    initiativeForm: random.pick(['【連携協約の取組】', '(1)', '（１）']),
    others: random.pick(['連携市町', '連携市町村', '関係市町']),
    dateText: '',
    subtitle: random.pick(subtitles),
    note: random.chance(0.4) ? random.pick(notes) : undefined,
  }
}

export interface VisionWanted {
  /** Every cell of a grid has a mark: forms that print no blank cells could not tell where the others stand. */
  noBlanks?: boolean
  /** A document of few pages: an initiative or two a pillar, a project or two an initiative. */
  brief?: boolean
  /** Grids with a column of the core city, counts and remarks. */
  rich?: boolean
  /** A list of indicators that belong to no project. */
  measured?: boolean
}

const drawExtras = (random: Random): GridExtras => ({
  ...(random.chance(0.6) ? { core: random.pick(['（中心市）', '（連携中枢都市）', '【中心市】']) } : {}),
  counted: random.pick(['column', 'row', 'both', 'none']),
  ...(random.chance(0.6) ? { remarks: { head: '備考', texts: ['新規', '継続', '令和７年度から', ''] } } : {}),
  tallPillars: random.chance(0.5),
})

/** A vision that no two seeds share. */
export function drawVision(random: Random, wanted: VisionWanted = {}): VisionModel {
  const region = drawRegion(random, random.int(4, 13))
  const extras = wanted.rich ? drawExtras(random.fork('extras')) : undefined
  const [core = '', ...others] = region.members
  const members = extras?.core === undefined ? others : [...region.members]
  const { marks, blank } = random.pick(wanted.noBlanks ? markSets.filter((s) => s.blank !== '') : markSets)
  const style = drawStyle(random, blank, random.chance(0.7))
  if (extras) style.grid.extras = extras
  const pillars = random.pick(pillarNames)
  const { rows, initiatives } = drawRows(random, members, marks, blank, pillars, wanted.brief ? fewRows : manyRows)
  const firstYear = random.pick([2015, 2017, 2020, 2022, 2023, 2024])
  const years = Array.from({ length: random.pick([3, 4, 5, 5]) }, (_, i) => firstYear + i)
  const excerpt = random.chance(0.2)
  const shown = excerpt ? rows.filter(() => random.chance(0.5)) : rows
  const projects: Project[] = (shown.length > 0 ? shown : rows.slice(0, 1)).map((row) =>
    drawProject(random, { row, members, core, years, style }),
  )
  const month = random.int(2, 4)
  style.dateText = firstYear >= 2019 ? `令和${firstYear - 2018}年${month}月` : `平成${firstYear - 1988}年${month}月`
  const term = random.chance(0.6) ? random.int(2, 3) : undefined
  const kind = random.pick(['連携中枢都市圏ビジョン', '定住自立圏共生ビジョン'])
  if (!style.grid.pages) for (const row of rows) delete row.page
  const interRegion = random.chance(0.15) ? [drawProject(random, { row: undefined, members, core, years, style })] : []
  const truth: Vision = {
    type: 'vision',
    title: `${term === undefined ? '' : `第${term}期`}${region.name}${kind}`,
    ...(term === undefined ? {} : { term }),
    revision: excerpt
      ? { status: 'draft', label: '改訂案', excerpt }
      : random.chance(0.3)
        ? { status: 'revised', label: '改訂版', excerpt }
        : { status: 'original', excerpt },
    issuer: core,
    declaredProjectCount: rows.length,
    participationGrids: [{ municipalities: members, rows }],
    initiatives: initiatives.filter((i) => projects.some((p) => p.initiative === i.title)),
    projects,
    ...(interRegion.length > 0 ? { interRegionProjects: interRegion } : {}),
  }
  truth.revision.date = { text: style.dateText, edtf: `${firstYear}-${String(month).padStart(2, '0')}` }
  if (wanted.measured) {
    const drawn = drawRegionIndicators(random.fork('measured'), pillars, years)
    truth.indicators = drawn.indicators
    style.region = { list: drawn.style, years }
  }
  return { kind: 'vision', truth: [truth], style }
}
