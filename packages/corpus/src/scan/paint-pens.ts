import type { Grey } from './bend.ts'
import type { PenMark } from './pens.ts'

const pointsAnInch = 72

/** The light that comes back from a drawn page with pens on it, of one colour: 0 red, 1 green, 2 blue. */
export function paintPens(
  { width, height, data }: Grey,
  marks: readonly PenMark[],
  dpi: number,
  channel: 0 | 1 | 2,
): Grey {
  const out = data.slice()
  const scale = dpi / pointsAnInch
  for (const { ink, strokes, width: thick } of marks) {
    const radius = Math.max(0.5, (thick * scale) / 2)
    const inked = new Set<number>()
    const dot = (cx: number, cy: number): void => {
      for (let y = Math.ceil(cy - radius); y <= cy + radius; y++)
        for (let x = Math.ceil(cx - radius); x <= cx + radius; x++)
          if (x >= 0 && y >= 0 && x < width && y < height && Math.hypot(x - cx, y - cy) <= radius)
            inked.add(y * width + x)
    }
    for (const stroke of strokes)
      stroke.slice(1).forEach(([x1, y1], i) => {
        const [x0, y0] = stroke[i] as readonly [number, number]
        const steps = Math.max(1, Math.ceil(Math.hypot(x1 - x0, y1 - y0) * scale))
        for (let k = 0; k <= steps; k++)
          dot((x0 + ((x1 - x0) * k) / steps) * scale, (y0 + ((y1 - y0) * k) / steps) * scale)
      })
    for (const i of inked) out[i] = Math.round((data[i] as number) * ink[channel])
  }
  return { width, height, data: out }
}
