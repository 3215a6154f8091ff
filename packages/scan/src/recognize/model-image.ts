import type { Crop } from './recognizer.ts'

/** A line as the model takes it, and the part of the crop that it shows. */
export interface ModelImage {
  width: number
  height: number
  /** Three equal planes of -1 (black) to 1 (white). */
  values: Float32Array
  x0: number
  y0: number
  x1: number
  y1: number
}

/** The model was trained on lines of this height. */
const modelHeight = 48
const leastWidth = 16
/** Darker than this is ink. */
const ink = 150
/** White left around the ink: with less, a minus fills the image and becomes a letter; with much more, digits become too small. */
const margin = 4

/** The part of a crop that holds its ink, with a margin; undefined for one without any. */
function inkBox({ width, height, data }: Crop): { x0: number; y0: number; x1: number; y1: number } | undefined {
  let [x0, y0, x1, y1] = [width, height, 0, 0]
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if ((data[y * width + x] as number) < ink) {
        x0 = Math.min(x0, x)
        y0 = Math.min(y0, y)
        x1 = Math.max(x1, x + 1)
        y1 = y + 1
      }
  if (x1 <= x0) return undefined
  return {
    x0: Math.max(0, x0 - margin),
    y0: Math.max(0, y0 - margin),
    x1: Math.min(width, x1 + margin),
    y1: Math.min(height, y1 + margin),
  }
}

/** Between four pixels, and white beyond the edges. */
function sampled({ width, height, data }: Crop, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  const [fx, fy] = [x - left, y - top]
  const at = (i: number, j: number): number =>
    i < 0 || j < 0 || i >= width || j >= height ? 255 : (data[j * width + i] as number)
  const above = at(left, top) * (1 - fx) + at(left + 1, top) * fx
  const below = at(left, top + 1) * (1 - fx) + at(left + 1, top + 1) * fx
  return above * (1 - fy) + below * fy
}

/** The ink of a crop, scaled to the height that the model knows. Undefined for a crop without ink. */
export function fitted(crop: Crop): ModelImage | undefined {
  const box = inkBox(crop)
  if (!box) return undefined
  const scale = modelHeight / (box.y1 - box.y0)
  const width = Math.max(leastWidth, Math.round((box.x1 - box.x0) * scale))
  const step = (box.x1 - box.x0) / width
  const plane = width * modelHeight
  const values = new Float32Array(3 * plane)
  for (let y = 0; y < modelHeight; y++)
    for (let x = 0; x < width; x++) {
      const grey = sampled(crop, box.x0 + (x + 0.5) * step - 0.5, box.y0 + (y + 0.5) / scale - 0.5)
      values[y * width + x] = grey / 127.5 - 1
    }
  values.copyWithin(plane, 0, plane)
  values.copyWithin(2 * plane, 0, plane)
  return { width, height: modelHeight, values, ...box }
}
