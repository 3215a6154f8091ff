import { boolean, integer, text } from '../column.ts'
import { placeOf } from '../place-columns.ts'
import { documentTable } from '../table.ts'
import { keyedProjects } from './keyed-projects.ts'

export const participation = documentTable(
  'participation',
  'one row a project and municipality, as the sheet of the project has it and as a grid (連携市町の一覧) has it',
  [
    text('source', 'sheet or grid'),
    text('project', 'key of the project; empty in rows of a grid'),
    text('project_title', 'title of the project as this source prints it'),
    text('municipality', 'name, repaired'),
    text('code', 'six-digit code (全国地方公共団体コード); empty where several are called so'),
    boolean('participates', 'whether it takes part; a grid has rows for those that do not'),
    text('mark', 'mark of the grid as printed'),
    boolean('reliable', 'false where a row of a grid has too many or too few marks'),
    integer('grid', 'number of the grid in the document, from 1'),
  ],
  function* ({ document, codeOf, ...subject }) {
    for (const [key, { title, participants, at, where }] of keyedProjects({ ...subject, document, codeOf }))
      for (const municipality of participants)
        yield {
          source: 'sheet',
          project: key,
          project_title: title,
          municipality,
          code: codeOf(municipality),
          participates: true,
          ...placeOf(where?.participants, at, where?.title),
        }
    if (document.type !== 'vision') return
    for (const [i, grid] of document.participationGrids.entries())
      for (const { project, participants, marks, reliable, at, where } of grid.rows) {
        const markOf = new Map(marks.map((mark) => [mark.municipality, mark]))
        const taking = new Set(participants)
        for (const municipality of new Set([...grid.municipalities, ...participants])) {
          const mark = markOf.get(municipality)
          yield {
            source: 'grid',
            project_title: project,
            municipality,
            code: codeOf(municipality),
            participates: taking.has(municipality),
            mark: mark?.mark,
            reliable,
            grid: i + 1,
            ...placeOf(mark?.at, at, where?.project),
          }
        }
      }
  },
)
