import type { Cell, Table } from '../../layout/block.ts'
import { headOf } from '../../parse/vision/budget/sum-head.ts'
import type { Evidence } from '../corrections.ts'
import { rewrite } from './rewrite.ts'
import { bareOf } from './sum-bands.ts'

/** What a sum is paid from, in the order in which budgets of municipalities have it, by the forms of the names. */
const orders: readonly (readonly string[])[] = ['県', '都', '道', '府'].flatMap((prefecture) =>
  [
    ['国', prefecture],
    ['国費', `${prefecture}費`],
    ['国支出金', `${prefecture}支出金`],
    ['国庫支出金', `${prefecture}支出金`],
    ['国庫補助金', `${prefecture}補助金`],
  ].map((names) => [...names, '地方債', 'その他', '一般財源']),
)
/** What municipalities call bonds of their own. */
const ownBond = /^(?:[市町村]|起)債$/u
/** So many headings of a split are read as what they are, and show which of the forms it has. */
const fewestKnown = 2
/** Larger tables than this are lists of other things. */
const mostCells = 50_000

/** The headings of a split, side by side or below each other, with what was read of each. */
interface SourceRun {
  cells: Cell[]
  /** The sums of those that stand below each other. */
  sums: Cell[]
}

const isSource = (cell: Cell | undefined): boolean =>
  cell !== undefined && !cell.covered && headOf(bareOf(cell))?.kind === 'source'
const isFilled = (cell: Cell | undefined): cell is Cell => cell !== undefined && !cell.covered && cell.text.value !== ''

/** From the first to the last known heading, and one beside each of these that may be a misread one. */
function widened(cells: readonly (Cell | undefined)[]): Cell[] {
  const known = cells.flatMap((cell, i) => (isSource(cell) ? [i] : []))
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined || known.length < fewestKnown) return []
  const from = isFilled(cells[first - 1]) ? first - 1 : first
  const to = isFilled(cells[last + 1]) ? last + 1 : last
  return cells.slice(from, to + 1).flatMap((cell) => (isFilled(cell) ? [cell] : []))
}

/** The splits of a table. */
export function sourceRuns({ rows }: Table): SourceRun[] {
  const width = rows[0]?.length ?? 0
  if (rows.length * width > mostCells) return []
  const across = rows.map((cells): SourceRun => ({ cells: widened(cells), sums: [] }))
  const down = Array.from({ length: width }, (_, column): SourceRun => {
    const cells = widened(rows.map((row) => row[column]))
    const own = new Set(cells)
    const sums = rows.flatMap((row) => {
      const sum = own.has(row[column] as Cell) ? row.slice(column + 1).find((cell) => !cell.covered) : undefined
      return isFilled(sum) ? [sum] : []
    })
    return { cells, sums }
  })
  return [...across, ...down].filter(({ cells }) => cells.length > 0)
}

/**
 * What each misread heading of a split can be by an order that the others follow: the one at its place where none is missing, else all
 * between its neighbours. Nothing where they do not follow it.
 */
function namesIn(order: readonly string[], bares: readonly string[]): (readonly string[])[] {
  const places = bares.map((bare) => order.indexOf(bare.replace(ownBond, '地方債')))
  const known = places.filter((place) => place >= 0)
  if (known.length < fewestKnown || known.some((place, i) => i > 0 && place <= (known[i - 1] as number))) return []
  return bares.map((_, i) => {
    if ((places[i] as number) >= 0) return []
    const before = places.slice(0, i).findLastIndex((place) => place >= 0)
    const after = places.findIndex((place, k) => k > i && place >= 0)
    const between = order.slice(
      before < 0 ? 0 : (places[before] as number) + 1,
      after < 0 ? order.length : (places[after] as number),
    )
    const count = (after < 0 ? bares.length : after) - before - 1
    return between.length === count ? [between[i - before - 1] as string] : between.filter((name) => name.length > 1)
  })
}

/** What the prefecture, where a single character says it, is read as. */
const prefectureLike: Readonly<Record<string, string>> = {
  県: '見具果貝景呉懸泉',
  都: '郡部者',
  道: '通達遂',
  府: '附付俯行',
}

/** Of the prefectures that a heading can be the one that is meant: whose like was read, or that the other splits have. */
function prefecture(seen: string, names: readonly string[], known: ReadonlySet<string>): string[] {
  const like = names.filter((name) => prefectureLike[name]?.includes(seen))
  return like.length > 0 ? like : names.filter((name) => known.has(name))
}

/** Headings of a split that were misread, by the order of those beside them. */
export function restoreSources(evidence: Evidence, runs: readonly SourceRun[]): void {
  const known = new Set(runs.flatMap(({ cells }) => cells.map(bareOf)))
  for (const { cells } of runs) {
    const bares = cells.map(bareOf)
    const ways = orders.map((order) => namesIn(order, bares))
    cells.forEach((cell, i) => {
      const bare = bares[i] as string
      if (headOf(bare)) return
      const names = new Set(ways.flatMap((way) => way[i] ?? []))
      const all = [...names].filter((name) => Math.abs(name.length - bare.length) <= 1 && sharesWith(bare, name))
      const like = all.length > 1 ? prefecture(bare, all, known) : all
      if (like.length === 1) rewrite(evidence, cell, like[0] as string, 'sequence')
    })
  }
}

/** A misread name keeps one of its characters, where it has more than one. */
const sharesWith = (seen: string, name: string): boolean =>
  name.length === 1 ? /^[^0-9]$/u.test(seen) || seen.includes(name) : [...seen].some((c) => name.includes(c))
