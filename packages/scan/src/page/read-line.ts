/** A character that was read, with the box of its ink on the page, in pixels. */
export interface SeenCharacter {
  value: string
  confidence: number
  x0: number
  y0: number
  x1: number
  y1: number
  /** Another engine read this character and those after it, `length` in all, as something else. */
  other?: { length: number; value: string; engine: string }
}

/** A line as it was read. */
export interface SeenLine {
  characters: SeenCharacter[]
  vertical: boolean
  x0: number
  y0: number
  x1: number
  y1: number
  /** Stands alone in its cell: its box says nothing about the size of characters around it. */
  mark?: boolean
}
