import type { OcrBox } from './ocr-page.ts'

/** Coordinates beyond this are no place on any page. */
const farthest = 1_000_000

/** A finite number of plain size. */
export function numberOf(text: string | undefined): number | undefined {
  if (text === undefined || text.trim() === '') return undefined
  const value = Number(text)
  return Number.isFinite(value) && Math.abs(value) <= farthest ? value : undefined
}

/** A share of 0 to 1. */
export function shareOf(text: string | undefined, whole = 1): number | undefined {
  const value = numberOf(text)
  return value === undefined ? undefined : Math.max(0, Math.min(1, value / whole))
}

/** A box with some extent; undefined where a side is missing. */
export function boxOf(
  x0: number | undefined,
  y0: number | undefined,
  x1: number | undefined,
  y1: number | undefined,
): OcrBox | undefined {
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return undefined
  return x1 > x0 && y1 > y0 ? { x0, y0, x1, y1 } : undefined
}

/** The box around others. */
export function around(boxes: readonly OcrBox[]): OcrBox | undefined {
  let all: OcrBox | undefined
  for (const { x0, y0, x1, y1 } of boxes)
    all = all
      ? { x0: Math.min(all.x0, x0), y0: Math.min(all.y0, y0), x1: Math.max(all.x1, x1), y1: Math.max(all.y1, y1) }
      : { x0, y0, x1, y1 }
  return all
}

/** The box around points written as `x,y x,y`. */
export function boxOfPoints(points: string | undefined): OcrBox | undefined {
  const boxes = (points ?? '').split(/\s+/u).flatMap((point): OcrBox[] => {
    const [x, y, rest] = point.split(',').map(numberOf)
    return x === undefined || y === undefined || rest !== undefined ? [] : [{ x0: x, y0: y, x1: x, y1: y }]
  })
  const all = around(boxes)
  return all && boxOf(all.x0, all.y0, all.x1, all.y1)
}
