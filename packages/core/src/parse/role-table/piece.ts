import type { Line } from '../../layout/block.ts'
import { slice, type Text, trim } from '../../text/text.ts'
import { mentions } from './mention.ts'

/** A part of a line that may belong to one cell: all of it, or what stands between two gaps. */
export interface Piece {
  start: number
  end: number
  text: Text
  folded: string
  /** Length in full-width characters, spaces not counted. */
  length: number
  /** First and last piece of its line. */
  first: boolean
  last: boolean
  /** White space before it inside the line, in characters. */
  gap: number
  signs: Signs
}

/** What a piece's words tell, whatever column it stands in. */
export interface Signs {
  endsSentence: boolean
  hasSentence: boolean
  hasComma: boolean
  /** It begins or ends in the middle of a phrase. */
  beginsInside: boolean
  endsInside: boolean
  /** Parties that it names as somebody else. */
  named: readonly string[]
}

const signsOf = (folded: string, symbols: readonly string[]): Signs => ({
  endsSentence: folded.endsWith('。'),
  hasSentence: folded.includes('。'),
  hasComma: folded.includes('、'),
  beginsInside: /^[、。)」』】]/u.test(folded),
  endsInside: /[。、(「]$/u.test(folded),
  named: symbols.filter((s) => mentions(folded, s)),
})

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

/** Half-width characters take half a column. */
export function widthOf(text: string): number {
  let n = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 0x20 || unit === 0x3000 || isLowSurrogate(unit)) continue
    n += unit < 0x80 || (unit >= 0xff61 && unit <= 0xff9f) ? 0.5 : 1
  }
  return n
}

/** More gaps than this in one line are not tried: they would be prose set in Latin words. */
const maximumCuts = 48

/** So few spaces are no letter spacing: they part something. */
const deliberateGaps = 2

/** Where a line may be cut: at deliberate spaces; `anywhere`, at any space or, where it was letter-spaced, any character. */
function cutsOf(line: Line, anywhere: boolean): number[] {
  const { folded } = line
  const deliberate = !line.letterSpaced && (folded.match(/ +/gu)?.length ?? 0) <= deliberateGaps
  const cuts: number[] = []
  for (let i = 1; i < folded.length; i++) {
    if (folded[i] === ' ') continue
    const spaced = folded[i - 1] === ' '
    const wide = spaced && (folded[i - 2] === ' ' || line.text.value[i - 1] === '\u3000')
    if (wide || (spaced && deliberate) || (anywhere && (spaced || line.letterSpaced))) cuts.push(i)
  }
  return cuts.length > maximumCuts ? [] : cuts
}

/** A part of a line that is longer than the widest column by more than this fits into none. */
const widestPiece = 2

/** Whether a line can hold several cells with no more than a letter's space between them: it fills more than a column. */
export const mayHoldCells = (line: Line, widest: number): boolean => widthOf(line.folded) > widest + 0.5

function gapBefore(folded: string, start: number): number {
  let at = start
  while (folded[at - 1] === ' ') at--
  return start - at
}

/** All pieces that a line can be cut into, whole line first. `widest` is the width of the widest column. */
export function piecesOf(line: Line, widest: number, anywhere: boolean, symbols: readonly string[]): Piece[] {
  const ends = [0, ...cutsOf(line, anywhere), line.folded.length]
  const pieces: Piece[] = []
  for (let a = 0; a < ends.length - 1; a++) {
    for (let b = ends.length - 1; b > a; b--) {
      const start = ends[a] as number
      const end = ends[b] as number
      const folded = line.folded.slice(start, end).trim()
      const length = widthOf(folded)
      const whole = a === 0 && b === ends.length - 1
      if (length > widest + widestPiece && !whole) continue
      const text = trim(slice(line.text, start, end))
      pieces.push({
        start,
        end,
        text,
        folded,
        length,
        first: a === 0,
        last: b === ends.length - 1,
        gap: gapBefore(line.folded, start),
        signs: signsOf(folded, symbols),
      })
    }
  }
  return pieces
}
