import type { Block } from '../../layout/block.ts'
import { isMunicipality } from '../../municipality/municipality-name.ts'
import { isOneEditAway } from '../../municipality/name-repair.ts'
import { fold } from '../../text/fold.ts'
import { correct, type Evidence } from '../corrections.ts'
import { type MarkGrid, type MarkHead, markGrids, readingOf } from './grids.ts'
import { type ParticipantList, participantLists } from './lists.ts'

/** Fewest projects in which a column has a mark and the list the name: in one of them that is so by chance. */
const fewestShared = 2

/** Whether a head may be the name misread: one character of a name that another municipality bears, half of them of one that none bears. */
function mayBe(head: string, name: string): boolean {
  if (head.length !== name.length || head.at(-1) !== name.at(-1)) return false
  if (isMunicipality(head)) return isOneEditAway(head, name)
  return Array.from(name).filter((c, i) => c === head[i]).length * 2 >= name.length
}

/** A row of a grid with the list of its project's own sheet. */
interface Pair {
  row: MarkGrid['rows'][number]
  list: ParticipantList
}

/** Whether a column has its marks where the lists have the name, and nowhere else. */
function agree(pairs: readonly Pair[], { column }: MarkHead, name: string): boolean {
  let shared = 0
  for (const { row, list } of pairs) {
    const cell = row.columns[column]
    const reading = cell ? readingOf(cell) : 'out'
    if (reading !== (list.names.includes(name) ? 'in' : 'out')) return false
    if (reading === 'in') shared++
  }
  return shared >= fewestShared
}

function correctHead(evidence: Evidence, { text }: MarkHead, name: string): void {
  const at = [...text.offsets.keys()].filter((i) => /\S/u.test(text.value[i] as string))
  if (at.length !== name.length) return
  at.forEach((i, k) => {
    if (fold(text.value[i] as string) !== name[k]) correct(evidence, text, i, i + 1, name[k] as string, 'participation')
  })
}

/** The names for heads that no municipality bears, of another grid of the document with the same names in the same order: a grid goes on over pages, its heads printed again. */
function printedAgain(grid: MarkGrid, others: readonly MarkGrid[]): { head: MarkHead; name: string }[] {
  const isStrange = ({ name }: MarkHead): boolean => !isMunicipality(name)
  if (!grid.heads.some(isStrange)) return []
  const same = others.find(
    ({ heads }) =>
      heads.length === grid.heads.length &&
      grid.heads.every((head, i) => {
        const name = heads[i]?.name ?? ''
        return isStrange(head) ? isMunicipality(name) && mayBe(head.name, name) : name === head.name
      }),
  )
  return grid.heads.flatMap((head, i) => (same && isStrange(head) ? [{ head, name: same.heads[i]?.name ?? '' }] : []))
}

/**
 * Settles heads of a participation grid that were misread, as words or as other municipalities, by the lists of the projects' own
 * sheets: no list has the head, lists have a name like it that the grid lacks, and the marks of its column stand where they do. Heads
 * that are no names are those of another grid that has the same others.
 */
export function settleHeads(evidence: Evidence, blocks: readonly Block[]): void {
  const grids = markGrids(blocks)
  for (const grid of grids) for (const { head, name } of printedAgain(grid, grids)) correctHead(evidence, head, name)
  const lists = Map.groupBy(participantLists(blocks), (list) => list.title)
  const titles = grids.flatMap((grid) => grid.rows.map((row) => row.title))
  const listed = new Set([...lists.values()].flat().flatMap((list) => list.names))
  for (const grid of grids) {
    const heads = new Set(grid.heads.map((head) => head.name))
    const missing = [...listed].filter((name) => !heads.has(name))
    const pairs = grid.rows.flatMap((row): Pair[] => {
      const [list, another] = lists.get(row.title) ?? []
      const isOnly = titles.indexOf(row.title) === titles.lastIndexOf(row.title)
      return list && !another && isOnly && !list.isEveryone && list.unknown.length === 0 ? [{ row, list }] : []
    })
    const fitting = grid.heads
      .filter((head) => !listed.has(head.name))
      .flatMap((head) =>
        missing.flatMap((name) => (mayBe(head.name, name) && agree(pairs, head, name) ? [{ head, name }] : [])),
      )
    for (const { head, name } of fitting)
      if (fitting.filter((other) => other.head === head || other.name === name).length === 1)
        correctHead(evidence, head, name)
  }
}
