import { fold } from '../../../text/fold.ts'
import { concat } from '../../../text/text.ts'
import { isPillarName } from '../heading.ts'
import type { RowCell } from '../row.ts'
import type { GridHeader } from './grid-header.ts'
import { type GridLine, isMarked } from './grid-line.ts'

/** Names of one column begin within this many columns of one another. */
const sameEdge = 2
/** A name that reaches this share of its column's width may go on in the next line. */
const fullShare = 0.8
const numbered = /^(?:[0-9]{1,2}[.、 )]|\([0-9]{1,2}\)|[①-⑳Ⅰ-Ⅻ■◆●・【])/u
/** No name begins so. */
export const goesOn =
  /^[のをにへとがはやもびー・、。)）」ゃゅょっァィゥェォャュョッ]|^(?:及び|並びに|による|に係る|など|等)/u

/** What no name ends with. */
export const hanging = /(?:及び|並びに|又は|[・、をにがはのと])$/u
const isNumbered = ({ text, bare }: RowCell): boolean => numbered.test(fold(text.value)) || numbered.test(bare)

interface Edges {
  left: number
  right: number
  /** Where names beside marks begin. */
  starts: ReadonlySet<number>
}

/** Left edge of the column of names, and how far its names reach. */
function edgesOf(lines: readonly GridLine[]): Edges | undefined {
  const cells = lines.flatMap((l) => (isMarked(l) ? l.name : []))
  if (cells.length === 0) return undefined
  const counts = new Map<number, number>()
  for (const { wideFrom } of cells) counts.set(wideFrom, (counts.get(wideFrom) ?? 0) + 1)
  const left = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))[0]
  const all = lines.flatMap((l) => l.name.filter((c) => Math.abs(c.wideFrom - left) <= sameEdge))
  return { left, right: Math.max(...all.map((c) => c.wideTo)), starts: new Set(counts.keys()) }
}

/** Whether a heading is that of initiatives and projects in one column: 【取組名】【事業名】. */
export const headsBoth = (bare: string): boolean => /取組(?:名|項目|分野|[】・/])/u.test(bare) && /事業/u.test(bare)

/** Names under the heading of initiatives (or of both: 【取組名】【事業名】) share its column with them: there a line without marks is an initiative. */
function standUnderInitiatives({ left }: Edges, header: GridHeader): boolean {
  const from = (kind: 'initiative' | 'project'): number | undefined =>
    header.columns.find((c) => c.kind === kind)?.cell.wideFrom
  const both = header.columns.some((c) => c.kind === 'project' && headsBoth(c.cell.bare))
  if (both) return true
  const [initiative, project] = [from('initiative'), from('project')]
  return initiative !== undefined && project !== undefined && Math.abs(left - initiative) < Math.abs(left - project)
}

function addTo(line: GridLine, parts: readonly RowCell[], before: boolean): void {
  line.name = before ? [...parts, ...line.name] : [...line.name, ...parts]
  line.project = concat(line.name.map((c) => c.text))
}

/**
 * Lines of an aligned grid with the names that are wrapped put together: a line without marks at the edge of the column of
 * names is the beginning of the name below it where it is full or carries a heading of its own, the end of the name above
 * it where that one is full or no name begins like it. What is neither stays a line of its own.
 */
export function joinNames(lines: readonly GridLine[], header: GridHeader): GridLine[] {
  const edges = edgesOf(lines)
  if (!edges || lines.some((l) => l.row.table !== undefined)) return [...lines]
  const isFull = (cell: RowCell | undefined): boolean =>
    cell !== undefined && cell.wideTo - edges.left >= (edges.right - edges.left) * fullShare
  const first = Math.min(...header.columns.map((c) => c.cell.from))
  const hasHeads = header.columns.some((c) => (c.kind === 'pillar' || c.kind === 'initiative') && c.cell.from === first)
  const isHead = (l: GridLine): boolean =>
    !isMarked(l) && l.name[0] !== undefined && isNumbered(l.name[0]) && l.name[0].wideFrom < edges.left - sameEdge
  // Numbered headings further left show that what stands under the names is one of them.
  const apart = !standUnderInitiatives(edges, header) || lines.some(isHead)
  const isPart = (line: GridLine | undefined): line is GridLine => {
    const cell = line?.name[0]
    if (!line || !cell || isMarked(line) || Math.abs(cell.wideFrom - edges.left) > sameEdge) return false
    // Headings are set out from the names, if by little.
    if (cell.wideFrom < edges.left && !edges.starts.has(cell.wideFrom)) return false
    return !isPillarName(cell.bare) && !isNumbered(cell)
  }
  const joined: GridLine[] = []
  let open: GridLine | undefined
  lines.forEach((line, i) => {
    const next = lines[i + 1]
    const last = joined.at(-1)
    if (open) {
      const { pillar, initiative } = open
      Object.assign(line, { ...(pillar ? { pillar } : {}), ...(initiative ? { initiative } : {}) })
      addTo(line, open.name, true)
      open = undefined
    }
    if (!isPart(line)) {
      joined.push(line)
      return
    }
    const carries = line.pillar !== undefined || line.initiative !== undefined
    const ends = last && isMarked(last) && line.row.gap === 0 && !carries
    const isEnd =
      ends &&
      (goesOn.test(line.name[0]?.bare ?? '') ||
        hanging.test(last.name.at(-1)?.bare ?? '') ||
        (apart && isFull(last.name.at(-1)) && !isFull(line.name.at(-1))))
    const nextName = next?.name[0]
    const begins =
      next !== undefined &&
      next.row.gap === 0 &&
      (isMarked(next) || isPart(next)) &&
      next.pillar === undefined &&
      next.initiative === undefined &&
      (nextName === undefined || Math.abs(nextName.wideFrom - edges.left) <= sameEdge)
    const isBeginning =
      begins &&
      (goesOn.test(nextName?.bare ?? '') || (apart && (carries || hasHeads || isFull(line.name.at(-1)) || !nextName)))
    if (isEnd && last) addTo(last, line.name, false)
    else if (isBeginning) open = line
    else joined.push(line)
  })
  return joined
}
