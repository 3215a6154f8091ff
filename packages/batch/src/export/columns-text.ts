import { documentColumns, placeColumns } from './place-columns.ts'
import { type TableShape, tableShapes } from './rows.ts'

const line = ({ name, type, about }: { name: string; type: string; about: string }): string =>
  `| \`${name}\` | ${type} | ${about} |`
const head = '| column | type | what |\n| --- | --- | --- |'

/** Columns that tables share, as a table in Markdown. */
export const sharedColumnsText = (): string => [head, ...[...documentColumns, ...placeColumns].map(line)].join('\n')

const shared = new Set([...documentColumns, ...placeColumns])

const tableText = ({ name, about, columns }: TableShape): string =>
  [`**${name}**: ${about}`, '', head, ...columns.filter((column) => !shared.has(column)).map(line)].join('\n')

/** What every table has of its own. */
export const tablesText = (): string => tableShapes.map(tableText).join('\n\n')
