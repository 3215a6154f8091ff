import type { Project } from '@kyoyaku/core'
import type { SheetStyle, VisionStyle } from '../model/vision-model.ts'
import { printFiscalYear } from '../vocabulary/dates.ts'
import type { ManuscriptTable } from './manuscript.ts'
import { type CellContent, cell, tableOf } from './table-builder.ts'

const bulleted = (items: readonly string[], { bullet }: SheetStyle): string[] =>
  items.map((i) => (bullet === '●' ? `● ${i}` : `${bullet}${i}`))

/** Shares of `columns` for three headed columns: the first takes what is left. */
function thirds(columns: number): [number, number, number] {
  const part = Math.floor(columns / 3)
  return [columns - 2 * part, part, part]
}

const centre = (text: string, colSpan = 1): CellContent => cell(text, { colSpan, align: 'center' })

function budgetRows(project: Project, style: SheetStyle): CellContent[][] {
  const { years = [], total, sources } = project.budget ?? {}
  const unit = style.budget.inCell === 'no' ? `（単位：${style.budget.unit}）` : ''
  const heads = [...years.map((y) => centre(printFiscalYear(y.fiscalYear as number, style.fiscalYears))), centre('計')]
  const steps = project.schedule && [
    ...years.map((y) => project.schedule?.find((s) => s.fiscalYear === y.fiscalYear)?.label ?? ''),
    '',
  ]
  const sums = [...years, ...(total ? [total] : [])].map((a) => cell(a.text, { align: 'right' }))
  const rows: CellContent[][] = [heads, ...(steps ? [steps] : []), sums]
  const labelled = rows.map((row, i) =>
    i === 0 ? [cell(`${style.labels.budget}${unit}`, { rowSpan: rows.length }), ...row] : row,
  )
  return [...labelled, ...(sources ? sourceRows(sources, years.length + 1) : [])]
}

function sourceRows(sources: NonNullable<NonNullable<Project['budget']>['sources']>, columns: number): CellContent[][] {
  // Five sources need five columns; where there are fewer they stand below each other.
  if (columns < sources.length)
    return sources.map((s, i) => [
      ...(i === 0 ? [cell('財源内訳', { rowSpan: sources.length })] : []),
      centre(s.source ?? ''),
      cell(s.text, { colSpan: columns - 1, align: 'right' }),
    ])
  const fill = columns - sources.length
  const rest = fill > 0 ? [cell('', { colSpan: fill })] : []
  return [
    [cell('財源内訳', { rowSpan: 2 }), ...sources.map((s) => centre(s.source ?? '')), ...rest],
    [...sources.map((s) => cell(s.text, { align: 'right' })), ...rest],
  ]
}

function roleRows(project: Project, style: SheetStyle, columns: number): CellContent[][] {
  const roles = project.roles ?? []
  return roles.map((role, i) => [
    ...(i === 0 ? [cell(style.labels.roles, { rowSpan: roles.length })] : []),
    role.party,
    cell(bulleted(role.items, { ...style, bullet: '・' }), { colSpan: columns - 1 }),
  ])
}

function indicatorRows(project: Project, style: SheetStyle, columns: number): CellContent[][] {
  const [a, b, c] = thirds(columns)
  const indicators = project.indicators ?? []
  const rows: CellContent[][] = [
    [centre(style.labels.heads[0], a), centre(style.labels.heads[1], b), centre(style.labels.heads[2], c)],
    ...indicators.map((i) => [
      cell(i.name, { colSpan: a }),
      cell(i.baseline?.text ?? '', { colSpan: b, align: 'center' }),
      cell(i.target?.text ?? '', { colSpan: c, align: 'center' }),
    ]),
  ]
  return rows.map((row, i) => (i === 0 ? [cell(style.labels.indicators, { rowSpan: rows.length }), ...row] : row))
}

/** The sheet of one project: a label a row, with sums, roles and measures in columns of their own. */
export function sheetBlock(project: Project, style: VisionStyle): ManuscriptTable {
  const { sheet } = style
  const { labels } = sheet
  const columns = (project.budget?.years.length ?? 2) + 1
  const wide = (label: string, text: string | readonly string[]): CellContent[] => [
    label,
    cell(text, { colSpan: columns }),
  ]
  const who = project.allMunicipalities ? '全市町村' : project.participants.join('、')
  return tableOf(
    [
      project.sdgs
        ? [labels.title, cell(project.title, { colSpan: columns - 2 }), centre('SDGs'), project.sdgs.join('、')]
        : wide(labels.title, project.title),
      ...(who === '' ? [] : [wide(labels.participants, who)]),
      wide(labels.purpose, project.purpose ?? ''),
      wide(labels.activities, bulleted(project.activities ?? [], sheet)),
      ...budgetRows(project, sheet),
      ...roleRows(project, sheet, columns),
      ...indicatorRows(project, sheet, columns),
    ],
    { widths: [4, ...Array.from({ length: columns }, () => 4)] },
  )
}
