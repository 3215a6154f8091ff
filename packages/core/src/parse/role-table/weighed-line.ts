import type { Line } from '../../layout/block.ts'
import { beginning, breaking, continuing, ending, leastCost, type SignsOfTable, wrapping } from './evidence.ts'
import type { Piece } from './piece.ts'

/** What speaks against a piece's place in a cell as far as its signs tell: every model of the columns asks that again. */
export interface Bearing {
  wrapping: number
  breaking: number
  /** A cell beginning with it, in the first column and in others. */
  beginningFirst: number
  beginning: number
  /** A cell ending with it, of titles and others. */
  endingTitle: number
  ending: number
  continuing: number
}

/** A line of a table with all pieces that it can be cut into. */
export interface WeighedLine {
  line: Line
  pieces: readonly Piece[]
  bearings: readonly Bearing[]
  /** The least that it can cost. */
  least: number
}

export const weighedLine = (signs: SignsOfTable, line: Line, pieces: readonly Piece[]): WeighedLine => ({
  line,
  pieces,
  bearings: pieces.map((piece) => ({
    wrapping: wrapping(signs, line, piece, 0),
    breaking: breaking(signs, line, piece, 0),
    beginningFirst: beginning(signs, line, piece, true),
    beginning: beginning(signs, line, piece, false),
    endingTitle: ending(signs, line, piece, true),
    ending: ending(signs, line, piece, false),
    continuing: piece.first ? continuing(signs, line) : 0,
  })),
  least: leastCost(pieces),
})
