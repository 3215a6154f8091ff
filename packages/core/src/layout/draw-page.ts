import { descent, type FilledArea, type GlyphRun, type PageGlyphs, type Rule } from '../read/page-glyphs.ts'
import type { Source, SourcePage } from '../read/source.ts'

/** Text with the left end of its first baseline; characters are as wide as the em, Latin ones half of it. */
export interface DrawnText {
  x: number
  y: number
  text: string
  size?: number
  color?: string
  rotation?: 0 | 90
  vertical?: boolean
  /** Space after each character, in points. */
  spacing?: number
}

export interface DrawnSheet {
  texts: readonly DrawnText[]
  rules?: readonly Rule[]
  areas?: readonly FilledArea[]
}

export const horizontal = (y: number, x0: number, x1: number, color = '#000000'): Rule => ({
  x0,
  x1,
  y0: y,
  y1: y,
  width: 0.5,
  color,
})
export const vertical = (x: number, y0: number, y1: number, color = '#000000'): Rule => ({
  x0: x,
  x1: x,
  y0,
  y1,
  width: 0.5,
  color,
})

/** All rules of a grid with these edges. */
export const gridRules = (xs: readonly number[], ys: readonly number[]): Rule[] => [
  ...ys.map((y) => horizontal(y, xs[0] as number, xs.at(-1) as number)),
  ...xs.map((x) => vertical(x, ys[0] as number, ys.at(-1) as number)),
]

function boxAt(t: DrawnText, along: number, advance: number): [number, number, number, number] {
  const size = t.size ?? 10
  if (t.vertical) return [t.x - size / 2, t.y + along, t.x + size / 2, t.y + along + advance]
  if (t.rotation === 90)
    return [t.x - (1 - descent) * size + size * 0.76, t.y + along, t.x + size * 0.88, t.y + along + advance]
  return [t.x + along, t.y - (1 - descent) * size, t.x + along + advance, t.y + descent * size]
}

/** A source of pages drawn by hand, for tests: A4, everything in drawing order; texts that follow on are one line of the source. */
export function drawSource(...sheets: readonly DrawnSheet[]): Source {
  let text = ''
  const pages = sheets.map(({ texts, rules = [], areas = [] }, i): SourcePage => {
    if (i > 0) text += '\f'
    const start = text.length
    const boxes: number[] = []
    const runs: GlyphRun[] = []
    let last: { y: number; end: number } | undefined
    for (const t of texts) {
      const size = t.size ?? 10
      const follows = last !== undefined && last.y === t.y && Math.abs(last.end - t.x) < size
      if (text.length > start && !follows) {
        text += '\n'
        boxes.push(0, 0, 0, 0)
      }
      const from = text.length
      let along = 0
      for (const c of t.text) {
        const advance = /^[ -~]$/u.test(c) && !t.vertical ? size / 2 : size
        for (let k = 0; k < c.length; k++) boxes.push(...boxAt(t, along, advance))
        along += advance + (t.spacing ?? 0)
      }
      last = { y: t.y, end: t.x + along }
      text += t.text
      runs.push({
        span: [from, text.length],
        font: 'Mincho',
        size,
        color: t.color ?? '#000000',
        rotation: t.rotation ?? 0,
        vertical: t.vertical ?? false,
        hidden: false,
      })
    }
    const glyphs: PageGlyphs = {
      width: 595,
      height: 842,
      runs,
      boxes: Float32Array.from(boxes),
      rules,
      areas,
      images: [],
    }
    return { number: i + 1, span: [start, text.length], glyphs }
  })
  return { info: { name: 'drawn', sha256: '', format: 'pdf', pages: pages.length, textLayer: 'digital' }, text, pages }
}
