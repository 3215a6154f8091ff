import type { Measure } from '@kyoyaku/core'
import { type Column, number, type Row, text } from '../column.ts'
import { placeOf } from '../place-columns.ts'
import { documentTable, projectColumns } from '../table.ts'
import { keyedProjects } from './keyed-projects.ts'

const measureColumns = (prefix: string, what: string): Column[] => [
  text(`${prefix}_text`, `${what} as printed`),
  number(`${prefix}_value`, `${what} as a number in its unit`),
  text(`${prefix}_unit`, 'unit as printed: 人, ％, 件'),
  text(`${prefix}_from`, `fiscal year or date (EDTF) of the ${what}, or the first of them`),
  text(`${prefix}_to`, 'the last of them, where it is a span'),
]

const measureRow = (prefix: string, measure: Measure | undefined): Row => ({
  [`${prefix}_text`]: measure?.text,
  [`${prefix}_value`]: measure?.value,
  [`${prefix}_unit`]: measure?.unit,
  [`${prefix}_from`]: measure?.period?.from,
  [`${prefix}_to`]: measure?.period?.to,
})

export const indicators = documentTable(
  'indicators',
  'one row an indicator (重要業績評価指標) of a project',
  [
    ...projectColumns,
    text('name', 'name'),
    ...measureColumns('baseline', 'baseline'),
    ...measureColumns('target', 'target'),
  ],
  function* (subject) {
    for (const [key, { title, indicators, at, where: of }] of keyedProjects(subject))
      for (const { name, baseline, target, at: own, where } of indicators ?? [])
        yield {
          project: key,
          project_title: title,
          name,
          ...measureRow('baseline', baseline),
          ...measureRow('target', target),
          ...placeOf(own, where?.name, target?.at, baseline?.at, at, of?.title),
        }
  },
)
