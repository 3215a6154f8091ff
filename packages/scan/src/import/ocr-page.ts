/** A rectangle in the units of its file. */
export interface OcrBox {
  x0: number
  y0: number
  x1: number
  y1: number
}

/** Characters that a file says one thing of: a word, a line or a single character. Without a box where the file gives none. */
export interface OcrPiece {
  text: string
  box?: OcrBox | undefined
  /** 0 to 1 where the file says it … */
  confidence?: number | undefined
  /** … for each character of the text, where it says that. */
  confidences?: readonly number[] | undefined
}

export interface OcrLine {
  /** Words as the file parts them, each in pieces. */
  words: OcrPiece[][]
  box?: OcrBox | undefined
  /** Where the file says; the shape of the line tells otherwise. */
  vertical?: boolean | undefined
}

/** Cells of a table that the file states to be one. */
export type OcrTable = readonly OcrBox[]

export interface OcrPage {
  /** In the units of the file; undefined where it does not say. */
  width?: number | undefined
  height?: number | undefined
  /** Units to the point, where the file says how large they are. */
  scale?: number | undefined
  lines: OcrLine[]
  tables: OcrTable[]
}

/** What a file holds, and who recognised it where it says so. */
export interface OcrDocument {
  engine?: string | undefined
  pages: OcrPage[]
}
