import type { Block, Cell } from '../../layout/block.ts'
import { isOneEditAway } from '../../municipality/name-repair.ts'
import { fold } from '../../text/fold.ts'
import { slice } from '../../text/text.ts'
import { correct, type Evidence, leastUnsettled, settle } from '../corrections.ts'
import type { Piece } from '../words/listed-names.ts'
import { bareOf, type MarkGrid, type MarkRow, markGrids, readingOf } from './grids.ts'
import { type ParticipantList, participantLists } from './lists.ts'

/** A mark that is read less surely than this is in doubt. */
const sure = 0.8

/** One sign alone, no letter and no figure. */
const sign = /^(?:[^\p{L}\p{N}]|〇)$/u
/** A document with so many marks has none just once, but for what tells a city that leads. */
const manyMarks = 20

/** Cells with a mark that the document has nowhere else: what another one was taken for. */
function strayMarks(grids: readonly MarkGrid[]): ReadonlySet<Cell> {
  const cells = grids.flatMap(({ rows }) => rows.flatMap((row) => [...row.cells.values()]))
  const marked = cells.filter((cell) => sign.test(bareOf(cell.text)))
  const kinds = Map.groupBy(marked, (cell) => bareOf(cell.text))
  const once = [...kinds.values()].flatMap((own) => (own.length === 1 ? own : []))
  return new Set(marked.length < manyMarks ? [] : once.filter((cell) => !leads(cell)))
}

const isDoubtful = (evidence: Evidence, cell: Cell, strays: ReadonlySet<Cell>): boolean =>
  readingOf(cell) === 'unclear' ||
  strays.has(cell) ||
  (cell.text.value !== '' && leastUnsettled(evidence, cell.text) < sure)

/** A city that leads a project is in its row, and need not be in the list. */
const leads = (cell: Cell): boolean => /[◎●]/u.test(cell.text.value)

/** The one mark that a grid has for those that take part, and for those that do not; `''` where those have none. */
function usualMark(
  evidence: Evidence,
  { rows }: MarkGrid,
  reading: 'in' | 'out',
  strays: ReadonlySet<Cell>,
): string | undefined {
  const marks = new Map<string, string>()
  for (const { cells } of rows)
    for (const cell of cells.values())
      if (!isDoubtful(evidence, cell, strays) && readingOf(cell) === reading)
        marks.set(bareOf(cell.text), cell.text.value)
  const [only] = marks.values()
  return marks.size === 1 ? only : undefined
}

/** Marks in doubt after a list that has every name. */
function settleMarks(
  evidence: Evidence,
  grid: MarkGrid,
  row: MarkRow,
  listed: ReadonlySet<string>,
  strays: ReadonlySet<Cell>,
): void {
  const all = [...row.cells]
  const isContradicted = all.some(([name, cell]) => {
    const reading = readingOf(cell)
    return (
      !isDoubtful(evidence, cell, strays) &&
      (reading === 'in') !== listed.has(name) &&
      !(reading === 'in' && leads(cell))
    )
  })
  // Where list and row differ in what is surely read, neither is proof.
  if (isContradicted) return
  for (const [name, cell] of all) {
    if (!isDoubtful(evidence, cell, strays)) continue
    const wanted = listed.has(name) ? 'in' : 'out'
    const { text } = cell
    const to = usualMark(evidence, grid, wanted, strays)
    // That it takes part does not say by which of several marks.
    if (readingOf(cell) === wanted && !strays.has(cell)) {
      if (to !== undefined && bareOf(text) === fold(to)) settle(evidence, text, 0, text.value.length)
    } else if (to !== undefined && !(wanted === 'out' && leads(cell)))
      correct(evidence, text, 0, text.value.length, to, 'participation')
  }
}

/** The names that the grid has and the list lacks, each the only one that a word of the list can be; undefined where that is not so. */
function namesFor(unknown: readonly Piece[], missing: readonly string[]): Map<Piece, string> | undefined {
  const found = new Map<Piece, string>()
  for (const one of unknown) {
    const alike = missing.filter((name) => isOneEditAway(one.folded, name))
    if (alike.length !== 1 || [...found.values()].includes(alike[0] as string)) return undefined
    found.set(one, alike[0] as string)
  }
  return found
}

