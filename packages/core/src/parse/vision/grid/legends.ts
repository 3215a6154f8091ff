import { fold } from '../../../text/fold.ts'
import type { Division } from '../division.ts'
import { filled, type Row } from '../row.ts'
import { type Legend, readLegend } from './mark.ts'

/** What a line says of a mark, and where. */
interface LegendEntry {
  at: number
  mark: string
  takesPart: boolean
}

/** A paragraph is no legend. */
const longest = 400

/** 凡例 | ○：参加 | △：検討中, or one cell that says all of it. */
function inTable(row: Row): string | undefined {
  const texts = filled(row).map(({ text }) => fold(text.value))
  return texts.length === 1 || texts[0]?.includes('凡例') ? texts.join(' ') : undefined
}

/** What a document says of its marks, from top to bottom. */
function legendEntries(rows: readonly Row[]): LegendEntry[] {
  return rows.flatMap((row) => {
    const folded = row.line?.folded ?? inTable(row)
    if (folded === undefined || folded.length > longest) return []
    const at = row.line?.text.offsets[0] ?? filled(row)[0]?.text.offsets[0] ?? 0
    return readLegend(folded).map(([mark, takesPart]) => ({ at, mark, takesPart }))
  })
}

const offsetOf = (division: Division): number | undefined =>
  division.kind === 'grid'
    ? division.header.names[0]?.texts[0]?.offsets[0]
    : division.kind === 'transposed'
      ? division.grid.projects[0]?.text.offsets[0]
      : undefined

/**
 * What marks mean in a grid: where a document says different things of one mark, what is said nearest above it, or below it where
 * the first grid stands above the first legend. Outside of grids what is said last.
 */
export function legendsOf(rows: readonly Row[], divisions: readonly Division[]): (grid?: Division) => Legend {
  const entries = legendEntries(rows)
  const [firstGrid = 0] = divisions.flatMap((d) => offsetOf(d) ?? [])
  const isBelow = (entries[0]?.at ?? 0) > firstGrid
  return (grid) => {
    const offset = (grid && offsetOf(grid)) ?? Number.POSITIVE_INFINITY
    return new Map(
      [...Map.groupBy(entries, (e) => e.mark)].map(([mark, said]) => {
        const nearest = isBelow ? said.find((e) => e.at > offset) : said.findLast((e) => e.at < offset)
        return [mark, (nearest ?? said.at(-1))?.takesPart ?? true]
      }),
    )
  }
}
