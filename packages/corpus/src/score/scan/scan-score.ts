import type { ParseResult, Source } from '@kyoyaku/core'
import { measureOf } from '../../draw/pdf.ts'
import type { Measure } from '../../draw/sheet.ts'
import type { Print } from '../../scan/scan-case.ts'
import { add, type Comparison, compareFacts, type Miss, noTally, type Tally } from '../comparison.ts'
import { plain } from '../fact.ts'
import { textSimilarity } from '../grits.ts'
import { compareCells } from './cell-boxes.ts'
import { addText, type CharacterTally, noCharacters, shown } from './character-errors.ts'
import { isMark, markClass } from './marks.ts'
import { type PrintedPage, printedPage } from './printed-page.ts'
import { assign, type Edits, editsOf, textAt } from './read-characters.ts'
import { shownFact, underTrueNames } from './scan-facts.ts'

/** What the pages of scans add up to. */
export interface ScanScore {
  documents: number
  pages: number
  /** Processor seconds of reading, from the file's bytes to the result. */
  seconds: number
  cells: Tally
  /** Circles against all else that stands in cells. */
  circles: Tally
  /** Cells with a mark that were read as one of its class. */
  marks: { right: number; all: number }
  /** Characters in cells other than marks, as recognised and as corrected. */
  cellRaw: CharacterTally
  cell: CharacterTally
  /** Characters outside tables. */
  bodyRaw: CharacterTally
  body: CharacterTally
  budget: Tally
  /** Sums that are wrong, missing or invented though no diagnostic speaks of them. */
  silentSums: number
  clauses: Tally
  /** The same, where text that is alike enough counts. */
  nearClauses: Tally
  /** Marks, rows of grids and role rows as the result has them. */
  gridMarks: Tally
  gridRows: Tally
  roleRows: Tally
}

export const noScanScore: ScanScore = {
  documents: 0,
  pages: 0,
  seconds: 0,
  cells: noTally,
  circles: noTally,
  marks: { right: 0, all: 0 },
  cellRaw: noCharacters,
  cell: noCharacters,
  bodyRaw: noCharacters,
  body: noCharacters,
  budget: noTally,
  silentSums: 0,
  clauses: noTally,
  nearClauses: noTally,
  gridMarks: noTally,
  gridRows: noTally,
  roleRows: noTally,
}

/** Adds the numbers of two scores, member by member. */
export function addScores<T>(a: T, b: T): T {
  if (typeof a === 'number') return (a + (b as number)) as T
  return Object.fromEntries(
    Object.entries(a as object).map(([k, v]) => [k, addScores(v, (b as Record<string, unknown>)[k])]),
  ) as T
}

/** Something that was read wrong, for people who look for the cause. */
export interface ScanMiss {
  page?: number
  what: 'cell' | 'mark' | 'cell-text' | 'body-text' | 'stray' | Miss['kind']
  want: string
  got: string
  silent?: boolean
}

export interface ScoredScan {
  score: ScanScore
  misses: ScanMiss[]
}

/** Text of a clause at least so alike is the clause, read with a few errors. */
const nearEnough = 0.95

/** Clauses right and nearly right among the misses of a comparison. */
function nearClauses({ tallies, misses }: Comparison): Tally {
  const tally = tallies.get('clause') ?? noTally
  const near = misses.filter(
    (m) =>
      m.kind === 'clause' &&
      m.want !== undefined &&
      m.got !== undefined &&
      textSimilarity(plain(m.want), plain(m.got)) >= nearEnough,
  )
  return add(tally, { hit: near.length, wanted: 0, found: 0 })
}

interface Page {
  source: Source
  edits: Edits
  number: number
  printed: PrintedPage
}

const text = (box: readonly number[]): string => box.map((n) => n.toFixed(0)).join(' ')