/** Puts what differs right, with the character before it where something was lost. */
function correctName(evidence: Evidence, { text, folded, start, end }: Piece, name: string): void {
  let before = 0
  while (before < folded.length - 1 && folded[before] === name[before]) before++
  let after = 0
  const most = Math.min(folded.length, name.length) - before
  while (after < most && folded.at(-1 - after) === name.at(-1 - after)) after++
  const from = before + after === folded.length ? before - 1 : before
  correct(
    evidence,
    text,
    start + Math.max(0, from),
    end - after,
    name.slice(Math.max(0, from), name.length - after),
    'participation',
  )
}

/**
 * Misread names of a list after a row whose marks are all sure; `misread` are words of no municipality, or of one that is no head of
 * the grid. Returns whether it makes the two equal.
 */
function settleNames(
  evidence: Evidence,
  row: MarkRow,
  listed: ReadonlySet<string>,
  misread: readonly Piece[],
  strays: ReadonlySet<Cell>,
): boolean {
  const cells = [...row.cells]
  if (cells.some(([, cell]) => isDoubtful(evidence, cell, strays))) return false
  const taking = cells.filter(([, cell]) => readingOf(cell) === 'in')
  if ([...listed].some((name) => row.cells.has(name) && !taking.some(([own]) => own === name))) return false
  const missing = taking.filter(([name]) => !listed.has(name))
  const found = namesFor(
    misread,
    missing.map(([name]) => name),
  )
  if (!found) return false
  const given = new Set(found.values())
  if (missing.some(([name, cell]) => !given.has(name) && !leads(cell))) return false
  for (const [one, name] of found) correctName(evidence, one, name)
  return true
}

/** The names of a list that no grid has as a head and that are one character away from a head that the list lacks: real ones, and yet perhaps misread. */
function likeHeads({ known, names }: ParticipantList, heads: ReadonlySet<string>): Piece[] {
  const missing = [...heads].filter((name) => !names.includes(name))
  return known.filter(
    ({ folded }, i) =>
      !heads.has(names[i] as string) &&
      missing.some((name) => name.at(-1) === folded.at(-1) && isOneEditAway(folded, name)),
  )
}

/**
 * Settles the marks of a participation grid that were read in doubt by the list of the project's own sheet, and misread names of a
 * list by the grid, where that makes the two equal. What was surely read stays, and where it differs is found by the check.
 */
export function settleParticipation(evidence: Evidence, blocks: readonly Block[]): void {
  const grids = markGrids(blocks)
  if (grids.length === 0) return
  const strays = strayMarks(grids)
  const lists = Map.groupBy(participantLists(blocks), (list) => list.title)
  const rows = Map.groupBy(
    grids.flatMap((grid) => grid.rows.map((row) => ({ grid, row }))),
    ({ row }) => row.title,
  )
  const heads = new Set(grids.flatMap((grid) => grid.names))
  const settled = new Set<ParticipantList>()
  for (const [title, own] of rows) {
    const [list, another] = lists.get(title) ?? []
    const [only] = own
    if (!list || another || !only || own.length > 1) continue
    const { grid, row } = only
    const misread = [...list.unknown, ...likeHeads(list, heads)]
    const listed = new Set(list.names.filter((_, i) => !misread.includes(list.known[i] as Piece)))
    if (misread.length === 0) settleMarks(evidence, grid, row, list.isEveryone ? new Set(grid.names) : listed, strays)
    else if (settleNames(evidence, row, listed, misread, strays)) settled.add(list)
  }
  for (const list of [...lists.values()].flat())
    if (!settled.has(list))
      for (const { text, start, end } of likeHeads(list, heads)) evidence.doubts.push(slice(text, start, end))
  for (const { text } of strays)
    if (!text.offsets.some((offset) => evidence.settled.has(offset))) evidence.disputed.push(text)
}
