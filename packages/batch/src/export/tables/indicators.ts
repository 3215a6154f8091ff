import type { Indicator, Measure } from '@kyoyaku/core'
import { type Column, integer, number, type Row, text } from '../column.ts'
import { placeOf } from '../place-columns.ts'
import { documentTable } from '../table.ts'
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

/** Values of several years in one cell, each with its year. */
const yearly = (measures: readonly Measure[]): string | undefined =>
  measures.length === 0
    ? undefined
    : measures.map(({ text, period }) => (period ? `${period.from}: ${text}` : text)).join('、')

const valuesRow = ({ name, baseline, target, milestones = [], results = [] }: Indicator): Row => ({
  name,
  ...measureRow('baseline', baseline),
  ...measureRow('target', target),
  milestones: milestones.length,
  milestones_text: yearly(milestones),
  results: results.length,
  results_text: yearly(results),
})

const placesIn = ({ at, where, target, baseline }: Indicator) => [at, where?.name, target?.at, baseline?.at]

export const indicators = documentTable(
  'indicators',
  'one row an indicator (重要業績評価指標) of a project, a pillar, an initiative or the whole region',
  [
    text('project', 'key of the project in the table projects; empty for indicators of no project'),
    text('project_title', 'title of the project; empty for indicators of no project'),
    text('name', 'name'),
    ...measureColumns('baseline', 'baseline'),
    ...measureColumns('target', 'target'),
    text('scope', 'project, initiative, pillar, group or region: what the indicator is of'),
    text('pillar', 'pillar (役割, 政策分野) that the indicator or its project belongs to'),
    text('initiative', 'initiative (取組) that the indicator or its project belongs to'),
    text('heading', 'heading in its table that is neither a pillar nor an initiative'),
    integer('milestones', 'how many targets of earlier years it has'),
    text('milestones_text', 'these as printed, with their years, joined by 、'),
    integer('results', 'how many results (実績) it has'),
    text('results_text', 'results as printed, with their years, joined by 、'),
    text('source', 'where its values come from (出典), as printed'),
  ],
  function* (subject) {
    for (const [key, { title, pillar, initiative, indicators, at, where: of }] of keyedProjects(subject))
      for (const indicator of indicators ?? [])
        yield {
          project: key,
          project_title: title,
          scope: 'project',
          pillar,
          initiative,
          ...valuesRow(indicator),
          ...placeOf(...placesIn(indicator), at, of?.title),
        }
    if (subject.document.type !== 'vision') return
    for (const indicator of subject.document.indicators ?? []) {
      const { pillar, initiative, group, source } = indicator
      const scope = initiative ? 'initiative' : pillar ? 'pillar' : group ? 'group' : 'region'
      yield {
        scope,
        pillar,
        initiative,
        heading: group,
        ...valuesRow(indicator),
        source,
        ...placeOf(...placesIn(indicator)),
      }
    }
  },
)
