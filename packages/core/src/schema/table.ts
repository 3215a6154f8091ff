import * as z from 'zod'
import { at, markedRun } from './at.ts'

/** A cell of a table. Rows and columns count from 0; a cell that spans several stands in the first of them alone. */
export const tableCell = z.object({
  row: z.int().min(0),
  col: z.int().min(0),
  rowSpan: z.int().min(1),
  colSpan: z.int().min(1),
  text: z.string().describe('its lines joined, without what is struck out'),
  header: z.literal(true).optional().describe('names a column'),
  runs: z.array(markedRun).optional().describe('what a redline marks in it, in reading order'),
  at: at.optional(),
})
export type TableCell = z.infer<typeof tableCell>

export const foundTable = z.object({
  pages: z
    .array(z.int().min(1))
    .describe('more than one where it goes on over a page break; none where pages are not known'),
  rows: z.int().min(0),
  cols: z.int().min(0),
  cells: z.array(tableCell),
  at: at.optional(),
})
export type FoundTable = z.infer<typeof foundTable>

/** What `kyoyaku tables FILE --format json` prints. */
export const tablesResult = z.object({ tables: z.array(foundTable) })
export type TablesResult = z.infer<typeof tablesResult>
