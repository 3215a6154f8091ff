import { correctedBlocks } from '../evidence/corrected-blocks.ts'
import { confidenceOf, type Evidence } from '../evidence/corrections.ts'
import type { Cell, Table } from '../layout/block.ts'
import { placeIn } from '../read/place.ts'
import type { Source } from '../read/source.ts'
import type { At, MarkedRun } from '../schema/at.ts'
import type { FoundTable, TableCell, TablesResult } from '../schema/table.ts'
import { clean } from '../text/clean.ts'

function placeOfCell(source: Source, cell: Cell, evidence?: Evidence): At | undefined {
  const confidence = evidence && confidenceOf(evidence, cell.text)
  const at: At = {
    ...placeIn(source, cell.text),
    ...(cell.page === undefined ? {} : { page: cell.page }),
    ...(cell.box ? { bbox: [...cell.box] } : {}),
    ...(confidence === undefined ? {} : { confidence }),
  }
  return Object.keys(at).length > 0 ? at : undefined
}

function runsOfCell(source: Source, cell: Cell): MarkedRun[] | undefined {
  return cell.runs?.map(({ text, mark }) => ({
    text: text.value,
    mark,
    span: placeIn(source, text).span as [number, number],
  }))
}

/** How Markdown writes the lines of a cell. */
const lineBreak = / ?<br ?\/?> ?/giu

function cellAt(source: Source, evidence: Evidence | undefined, cell: Cell, row: number, col: number): TableCell {
  const at = placeOfCell(source, cell, evidence)
  const runs = runsOfCell(source, cell)
  return {
    row,
    col,
    rowSpan: cell.rowSpan ?? 1,
    colSpan: cell.colSpan ?? 1,
    text: clean(cell.text).value.replace(lineBreak, '\n'),
    ...(cell.header ? { header: true } : {}),
    ...(runs && runs.length > 0 ? { runs } : {}),
    ...(at ? { at } : {}),
  }
}

function foundTable(source: Source, evidence: Evidence | undefined, table: Table): FoundTable {
  const pages = table.pages ?? (table.page === undefined ? [] : [table.page])
  const at: At = {
    ...(table.page === undefined ? {} : { page: table.page }),
    ...(table.box ? { bbox: [...table.box] } : {}),
  }
  return {
    pages,
    rows: table.rows.length,
    cols: Math.max(0, ...table.rows.map((row) => row.length)),
    cells: table.rows.flatMap((row, r) =>
      row.flatMap((cell, c) => (cell.covered ? [] : [cellAt(source, evidence, cell, r, c)])),
    ),
    ...(Object.keys(at).length > 0 ? { at } : {}),
  }
}

/** Every table of a source, in reading order: ruled ones, those lined up by white space, and those delimited in plain text. */
export function tables(source: Source): TablesResult {
  const { blocks, evidence } = correctedBlocks(source)
  return { tables: blocks.flatMap((block) => (block.kind === 'table' ? [foundTable(source, evidence, block)] : [])) }
}
