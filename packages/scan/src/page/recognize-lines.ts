import type { Raster } from '../clean/raster.ts'
import type { InkRuns } from '../ink/components.ts'
import { withoutBullet } from '../lines/bullet.ts'
import { cropLine, framed } from '../lines/crop-line.ts'
import { type InkLine, lineOf } from '../lines/ink-line.ts'
import { type RaisedUnit, raisedUnits, sureUnit } from '../lines/raised-units.ts'
import { cropStack } from '../lines/stack-crop.ts'
import type { Alphabet, Crop, ReadCharacter, Recognizer } from '../recognize/recognizer.ts'
import { alignInk } from './align-ink.ts'
import { withHyphens } from './page-number.ts'
import type { SeenCharacter, SeenLine } from './read-line.ts'

/** What lines are cut out of. */
export interface LinePage {
  grey: Raster
  runs: InkRuns
  /** Usual height of characters in pixels. */
  em: number
}

const figures = /[0-9０-９]/gu
/** An amount with its unit, or what a misread one looks like. */
const amountLike = /^[-−－△▲(（]?[0-9０-９OoIl|,.，．、]+[)）]?(?:[千百十万億]*円)?$/u
/** Ink fills this share of the em in height; lines lower than this share of what is usual hold no full character. */
const inkOfEm = 0.92
const smallestType = 0.8
/** Engines now and then see nothing on a crop, and everything with this many more pixels of white around it. */
const moreWhite = 4
/** Figures make up this share of an amount. */
const figureShare = 0.4

const isAmount = (text: string): boolean =>
  amountLike.test(text) && (text.match(figures)?.length ?? 0) >= text.length * figureShare

const textOf = (characters: readonly ReadCharacter[]): string => characters.map((c) => c.value.trim()).join('')

/** Reads a line; what turns out to be an amount is read again by those who know figures, and alone. */
async function recognize(recognizer: Recognizer, crop: Crop, alphabet: Alphabet): Promise<ReadCharacter[]> {
  const read = async (of: Crop, alphabet: Alphabet, layout: 'line' | 'block'): Promise<ReadCharacter[]> =>
    (await recognizer.recognize(of, { alphabet, layout })).filter((c) => c.value.trim() !== '')
  if (alphabet !== 'any') return read(crop, alphabet, 'line')
  let first = await read(crop, 'any', 'line')
  if (first.length === 0) {
    const again = await read(framed(crop, moreWhite), 'any', 'line')
    const back = (n: number): number => n - moreWhite
    first = again.map((c) => ({ ...c, x0: back(c.x0), y0: back(c.y0), x1: back(c.x1), y1: back(c.y1) }))
  }
  if (first.length === 0) first = await read(crop, 'any', 'block')
  if (!isAmount(textOf(first))) return first
  const again = await read(crop, 'amount', 'line')
  return again.length > 0 ? again : first
}

type ReadLine = (page: LinePage, line: InkLine, recognizer: Recognizer, alphabet: Alphabet) => Promise<SeenLine>

const readStack: ReadLine = async (page, line, recognizer, alphabet) => {
  const { crop, places } = cropStack(page.grey, line, page.em)
  const read = await recognize(recognizer, crop, alphabet)
  // As many characters as were laid out belong to them one by one; else each to the one that it stands nearest to.
  const characters = read.map((c, i): SeenCharacter => {
    const middle = (c.x0 + c.x1) / 2
    const nearest = places.reduce((a, b) => (distance(b, middle) < distance(a, middle) ? b : a))
    const { x0, y0, x1, y1 } = (read.length === places.length ? (places[i] as typeof nearest) : nearest).character
    return { ...c, x0, y0, x1, y1 }
  })
  return { characters, vertical: true, x0: line.x0, y0: line.y0, x1: line.x1, y1: line.y1 }
}

const distance = ({ from, to }: { from: number; to: number }, x: number): number => Math.abs((from + to) / 2 - x)

/** Characters with a unit, known by its shape, in place of those that stand on its ink. */
function withUnit(characters: readonly SeenCharacter[], unit: RaisedUnit): SeenCharacter[] {
  const isOver = (c: SeenCharacter): boolean => (c.x0 + c.x1) / 2 > unit.x0 && (c.x0 + c.x1) / 2 < unit.x1
  const at = characters.findIndex((c) => isOver(c) || c.x0 >= unit.x1)
  const start = at < 0 ? characters.length : at
  return [...characters.slice(0, start), unit, ...characters.slice(start).filter((c) => !isOver(c))]
}

const raised = { '2': '㎡', '3': '㎥' } as const

/** A unit whose figure is read where its form says little. */
async function settled(unit: RaisedUnit, grey: Raster, recognizer: Recognizer): Promise<RaisedUnit> {
  if (unit.confidence >= sureUnit) return unit
  const { figure } = unit
  const { crop } = cropLine(grey, { ...lineOf([]), ...figure }, figure.y1 - figure.y0)
  const [seen, ...others] = await recognizer.recognize(crop, { alphabet: 'digits', layout: 'line' })
  const value = others.length === 0 && seen && seen.confidence >= sureUnit ? raised[seen.value as '2' | '3'] : undefined
  return value ? { ...unit, value, confidence: sureUnit } : unit
}

const readRow: ReadLine = async (page, whole, recognizer, alphabet) => {
  const { bullet, line } = withoutBullet(whole, page.runs, page.em)
  const { crop, scale, x0, y0 } = cropLine(page.grey, line, page.em, recognizer.lettering)
  const read = await recognize(recognizer, crop, alphabet)
  const placed = read.map(
    (c): SeenCharacter => ({
      ...c,
      x0: x0 + c.x0 / scale,
      x1: x0 + c.x1 / scale,
      y0: y0 + c.y0 / scale,
      y1: y0 + c.y1 / scale,
    }),
  )
  const height = line.y1 - line.y0
  const aligned = withHyphens(alignInk(placed, line, Math.max(height, page.em * smallestType) / inkOfEm))
  const found = raisedUnits(line, page.runs, page.em)
  const units = await Promise.all(found.map((unit) => settled(unit, page.grey, recognizer)))
  const characters = units.reduce(withUnit, [...aligned])
  const box = { x0: whole.x0, y0: whole.y0, x1: whole.x1, y1: whole.y1 }
  return { characters: bullet ? [bullet, ...characters] : characters, vertical: false, ...box }
}

/** Reads lines, as many at once as the recogniser can; the answers are in the order of the lines. What they can hold is `alphabet`. */
export async function recognizeLines(
  page: LinePage,
  lines: readonly InkLine[],
  recognizer: Recognizer,
  alphabet: Alphabet = 'any',
): Promise<SeenLine[]> {
  const seen: SeenLine[] = new Array(lines.length)
  let next = 0
  const work = async (): Promise<void> => {
    while (next < lines.length) {
      const i = next++
      const line = lines[i] as InkLine
      seen[i] = await (line.vertical ? readStack : readRow)(page, line, recognizer, alphabet)
    }
  }
  await Promise.all(Array.from({ length: Math.min(recognizer.parallel, lines.length) }, work))
  return seen
}
