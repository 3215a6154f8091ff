import type { RegionIndicator } from '@kyoyaku/core'
import { type RegionListStyle, regionHeads } from '../model/region-indicators.ts'
import type { ManuscriptTable } from './manuscript.ts'
import { type CellContent, cell, tableOf } from './table-builder.ts'

/** A table of the indicators that belong to no project. */
export function regionList(
  indicators: readonly RegionIndicator[],
  style: RegionListStyle,
  years: readonly number[],
): ManuscriptTable {
  const { heads } = style
  const inColumn = style.units === 'column'
  const withPillars = style.pillars === 'column'
  const centre = (text: string): CellContent => cell(text, { align: 'center' })
  const values = regionHeads(style, years)
  const head = [
    ...(withPillars ? [centre(heads.pillar)] : []),
    centre(heads.name),
    ...(inColumn ? [centre(heads.unit)] : []),
    ...values.map(centre),
    ...(style.sources ? [centre(heads.source)] : []),
  ]
  const rows = indicators.map((i, n): CellContent[] => {
    const isFirst = i.pillar !== indicators[n - 1]?.pillar
    const rowSpan = indicators.filter((other) => other.pillar === i.pillar).length
    return [
      ...(withPillars && isFirst ? [cell(i.pillar ?? '', { rowSpan })] : []),
      i.name,
      ...(inColumn ? [centre(i.baseline?.unit ?? '')] : []),
      ...[i.baseline, ...(i.milestones ?? []), i.target].map((m) => cell(m?.text ?? '', { align: 'right' })),
      ...(style.sources ? [i.source ?? ''] : []),
    ]
  })
  const widths = [
    ...(withPillars ? [6] : []),
    6,
    ...(inColumn ? [2] : []),
    ...values.map(() => 4),
    ...(style.sources ? [4] : []),
  ]
  return tableOf([head, ...rows], { widths, headerRows: 1 })
}
