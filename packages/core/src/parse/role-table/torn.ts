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

/** How much of a title's meaning a cell holds, 0..1: its words, the rare ones counting more, or its letters. */
function kinship(title: string, cell: string, words: Words): number {
  const own = words.wordsOf(title)
  const total = own.reduce((n, w) => n + words.rarity(w), 0)
  const held = own.reduce((n, w) => n + (cell.includes(w) ? words.rarity(w) : 0), 0)
  return Math.max(total > 0 ? held / total : 0, dice(bigramsOf(title), bigramsOf(cell)))
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

/**
 * Puts cells torn from their rows back by one optimal assignment: by the words they share with a row's title, by whom
 * they name, by how they are worded, by their order. `cells` are in the order of the text; those without an end of sentence are titles.
 * `columns` are the others.
 */
export function placeTornCells(
  cells: readonly Text[],
  columns: readonly Column[],
  symbols: readonly string[],
  tokenizer: Tokenizer,
): TornReading {
  const texts = cells.map(folded)
  const isTitle = texts.map((t) => !/[。]\)?$/u.test(t.trim()))
  const titles = cells.flatMap((_, i) => (isTitle[i] ? [i] : []))
  const others = cells.flatMap((_, i) => (isTitle[i] ? [] : [i]))
  const rows: TornRow[] = titles.map((t) => ({ title: cells[t] as Text, cells: columns.map(() => undefined) }))
  if (titles.length === 0 || others.length === 0) return { rows, left: others.map((i) => cells[i] as Text) }

  const words = countWords(texts, tokenizer)
  const naming = others
    .filter((i) => symbols.some((s) => mentions(texts[i] as string, s)))
    .map((i) => bigramsOf(texts[i] as string))
  const slots = titles.flatMap((title, row) => columns.map((column, n) => ({ title, row, column, n })))
  const evidence = others.map((i) => {
    const cell = texts[i] as string
    const roleLike = Math.max(0, ...naming.map((other) => dice(other, bigramsOf(cell))))
    return slots.map(({ title, column, n }) => {
      const between = texts.slice(title + 1, i).length
      const inPlace = i > title && between === n && !isTitle.slice(title + 1, i).includes(true)
      return (
        weight.words * kinship(texts[title] as string, cell, words) +
        (inPlace ? weight.inPlace : 0) +
        kindEvidence(cell, column, symbols, roleLike)
      )
    })
  })
  const left: Text[] = []
  const assigned = new Set<number>()
  for (const [cell, slot] of munkres(evidence.map((row) => row.map((e) => -e)))) {
    const found = evidence[cell] as number[]
    const target = slots[slot] as (typeof slots)[number]
    const got = found[slot] as number
    const rival = Math.max(
      ...slots.map((s, k) =>
        s.row !== target.row && s.n === target.n ? (found[k] as number) : Number.NEGATIVE_INFINITY,
      ),
    )
    if (got < leastEvidence) continue
    assigned.add(cell)
    const confidence = 1 / (1 + Math.exp(-2 * (Number.isFinite(rival) ? got - rival : got)))
    const row = rows[target.row] as TornRow
    row.cells[target.n] = {
      text: cells[others[cell] as number] as Text,
      confidence: Math.round(confidence * 100) / 100,
    }
  }
  others.forEach((i, n) => {
    if (!assigned.has(n)) left.push(cells[i] as Text)
  })
  return { rows, left }
}