function scorePage({ source, edits, number, printed }: Page): ScoredScan {
  const score = structuredClone(noScanScore)
  const misses: ScanMiss[] = []
  const page = source.pages.find((p) => p.number === number)
  const { tally, missed } = compareCells(source, number, printed)
  score.cells = tally
  for (const box of missed) misses.push({ page: number, what: 'cell', want: text(box), got: '' })
  const read = assign(source, page, printed)
  const wordsOf = (offsets: readonly number[] | undefined, corrected: boolean): string =>
    textAt(source, offsets ?? [], corrected ? edits : undefined)

  for (const cell of printed.cells) {
    const lines = printed.lines.filter((l) => l.cell === cell)
    const want = lines.map((l) => l.text).join('')
    const offsets = [...lines.flatMap((l) => read.lines.get(l) ?? []), ...(read.blank.get(cell) ?? [])]
    const got = wordsOf(offsets, true)
    const [kind, seen] = [markClass(want), markClass(got)]
    score.circles = add(score.circles, {
      hit: kind === 'circle' && seen === 'circle' ? 1 : 0,
      wanted: kind === 'circle' ? 1 : 0,
      found: seen === 'circle' ? 1 : 0,
    })
    if (isMark(kind)) {
      score.marks.all++
      if (kind === seen) score.marks.right++
    }
    if (kind !== seen) misses.push({ page: number, what: 'mark', want: want || '∅', got: got || '∅' })
    if (isMark(kind)) continue
    const [raw, errors] = [score.cellRaw, score.cell]
    for (const l of lines) {
      score.cellRaw = addText(score.cellRaw, l.text, wordsOf(read.lines.get(l), false))
      score.cell = addText(score.cell, l.text, wordsOf(read.lines.get(l), true))
    }
    score.cellRaw = addText(score.cellRaw, '', wordsOf(read.blank.get(cell), false))
    score.cell = addText(score.cell, '', wordsOf(read.blank.get(cell), true))
    if (score.cell.errors > errors.errors || score.cellRaw.errors > raw.errors) {
      misses.push({ page: number, what: 'cell-text', want: shown(want), got: rawAndCorrected(offsets, wordsOf) })
    }
  }
  for (const line of printed.lines.filter((l) => l.cell === undefined)) {
    const offsets = read.lines.get(line) ?? []
    const got = wordsOf(offsets, true)
    score.bodyRaw = addText(score.bodyRaw, line.text, wordsOf(offsets, false))
    score.body = addText(score.body, line.text, got)
    if (shown(line.text) !== shown(got)) {
      misses.push({
        page: number,
        what: 'body-text',
        want: shown(line.text),
        got: rawAndCorrected(offsets, wordsOf),
      })
    }
  }
  const stray = wordsOf(read.stray, false)
  if (stray !== '') misses.push({ page: number, what: 'stray', want: '∅', got: stray })
  score.bodyRaw = addText(score.bodyRaw, '', stray)
  score.body = addText(score.body, '', wordsOf(read.stray, true))
  return { score: { ...score, pages: 1 }, misses }
}

/** What was recognised, and after an arrow what it was corrected to. */
function rawAndCorrected(
  offsets: readonly number[],
  wordsOf: (offsets: readonly number[], corrected: boolean) => string,
): string {
  const [raw, corrected] = [shown(wordsOf(offsets, false)), shown(wordsOf(offsets, true))]
  return raw === corrected ? raw : `${raw} → ${corrected}`
}

const measures = new Map<string, Measure>()

/** Scores what was read of a scanned document against what was printed. */
export function scoreScan(print: Print, source: Source, result: ParseResult, seconds = 0): ScoredScan {
  const measure = measures.get(print.font) ?? measureOf(print.font)
  measures.set(print.font, measure)
  const edits = editsOf(result)
  const pages = print.sheets.map((sheet, i) =>
    scorePage({ source, edits, number: i + 1, printed: printedPage(sheet, measure) }),
  )
  const { truth } = print.model
  const comparison = compareFacts({ documents: truth }, underTrueNames(truth, result), shownFact)
  const tallyOf = (kind: Miss['kind']): Tally => comparison.tallies.get(kind) ?? noTally
  const facts: ScanScore = {
    ...noScanScore,
    documents: 1,
    seconds,
    budget: tallyOf('budget-cell'),
    silentSums: comparison.misses.filter((m) => m.kind === 'budget-cell' && m.silent).length,
    clauses: tallyOf('clause'),
    nearClauses: nearClauses(comparison),
    gridMarks: tallyOf('mark'),
    gridRows: tallyOf('grid-row'),
    roleRows: tallyOf('role-row'),
  }
  return {
    score: pages.reduce((sum, p) => addScores(sum, p.score), facts),
    misses: [
      ...pages.flatMap((p) => p.misses),
      ...comparison.misses.map(
        (m): ScanMiss => ({
          what: m.kind,
          want: `${m.key}: ${m.want ?? '∅'}`,
          got: m.got ?? '∅',
          silent: m.silent,
        }),
      ),
    ],
  }
}
