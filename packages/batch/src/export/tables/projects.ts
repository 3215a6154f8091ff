import { boolean, integer, number, type Row, text } from '../column.ts'
import { placeOf } from '../place-columns.ts'
import { documentTable, projectColumns, type Subject } from '../table.ts'
import { keyedProjects } from './keyed-projects.ts'

export const projects = documentTable(
  'projects',
  'one row a project (事務事業) of a vision',
  [
    text('project', 'key, for the other tables'),
    text('pillar', 'pillar of the vision'),
    text('initiative', 'title of the initiative that it belongs to'),
    text('number', 'as printed: No6-3'),
    text('title', 'title'),
    boolean('inter_region', 'a project between regions (圏域間連携事業)'),
    boolean('all_municipalities', 'the document says 全市町'),
    integer('participants', 'municipalities that take part'),
    text('purpose', 'purpose'),
    text('activities', 'activities, one a line'),
    number('budget_total_yen', 'total of the budget as printed, in yen'),
    text('budget_total_text', 'the same as printed'),
    text('budget_unit', 'unit that the sheet states: 千円'),
    text('sdgs', 'numbers of the goals, joined by commas'),
    text('notes', 'notes, one a line'),
  ],
  function* (subject) {
    for (const [key, project, interRegion] of keyedProjects(subject)) {
      const { pillar, initiative, number, title, participants, purpose, budget, at, where } = project
      yield {
        project: key,
        pillar,
        initiative,
        number,
        title,
        inter_region: interRegion,
        all_municipalities: project.allMunicipalities === true,
        participants: participants.length,
        purpose,
        activities: project.activities?.join('\n'),
        budget_total_yen: budget?.total?.yen ?? undefined,
        budget_total_text: budget?.total?.text,
        budget_unit: budget?.unit,
        sdgs: project.sdgs?.join(','),
        notes: project.notes?.join('\n'),
        ...placeOf(at, where?.title),
      }
    }
  },
)

const yen = number('yen', 'amount in yen; empty where the document gives none (—, 未定)')
const printed = text('text', 'amount as printed')
const unit = text('unit', 'unit that the sheet states')

/** One row a sum of budgets; tables without a column for its source or unit leave that out. */
const sumsOf = (which: 'years' | 'results' | 'sources') =>
  function* (subject: Subject): Iterable<Row> {
    for (const [key, { title, budget, at, where }] of keyedProjects(subject))
      for (const { source, fiscalYear, text, yen, at: own } of budget?.[which] ?? [])
        yield {
          project: key,
          project_title: title,
          fiscal_year: fiscalYear,
          source,
          yen: yen ?? undefined,
          text,
          unit: budget?.unit,
          ...placeOf(own, at, where?.title),
        }
  }

export const budgets = documentTable(
  'budgets',
  'one row a project and fiscal year; totals are in projects, so that sums count nothing twice',
  [...projectColumns, integer('fiscal_year', 'fiscal year, from April: 2022 for 令和4年度'), yen, printed, unit],
  sumsOf('years'),
)

export const spending = documentTable(
  'spending',
  'one row a sum that was spent (実績, 決算), where a sheet has it beside what is planned, which is in budgets',
  [
    ...projectColumns,
    integer('fiscal_year', 'fiscal year; empty in the row of all years together, which no sum should count as well'),
    text('source', '国, 県, 地方債, 一般財源; empty where the sum is not split'),
    yen,
    printed,
    unit,
  ],
  sumsOf('results'),
)

export const funding = documentTable(
  'funding',
  'one row a source of funds (財源), where a sheet splits a budget',
  [
    ...projectColumns,
    text('source', '国, 県, 地方債, 一般財源'),
    integer('fiscal_year', 'fiscal year, where the split is by year'),
    number('yen', 'amount in yen'),
    printed,
  ],
  sumsOf('sources'),
)
