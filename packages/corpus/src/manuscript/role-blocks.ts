import type { Initiative, TableSection } from '@kyoyaku/core'
import type { AgreementStyle } from '../model/agreement-model.ts'
import { type Block, gap, paragraph } from './manuscript.ts'
import { type CellContent, cell, tableOf } from './table-builder.ts'

const named = (number: string | undefined, title: string): string =>
  number === undefined ? title : `${number}　${title}`
const headingOf = (section: TableSection): string => named(section.number, section.title)
const titleOf = (initiative: Initiative): string => named(initiative.number, initiative.title)

interface Words {
  style: AgreementStyle
  symbols: readonly string[]
}

const roleHeads = ({ style, symbols }: Words): string[] => symbols.map((s) => `${s}${style.headed.role}`)
const header = (words: Words): CellContent[] =>
  [words.style.headed.initiative, words.style.headed.description, ...roleHeads(words)].map((t) =>
    cell(t, { align: 'center' }),
  )
const rowOf = (initiative: Initiative): CellContent[] => [
  titleOf(initiative),
  initiative.description ?? '',
  ...initiative.roles.map((r) => r.text),
]
const widths = ({ symbols }: Words): number[] => [3, 5, ...symbols.map(() => 4)]

const sectionHeading = (section: TableSection): Block => paragraph(headingOf(section), { heading: 3 })

function columns(sections: readonly TableSection[], words: Words): Block[] {
  return sections.flatMap((s) => [
    sectionHeading(s),
    gap(),
    tableOf([header(words), ...s.initiatives.map(rowOf)], { widths: widths(words), headerRows: 1 }),
    gap(),
  ])
}

function sectionRows(sections: readonly TableSection[], words: Words): Block[] {
  const rows = sections.flatMap((s) => [
    [cell(headingOf(s), { colSpan: widths(words).length })],
    ...s.initiatives.map(rowOf),
  ])
  return [tableOf([header(words), ...rows], { widths: widths(words), headerRows: 1 })]
}

function sectionCells(sections: readonly TableSection[], words: Words): Block[] {
  const rows = sections.flatMap((s) =>
    s.initiatives.map((initiative, i) => [
      ...(i === 0 ? [cell(headingOf(s), { rowSpan: s.initiatives.length })] : []),
      ...rowOf(initiative),
    ]),
  )
  const head = [cell('政策分野', { align: 'center' }), ...header(words)]
  return [tableOf([head, ...rows], { widths: [3, ...widths(words)], headerRows: 1 })]
}

function labelled(sections: readonly TableSection[], words: Words): Block[] {
  const { headed } = words.style
  return sections.flatMap((s) => [
    sectionHeading(s),
    gap(),
    ...s.initiatives.flatMap((i) => [
      tableOf(
        [
          [headed.initiative, titleOf(i)],
          [headed.description, i.description ?? ''],
          ...i.roles.map((r, n) => [roleHeads(words)[n] as string, r.text]),
        ],
        { widths: [3, 13] },
      ),
      gap(),
    ]),
  ])
}

function labelledTitles(sections: readonly TableSection[], words: Words): Block[] {
  return sections.flatMap((s) => [
    sectionHeading(s),
    gap(),
    tableOf(
      s.initiatives.flatMap((i) => [
        [words.style.headed.description, [titleOf(i), i.description ?? '']],
        ...i.roles.map((r, n) => [roleHeads(words)[n] as string, r.text]),
      ]),
      { widths: [3, 13] },
    ),
    gap(),
  ])
}

function oneRow(sections: readonly TableSection[], words: Words): Block[] {
  return sections.flatMap((s) => [
    sectionHeading(s),
    gap(),
    ...s.initiatives.flatMap((i) => [
      paragraph(titleOf(i)),
      tableOf([header(words).slice(1), rowOf(i).slice(1)], { widths: widths(words).slice(1), headerRows: 1 }),
      gap(),
    ]),
  ])
}

const forms = {
  columns,
  'section-rows': sectionRows,
  'section-cells': sectionCells,
  labelled,
  'labelled-titles': labelledTitles,
  'one-row': oneRow,
  items: () => [],
} as const satisfies Record<AgreementStyle['roleForm'], (s: readonly TableSection[], w: Words) => Block[]>

/** The 別表 in the form that the style names. */
export const roleBlocks = (
  sections: readonly TableSection[],
  style: AgreementStyle,
  symbols: readonly string[],
): Block[] => forms[style.roleForm](sections, { style, symbols })
