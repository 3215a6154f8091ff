/** A part of a page for recognition: grey, 8 bits, upright, dark on light, rules whitened, scaled to what engines like. */
export interface Crop {
  width: number
  height: number
  data: Uint8Array
}

/** How high an engine likes characters to be, and how much white around them, in pixels. */
export interface Lettering {
  height: number
  margin: number
}

/** What a crop can hold, where the form says so. */
export type Alphabet = 'any' | 'amount' | 'digits'

export interface CropHint {
  alphabet: Alphabet
  /** `line` is one line of text, `block` several. */
  layout: 'line' | 'block'
}

/** A recognised character with its place in the crop, in pixels, and how sure the engine is of it (0 to 1). */
export interface ReadCharacter {
  value: string
  confidence: number
  x0: number
  y0: number
  x1: number
  y1: number
  /** Another engine reads this character and those after it, `length` in all, as `value`. */
  other?: { length: number; value: string; engine: string }
}

/** Turns crops into characters, in reading order; lines of a block are parted by a character of value `\n`. */
export interface Recognizer {
  /** Name and version. */
  readonly name: string
  /** How many crops can be under way at once. */
  readonly parallel: number
  /** What lines are to be scaled to; 27 pixels with a margin of 10 where it does not matter. */
  readonly lettering?: Lettering
  /**
   * Empty where nothing was read. A crop that an engine does not finish in time, or dies of, counts as read empty: ink without
   * characters is the caller's to report.
   * @throws {Error} where the engine cannot be started at all
   */
  recognize(crop: Crop, hint: CropHint): Promise<ReadCharacter[]>
  close(): Promise<void>
}
