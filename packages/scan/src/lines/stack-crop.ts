import type { Raster } from '../clean/raster.ts'
import { blank } from '../clean/raster.ts'
import { bandsOf, downwards } from './bands.ts'
import { cut, framed, type LineCrop, resized } from './crop-line.ts'
import { type InkLine, lineOf } from './ink-line.ts'

/** A vertical line laid as a row: where each character stands in the crop (from, to) and on the page. */
export interface StackCrop extends LineCrop {
  places: { from: number; to: number; character: InkLine }[]
}

/** Shares of the em: strokes of one character are no further apart than this … */
const strokeGap = 0.34
/** … and no higher together than that. */
const highCharacter = 1.12
/** Side of a character in the row, in pixels, and its advance. */
const side = 27
const advance = 31
/** A single stroke this much higher than wide is a long-vowel mark or a dash, which lie on their side in a row. */
const uprightStroke = 3.2

/** The characters of a vertical line from the top: bands of ink, the strokes of one put together. */
function charactersOf(line: InkLine, em: number): InkLine[] {
  const characters: InkLine[] = []
  for (const band of bandsOf(line.ink, downwards, 1)) {
    const last = characters.at(-1)
    const close = last !== undefined && band.from - last.y1 < strokeGap * em && band.to - last.y0 <= highCharacter * em
    if (last && close) characters[characters.length - 1] = lineOf([...last.ink, ...band.ink])
    else characters.push(lineOf([...band.ink]))
  }
  return characters
}

function onItsSide({ width, height, data }: Raster): Raster {
  const out = new Uint8Array(data.length)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) out[x * height + y] = data[y * width + x] as number
  return { width: height, height: width, data: out }
}

/** Characters below one another as a row from left to right. */
export function cropStack(grey: Raster, line: InkLine, em: number): StackCrop {
  const size = Math.max(line.x1 - line.x0, em * 0.8)
  const scale = side / size
  const characters = charactersOf(line, Math.max(em * 0.8, Math.min(size, em * 1.2)))
  const row = blank(advance * characters.length, advance, 255)
  const places = characters.map((character, i) => {
    const { x0, y0, x1, y1, ink } = character
    let picture = cut(grey, x0, y0, x1, y1)
    const lies = ink.length === 1 && y1 - y0 >= uprightStroke * (x1 - x0) && y1 - y0 > 0.5 * size
    if (lies) picture = onItsSide(picture)
    const small = resized(
      picture,
      Math.max(1, Math.min(advance, Math.round(picture.width * scale))),
      Math.max(1, Math.min(advance, Math.round(picture.height * scale))),
    )
    // Commas and full stops stand at the top right of their square when writing runs down, at the bottom left when it runs across.
    const isDot = x1 - x0 < 0.45 * size && y1 - y0 < 0.45 * size && x0 > line.x0 + 0.45 * size
    const left = isDot ? 2 : (advance - small.width) >> 1
    const top = isDot ? side - small.height : (advance - small.height) >> 1
    for (let y = 0; y < small.height; y++)
      row.data.set(
        small.data.subarray(y * small.width, (y + 1) * small.width),
        (top + y) * row.width + i * advance + left,
      )
    return { from: i * advance, to: (i + 1) * advance, character }
  })
  const crop = framed(row)
  const margin = (crop.width - row.width) / 2
  return {
    crop,
    scale,
    x0: line.x0,
    y0: line.y0,
    places: places.map((p) => ({ ...p, from: p.from + margin, to: p.to + margin })),
  }
}
