import type { GridRow, Vision } from '@kyoyaku/core'
import type { GridStyle } from '../model/vision-model.ts'
import type { ManuscriptTable } from './manuscript.ts'
import { type CellContent, cell, tableOf } from './table-builder.ts'

const centre = (text: string, more: { colSpan?: number; rowSpan?: number; vertical?: true } = {}): CellContent =>
  cell(text, { align: 'center', ...more })

const isCountedAcross = ({ extras }: GridStyle): boolean => extras?.counted === 'column' || extras?.counted === 'both'
const isCountedDown = ({ extras }: GridStyle): boolean => extras?.counted === 'row' || extras?.counted === 'both'

function header(members: readonly string[], count: number | undefined, style: GridStyle): CellContent[][] {
  const { heads } = style
  const rowSpan = style.grouped ? 2 : 1
  const declared = count === undefined ? '' : ` ${count}事務事業`
  const named =
    style.initiatives === 'rows'
      ? [centre(`【${heads.initiative}】 【${heads.project}】${declared}`, { rowSpan })]
      : [centre(heads.initiative, { rowSpan }), centre(`${heads.project}${declared}`, { rowSpan })]
  const { extras } = style
  const names = members.map((m, i) =>
    cell(i === 0 && extras?.core !== undefined ? [m, extras.core] : m, {
      align: 'center',
      ...(style.vertical ? { vertical: true } : {}),
    }),
  )
  const left = [centre(heads.pillar, { rowSpan }), ...named]
  const right = [
    ...(isCountedAcross(style) ? [centre('計', { rowSpan })] : []),
    ...(style.pages ? [centre(heads.page, { rowSpan })] : []),
    ...(extras?.remarks ? [centre(extras.remarks.head, { rowSpan })] : []),
  ]
  return style.grouped
    ? [[...left, centre(heads.members, { colSpan: members.length }), ...right], names]
    : [[...left, ...names, ...right]]
}

const groupBy = <T>(items: readonly T[], key: (item: T) => string): T[][] => {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item])
  return [...groups.values()]
}

function marksOf(row: GridRow, members: readonly string[], style: GridStyle): CellContent[] {
  const marks = members.map((m) => centre(row.marks.find((k) => k.municipality === m)?.mark ?? style.blank))
  const { remarks } = style.extras ?? {}
  return [
    ...marks,
    ...(isCountedAcross(style) ? [centre(String(row.participants.length))] : []),
    ...(style.pages ? [centre(row.page ?? '')] : []),
    ...(remarks ? [remarks.texts[row.project.length % remarks.texts.length] as string] : []),
  ]
}

/** 計: how many projects of the table each municipality takes part in. */
function sumRow(rows: readonly GridRow[], members: readonly string[], style: GridStyle): CellContent[] {
  const counts = members.map((m) => rows.filter((r) => r.participants.includes(m)).length)
  const all = counts.reduce((n, count) => n + count, 0)
  return [
    centre('計', { colSpan: style.initiatives === 'rows' ? 2 : 3 }),
    ...counts.map((n) => centre(String(n))),
    ...(isCountedAcross(style) ? [centre(String(all))] : []),
    ...(style.pages ? [''] : []),
    ...(style.extras?.remarks ? [''] : []),
  ]
}

function body(rows: readonly GridRow[], members: readonly string[], style: GridStyle): CellContent[][] {
  const right = [isCountedAcross(style), style.pages, style.extras?.remarks !== undefined].filter(Boolean)
  const empty = [...members.map(() => ''), ...right.map(() => '')]
  const pillarForm = style.extras?.tallPillars ? ({ align: 'center', vertical: true } as const) : {}
  return groupBy(rows, (r) => r.pillar ?? '').flatMap((ofPillar) => {
    const initiatives = groupBy(ofPillar, (r) => r.initiative ?? '')
    const height = ofPillar.length + (style.initiatives === 'rows' ? initiatives.length : 0)
    const lines = initiatives.flatMap((ofInitiative): CellContent[][] => {
      const title = ofInitiative[0]?.initiative ?? ''
      const projects = ofInitiative.map((r) => [r.project, ...marksOf(r, members, style)])
      if (style.initiatives === 'rows') return [[title, ...empty], ...projects]
      return projects.map((p, i) => (i === 0 ? [cell(title, { rowSpan: projects.length }), ...p] : p))
    })
    return lines.map((line, i) =>
      i === 0 ? [cell(ofPillar[0]?.pillar ?? '', { rowSpan: height, ...pillarForm }), ...line] : line,
    )
  })
}

/** The tables of participants of a vision: one, or one a pillar with its heading repeated. */
export function gridBlocks(vision: Vision, style: GridStyle): ManuscriptTable[] {
  const members = vision.participationGrids[0]?.municipalities ?? []
  const rows = vision.participationGrids.flatMap((g) => g.rows)
  const parts = style.split ? groupBy(rows, (r) => r.pillar ?? '') : [rows]
  const look = {
    widths: [
      4,
      ...(style.initiatives === 'rows' ? [10] : [6, 9]),
      ...members.map(() => 2.2),
      ...(isCountedAcross(style) ? [2] : []),
      ...(style.pages ? [2.5] : []),
      ...(style.extras?.remarks ? [4] : []),
    ],
    headerRows: style.grouped ? 2 : 1,
  }
  return parts.map((part) =>
    tableOf(
      [
        ...header(members, vision.declaredProjectCount, style),
        ...body(part, members, style),
        ...(isCountedDown(style) ? [sumRow(part, members, style)] : []),
      ],
      look,
    ),
  )
}
