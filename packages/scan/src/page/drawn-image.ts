import sharp from 'sharp'
import type { ReadCharacter, Recognizer } from '../recognize/recognizer.ts'

/** A page of shapes at 300 dpi, in pixels as the units of SVG, as a PNG, for tests; a seventh of A4, which is read in a seventh of the time. */
export function drawImage(
  shapes: string,
  options: { turn?: number; width?: number; height?: number } = {},
): Promise<Buffer> {
  const { width = 1720, height = 720, turn = 0 } = options
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="white"/>
    <g transform="rotate(${turn} ${width / 2} ${height / 2})" stroke="black" fill="none" stroke-width="4">${shapes}</g></svg>`
  return sharp(Buffer.from(svg)).withMetadata({ density: 300 }).png().toBuffer()
}

/** The rules of a grid with these edges. */
export const grid = (xs: readonly number[], ys: readonly number[]): string =>
  [
    ...ys.map((y) => `<path d="M${xs[0]} ${y}H${xs.at(-1)}"/>`),
    ...xs.map((x) => `<path d="M${x} ${ys[0]}V${ys.at(-1)}"/>`),
  ].join('')

/** Something like a kanji, with its top left corner and side. */
export const glyph = (x: number, y: number, side = 40): string => {
  const s = side / 40
  const at = (dx: number, dy: number): string => `${x + dx * s} ${y + dy * s}`
  return `<path d="M${at(2, 6)}H${x + 38 * s}M${at(2, 20)}H${x + 38 * s}M${at(20, 0)}V${y + 40 * s}M${at(6, 30)}H${x + 34 * s}"/>`
}

/** A row of them. */
export const row = (x: number, y: number, count: number, side = 40): string =>
  Array.from({ length: count }, (_, i) => glyph(x + i * side * 1.1, y, side)).join('')

/** A recogniser that says one character for every square of a crop. */
export function squareReader(value = '国'): Recognizer {
  return {
    name: 'squares',
    parallel: 2,
    close: async () => {},
    recognize: async ({ width, height }): Promise<ReadCharacter[]> => {
      const count = Math.max(1, Math.round((width - 20) / 29.7))
      const step = (width - 20) / count
      return Array.from({ length: count }, (_, i) => ({
        value,
        confidence: 0.9,
        x0: 10 + i * step,
        x1: 8 + (i + 1) * step,
        y0: 10,
        y1: height - 10,
      }))
    },
  }
}
