import munkres from 'munkres'
import { bigramsOf, dice } from '../../text/similarity.ts'
import { folded, type Text } from '../../text/text.ts'
import type { Tokenizer } from '../../text/tokenizer.ts'
import type { Column } from './column.ts'
import { mentions } from './mention.ts'

/** A cell put back, with how sure that is (0..1). */
export interface Placed {
  text: Text
  confidence: number
}
export interface TornRow {
  title: Text
  cells: (Placed | undefined)[]
}
export interface TornReading {
  rows: TornRow[]
  /** Cells that nothing ties to a row. */
  left: Text[]
}

/** Weights of the evidence, in units of one certain sign. */
const weight = {
  /** All of a title's words are in the cell. */
  words: 3,
  /** The cell stands where an untorn row would have it. */
  inPlace: 1,
  /** It names a party as its partner, so it is somebody else's role. */
  party: 1.5,
  /** It is worded like the cells that name a party. */
  wording: 1,
}
/** A cell with less than this for it is left over: it would be a guess. */
const leastEvidence = 0.4
/** So would one that could as well stand in another row, unless its words stand in several cells. */
const leastMargin = 0.1

interface Words {
  wordsOf: (text: string) => string[]
  rarity: (word: string) => number
}

function countWords(cells: readonly string[], tokenizer: Tokenizer): Words {
  const words = new Map<string, string[]>()
  const seenIn = new Map<string, number>()
  for (const cell of cells) {
    const found = [
      ...new Set(
        tokenizer(cell)
          .filter((t) => t.content)
          .map((t) => t.surface),
      ),
    ]
    words.set(cell, found)
    for (const w of found) seenIn.set(w, (seenIn.get(w) ?? 0) + 1)
  }
  return {
    wordsOf: (text) => words.get(text) ?? [],
    rarity: (word) => Math.log((cells.length + 1) / (seenIn.get(word) ?? cells.length)),
  }
}

interface Cell {
  text: Text
  folded: string
  bigrams: ReadonlySet<string>
  titles: boolean
}

/** How much of a title's meaning a cell holds, 0..1: its words, the rare ones counting more, or its letters. */
function kinship(title: Cell, cell: Cell, words: Words): number {
  const own = words.wordsOf(title.folded)
  const total = own.reduce((n, w) => n + words.rarity(w), 0)
  const held = own.reduce((n, w) => n + (cell.folded.includes(w) ? words.rarity(w) : 0), 0)
  return Math.max(total > 0 ? held / total : 0, dice(title.bigrams, cell.bigrams))
}

/** What speaks for a cell's being of a kind, apart from whose row it is. */
function kindEvidence(cell: string, column: Column, symbols: readonly string[], roleLike: number): number {
  const named = symbols.filter((s) => mentions(cell, s))
  if (column.kind === 'role') {
    if (named.length > 0) return named.includes(column.party) ? -weight.party : weight.party
    return weight.wording * (roleLike - 0.5)
  }
  return (named.length > 0 ? -weight.party : 0) - weight.wording * (roleLike - 0.5)
}

/** Cells that are placed at a time: assignment takes the cube of their number, and a page holds fewer. */
const mostCells = 240

/**
 * Puts cells torn from their rows back by one optimal assignment: by the words they share with a row's title, by whom
 * they name, by how they are worded, by their order. `texts` are in the order of the text; those without an end of
 * sentence are titles. `columns` are the others.
 */
export function placeTornCells(
  texts: readonly Text[],
  columns: readonly Column[],
  symbols: readonly string[],
  tokenizer: Tokenizer,
): TornReading {
  const reading: TornReading = { rows: [], left: [] }
  for (let start = 0; start < texts.length; start += mostCells) {
    const cells = texts.slice(start, start + mostCells).map((text): Cell => {
      const own = folded(text)
      return { text, folded: own, bigrams: bigramsOf(own), titles: !/。\)?$/u.test(own.trim()) }
    })
    const part = placeCells(cells, columns, symbols, tokenizer)
    reading.rows.push(...part.rows)
    reading.left.push(...part.left)
  }
  return reading
}

function placeCells(
  cells: readonly Cell[],
  columns: readonly Column[],
  symbols: readonly string[],
  tokenizer: Tokenizer,
): TornReading {
  const titles = cells.flatMap((c, i) => (c.titles ? [i] : []))
  const others = cells.flatMap((c, i) => (c.titles ? [] : [i]))
  const rows = titles.map((t): TornRow => ({ title: (cells[t] as Cell).text, cells: columns.map(() => undefined) }))
  if (titles.length === 0 || others.length === 0) return { rows, left: others.map((i) => (cells[i] as Cell).text) }

  const words = countWords(
    cells.map((c) => c.folded),
    tokenizer,
  )
  const naming = cells.filter((c) => !c.titles && symbols.some((s) => mentions(c.folded, s)))
  const slots = titles.flatMap((title, row) => columns.map((column, n) => ({ title, row, column, n })))
  const evidence = others.map((i) => {
    const cell = cells[i] as Cell
    const roleLike = naming.reduce((best, other) => Math.max(best, dice(other.bigrams, cell.bigrams)), 0)
    const kinships = titles.map((t) => kinship(cells[t] as Cell, cell, words))
    return slots.map(({ title, row, column, n }) => {
      const inPlace = i - title - 1 === n && !cells.slice(title + 1, i).some((c) => c.titles)
      return (
        weight.words * (kinships[row] as number) +
        (inPlace ? weight.inPlace : 0) +
        kindEvidence(cell.folded, column, symbols, roleLike)
      )
    })
  })
  const assigned = new Set<number>()
  for (const [cell, slot] of munkres(evidence.map((row) => row.map((e) => -e)))) {
    const found = evidence[cell] as number[]
    const target = slots[slot] as (typeof slots)[number]
    const got = found[slot] as number
    const rival = slots.reduce(
      (best, s, k) => (s.row !== target.row && s.n === target.n ? Math.max(best, found[k] as number) : best),
      Number.NEGATIVE_INFINITY,
    )
    const own = cells[others[cell] as number] as Cell
    const alike = cells.filter((c) => c.folded === own.folded).length > 1
    if (got < leastEvidence || (got - rival < leastMargin && !alike)) continue
    assigned.add(cell)
    const confidence = 1 / (1 + Math.exp(-2 * (Number.isFinite(rival) ? got - rival : got)))
    const row = rows[target.row] as TornRow
    row.cells[target.n] = {
      text: own.text,
      confidence: Math.round(confidence * 100) / 100,
    }
  }
  return { rows, left: others.flatMap((i, n) => (assigned.has(n) ? [] : [(cells[i] as Cell).text])) }
}
