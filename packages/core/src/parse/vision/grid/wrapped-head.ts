import { join } from '../../../text/clean.ts'
import { filled, type RowCell } from '../row.ts'
import type { GridHeader } from './grid-header.ts'
import { type GridLine, isMarked } from './grid-line.ts'
import { isMark } from './mark.ts'

const kinds = ['pillar', 'initiative', 'project'] as const
type Kind = (typeof kinds)[number]
type Parts = Partial<Record<Kind, RowCell>>

/** Words begin within this many columns of the heading of their column. */
const sameEdge = 3
/** A row of the grid that begins on its first line shows it: this share of the other lines are under the columns of words. */
const inColumns = 0.9

/** The words of a line by the column of the heading that they stand under; undefined where one stands under none. */
function partsOf(line: GridLine, header: GridHeader): Parts | undefined {
  const columns = header.columns.filter((c) => kinds.includes(c.kind as Kind))
  const first = filled(line.row).find((c) => isMark(c.bare[0] ?? ''))
  const parts: Parts = {}
  for (const cell of filled(line.row)) {
    if (first && cell.from >= first.from) break
    const column = columns.find((c) => Math.abs(c.cell.wideFrom - cell.wideFrom) <= sameEdge)
    const kind = column?.kind as Kind | undefined
    if (!kind || parts[kind]) return undefined
    parts[kind] = cell
  }
  return parts
}

/** A cell of a merged or wrapped column: the line that it begins on, and its texts. */
interface Open {
  line: GridLine
  cells: RowCell[]
}

function close(open: Open | undefined, kind: Kind): void {
  if (!open) return
  const text = join(open.cells.map((c) => c.text))
  open.line[kind] = text
  if (kind === 'project') open.line.name = open.cells
}

/** What is left of a heading in a narrow column: 事業名 15事務 / 事業. */
const headingRest = /^(?:事務|事業|取組|業|組|名|数|市|町|村|等|ページ|ジ)+$/u
/** Lines over which the headings go on. */
const tallestRest = 2

/** How many lines at the top of a grid are the rest of its headings, which wrap over them. */
export function headingLines(lines: readonly GridLine[]): number {
  const isRest = (line: GridLine): boolean => !isMarked(line) && filled(line.row).every((c) => headingRest.test(c.bare))
  let n = 0
  while (n < tallestRest && lines[n] && isRest(lines[n] as GridLine)) n++
  return n
}

/**
 * Lines of an aligned grid whose rows begin with their marks, the words of all columns being wrapped below: pillar, initiative and
 * project put together from the lines under them. Undefined where the lines are not so.
 */
export function joinHeads(lines: readonly GridLine[], header: GridHeader): GridLine[] | undefined {
  if (!lines[0] || !isMarked(lines[0])) return undefined
  const known = kinds.filter((kind) => header.columns.some((c) => c.kind === kind))
  if (known.length < 2 || !known.includes('project') || lines.some((l) => l.row.table !== undefined)) return undefined
  const parts = lines.map((line) => partsOf(line, header))
  const below = lines.flatMap((line, i) => (isMarked(line) ? [] : [parts[i]]))
  if (below.length === 0 || below.filter((p) => p !== undefined).length < below.length * inColumns) return undefined
  if (lines.some((line, i) => isMarked(line) && !parts[i]?.project)) return undefined
  const joined: GridLine[] = []
  const open: Partial<Record<Kind, Open>> = {}
  lines.forEach((line, i) => {
    const own = parts[i]
    if (!own) {
      joined.push(line)
      return
    }
    const marked = isMarked(line)
    if (marked) {
      for (const kind of kinds) delete line[kind]
      joined.push(line)
    }
    for (const kind of kinds) {
      const cell = own[kind]
      if (!cell) continue
      // A new pillar has an initiative of its own; without one the words go on those above.
      const begins = marked && (kind !== 'pillar' || !known.includes('initiative') || own.initiative !== undefined)
      const before = open[kind]
      if (!begins && before) before.cells.push(cell)
      else {
        close(before, kind)
        open[kind] = { line, cells: [cell] }
      }
    }
  })
  for (const kind of kinds) close(open[kind], kind)
  return joined
}
