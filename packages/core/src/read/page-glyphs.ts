/** x0 y0 x1 y1 in points, origin top left, y down. */
export type Box = readonly [number, number, number, number]

/** Characters drawn in one go: one font, size, colour and direction. `span` is their part of the source text. */
export interface GlyphRun {
  span: readonly [number, number]
  font: string
  /** Height of the em in points. */
  size: number
  /** `#rrggbb`; `pattern` where it is no plain colour. */
  color: string
  /** Clockwise turn of the characters in degrees; 0 for upright ones. */
  rotation: number
  /** Set by a font for vertical writing: characters stand upright below one another. */
  vertical: boolean
  /** Not painted: the text layer under or over a page image. */
  hidden: boolean
  /** No character of a font: a mark that was painted as a shape (a circle, a triangle). */
  drawn?: true
}

/** A straight line along an axis, drawn as a stroke or as a thin filled area. */
export interface Rule {
  x0: number
  y0: number
  x1: number
  y1: number
  /** Thickness in points. */
  width: number
  color: string
}

/** A filled rectangle that is no rule. */
export interface FilledArea {
  box: Box
  color: string
}

/** What is drawn on a page, for pages that are more than text. */
export interface PageGlyphs {
  width: number
  height: number
  runs: readonly GlyphRun[]
  /**
   * Four numbers (a box) for every UTF-16 unit of the page's span. The box of a character is its em box: as wide as its advance,
   * from 0.88 em above the baseline to 0.12 em below, as Japanese fonts have it. Line feeds between runs have an empty one.
   */
  boxes: Float32Array
  rules: readonly Rule[]
  areas: readonly FilledArea[]
  images: readonly Box[]
  /** Painted shapes that are neither rectangles nor rules, where there is white text, which is seen on them. */
  shapes?: readonly Box[]
  /** How many filled shapes with curves there are that are no larger than characters. */
  outlines?: number
}

/** Share of the em that lies under the baseline in the boxes of `PageGlyphs`. */
export const descent = 0.12
