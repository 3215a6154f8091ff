import type { SeenCharacter, SeenLine } from '../page/read-line.ts'
import { around } from './measures.ts'
import type { OcrBox, OcrLine, OcrPiece } from './ocr-page.ts'

/** A line this much taller than wide is written downwards. */
const downwardShape = 1.5
/** What is known of a character that nothing is said of: it was recognised, not read. */
export const unsaid = 0.5

const narrow = /^[\u0020-\u007e\uff61-\uff9f]$/u
const latinEnd = /[\p{Script=Latin}\d.,:;!?)%]$/u
const latinStart = /^[\p{Script=Latin}\d(]/u

const widthOf = (character: string): number => (narrow.test(character) ? 0.5 : 1)

interface PlacedPiece extends OcrPiece {
  box: OcrBox
}

/** Characters of a piece, each with its part of the box: half-width ones take half as much. */
function divided({ text, box, confidence, confidences }: PlacedPiece, vertical: boolean): SeenCharacter[] {
  const characters = [...text]
  const widths = characters.map((c) => (vertical ? 1 : widthOf(c)))
  const all = widths.reduce((sum, w) => sum + w, 0)
  let at = 0
  return characters.map((value, i) => {
    const from = at / all
    at += widths[i] as number
    const to = at / all
    const along = vertical
      ? { x0: box.x0, x1: box.x1, y0: box.y0 + from * (box.y1 - box.y0), y1: box.y0 + to * (box.y1 - box.y0) }
      : { y0: box.y0, y1: box.y1, x0: box.x0 + from * (box.x1 - box.x0), x1: box.x0 + to * (box.x1 - box.x0) }
    return { value, confidence: confidences?.[i] ?? confidence ?? unsaid, ...along }
  })
}

/** Control characters and line ends inside a line, which no glyph shows. */
const unprintable = /[\u0000-\u001f\u007f-\u009f]+/gu

/** Words as pieces in a row; a space goes before a word of Latin letters that follows one. */
function piecesOf(line: OcrLine): OcrPiece[] {
  const pieces: OcrPiece[] = []
  for (const word of line.words) {
    const shown = word.map((piece) => ({ ...piece, text: piece.text.replace(unprintable, ' ').trim() }))
    const kept = shown.filter((piece) => piece.text !== '')
    const [first] = kept
    const before = pieces.at(-1)
    if (first && before && latinEnd.test(before.text) && latinStart.test(first.text) && hasLetter(before, first))
      pieces.push({ text: ' ', box: gapBetween(before.box, first.box), confidence: 1 })
    pieces.push(...kept)
  }
  return pieces
}

/** Numbers alone are parted by nothing: 1, 590 is one of them. */
const hasLetter = (...pieces: OcrPiece[]): boolean => pieces.some((piece) => /\p{Script=Latin}/u.test(piece.text))

function gapBetween(a: OcrBox | undefined, b: OcrBox | undefined): OcrBox | undefined {
  if (!a || !b) return undefined
  const middle = (a.x1 + b.x0) / 2
  return { x0: Math.min(a.x1, middle), x1: Math.max(b.x0, middle), y0: Math.min(a.y0, b.y0), y1: Math.max(a.y1, b.y1) }
}

/** All pieces with boxes: their own where each has one, else their parts of the line's. */
function placed(pieces: readonly OcrPiece[], box: OcrBox, vertical: boolean): PlacedPiece[] {
  if (pieces.every((piece): piece is PlacedPiece => piece.box !== undefined)) return [...pieces]
  const text = pieces.map((piece) => piece.text).join('')
  const boxes = divided({ text, box }, vertical)
  let at = 0
  return pieces.map((piece) => {
    const own = boxes.slice(at, at + [...piece.text].length)
    at += own.length
    return { ...piece, box: around(own) ?? box }
  })
}

/**
 * Gaps below this share of the height of a line are part of the character before: punctuation and full-width figures, which engines
 * write half-width, have their ink at one side of an em. A space that was printed is wider.
 */
const printedSpace = 0.9

function withoutGaps(characters: readonly SeenCharacter[], vertical: boolean, height: number): SeenCharacter[] {
  return characters.map((c, i) => {
    const next = characters[i + 1]
    if (!next) return c
    const gap = vertical ? next.y0 - c.y1 : next.x0 - c.x1
    if (gap <= 0 || gap >= printedSpace * height) return c
    return vertical ? { ...c, y1: next.y0 } : { ...c, x1: next.x0 }
  })
}

/** A line with a place for every character; undefined for one without characters or without any place. */
export function layOutLine(line: OcrLine): SeenLine | undefined {
  const pieces = piecesOf(line)
  const box = line.box ?? around(pieces.flatMap((piece) => piece.box ?? []))
  if (!box || pieces.length === 0) return undefined
  const count = pieces.reduce((sum, piece) => sum + piece.text.length, 0)
  const vertical = line.vertical ?? (count > 1 && box.y1 - box.y0 > downwardShape * (box.x1 - box.x0))
  const characters = placed(pieces, box, vertical).flatMap((piece) => divided(piece, vertical))
  const height = vertical ? box.x1 - box.x0 : box.y1 - box.y0
  return { characters: withoutGaps(characters, vertical, height), vertical, ...box }
}

/** What a line says, for pages of which no line has a place. */
export function plainText(line: OcrLine): string {
  return piecesOf(line)
    .map((piece) => piece.text)
    .join('')
}
