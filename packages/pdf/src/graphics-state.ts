import type { Box } from '@kyoyaku/core'
import type { Matrix } from './matrix.ts'
import type { Symbols } from './symbol-font.ts'

/** What pdfjs says of a font, as far as placing its characters and knowing them needs it. */
export interface Font {
  name: string
  vertical: boolean
  /** Width of a unit of the font's own space in ems: 0.001 but for drawn (Type 3) fonts. */
  unit: number
  /** Its characters by code, where it is one of symbols. */
  symbols?: Symbols | undefined
  /** Whether its codes may be numbers of glyphs, which pdfjs then gives as characters. */
  numbered: boolean
  /** How many of its characters so far are but their codes, and how many are not; counted where it may be numbered. */
  same: number
  other: number
}

/** A font of which nothing is known. */
export const plainFont = (name = ''): Font => ({
  name,
  vertical: false,
  unit: 0.001,
  numbered: false,
  same: 0,
  other: 0,
})

/** The graphics and text state of the PDF specification, as far as it moves or paints what is read. Copied on save. */
export interface GraphicsState {
  ctm: Matrix
  /** Hull of the clipping path on the page: nothing is painted outside. */
  clip: Box
  lineWidth: number
  fillColor: string
  /** 0 where what is filled is not seen. */
  fillAlpha: number
  strokeColor: string
  font: Font
  fontSize: number
  charSpacing: number
  wordSpacing: number
  horizontalScale: number
  leading: number
  rise: number
  renderingMode: number
  textMatrix: Matrix
  /** Start of the current text line and current point, in text space. */
  lineX: number
  lineY: number
  x: number
  y: number
}

export const initialState = (ctm: Matrix, clip: Box): GraphicsState => ({
  ctm,
  clip,
  lineWidth: 1,
  fillColor: '#000000',
  fillAlpha: 1,
  strokeColor: '#000000',
  font: plainFont(),
  fontSize: 1,
  charSpacing: 0,
  wordSpacing: 0,
  horizontalScale: 1,
  leading: 0,
  rise: 0,
  renderingMode: 0,
  textMatrix: [1, 0, 0, 1, 0, 0],
  lineX: 0,
  lineY: 0,
  x: 0,
  y: 0,
})
