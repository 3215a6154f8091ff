import type { Box, GlyphRun } from '@kyoyaku/core'
import type { GraphicsState } from './graphics-state.ts'
import { type Matrix, multiply } from './matrix.ts'

/** A character as pdfjs gives it; numbers between characters move the pen by thousandths of the font size. */
interface ShownGlyph {
  unicode?: string
  width?: number
  isSpace?: boolean
  vmetric?: readonly [number, number, number]
}

/** The text of a page as it grows. */
export interface PageText {
  /** Offset of the page in the source text. */
  start: number
  parts: string[]
  length: number
  boxes: number[]
  runs: GlyphRun[]
  /** End of the last character drawn, to tell whether the next one goes on with its line. */
  last: { box: Box; size: number; rotation: number } | undefined
  /** Where characters stand already, by character: some writers draw twice for bold. */
  drawn: Map<string, number[]>
}

export const emptyPageText = (start: number): PageText => ({
  start,
  parts: [],
  length: 0,
  boxes: [],
  runs: [],
  last: undefined,
  drawn: new Map(),
})

const ascent = 0.88
const descent = 0.12
/** A copy drawn for bold or shadow stands within this share of the em from its original. */
const doubledWithin = 0.15
/** Characters larger than this many points come of damage: no paper is so high. */
const largestType = 5000
/** Characters further apart than this many ems start a new line of the text. */
const farApart = 1
/** Turns of a page's text are multiples of this; less is a slant by rounding. */
const quarter = 90

function boxUnder(m: Matrix, x0: number, y0: number, x1: number, y1: number): Box {
  const xs = [m[0] * x0 + m[2] * y0, m[0] * x1 + m[2] * y0, m[0] * x0 + m[2] * y1, m[0] * x1 + m[2] * y1]
  const ys = [m[1] * x0 + m[3] * y0, m[1] * x1 + m[3] * y0, m[1] * x0 + m[3] * y1, m[1] * x1 + m[3] * y1]
  return [Math.min(...xs) + m[4], Math.min(...ys) + m[5], Math.max(...xs) + m[4], Math.max(...ys) + m[5]]
}

function rotationOf(m: Matrix): number {
  const degrees = (Math.atan2(m[1], m[0]) * 180) / Math.PI
  const near = Math.round(degrees / quarter) * quarter
  return (Math.round(Math.abs(degrees - near) < 3 ? near : degrees) + 360) % 360
}

/** Whether the character is there already, a hair's breadth aside. */
function isDoubled(text: PageText, unicode: string, box: Box, size: number): boolean {
  const places = text.drawn.get(unicode)
  if (!places) {
    text.drawn.set(unicode, [box[0], box[1]])
    return false
  }
  const near = size * doubledWithin
  for (let i = places.length - 2; i >= 0; i -= 2) {
    if (Math.abs((places[i] as number) - box[0]) < near && Math.abs((places[i + 1] as number) - box[1]) < near)
      return true
  }
  places.push(box[0], box[1])
  return false
}

/** Whether a box follows the last character on its line, whichever way the line runs. */
function follows(last: PageText['last'], box: Box, size: number, rotation: number): boolean {
  if (!last || last.rotation !== rotation || Math.abs(last.size - size) > size / 2) return false
  const across = Math.abs(box[3] - last.box[3]) < size / 3 && Math.abs(box[0] - last.box[2]) < size * farApart
  const down = Math.abs(box[0] - last.box[0]) < size / 3 && Math.abs(box[1] - last.box[3]) < size * farApart
  const up = Math.abs(box[0] - last.box[0]) < size / 3 && Math.abs(box[3] - last.box[1]) < size * farApart
  return across || down || (rotation !== 0 && up)
}

function append(text: PageText, unicode: string, box: Box): void {
  text.parts.push(unicode)
  const n = unicode.length
  const wide = box[2] - box[0] >= box[3] - box[1]
  for (let i = 0; i < n; i++) {
    // Ligatures and squared words are several characters in one drawing: each gets its share.
    const share =
      n === 1 || !wide
        ? box
        : [box[0] + ((box[2] - box[0]) * i) / n, box[1], box[0] + ((box[2] - box[0]) * (i + 1)) / n, box[3]]
    text.boxes.push(share[0] as number, share[1] as number, share[2] as number, share[3] as number)
  }
  text.length += n
}

/** A character that stands for nothing readable: no entry in any of the font's maps. */
const unreadable = /^[\0-\x08\x0b-\x1f\x7f]*$/u

function readable(glyph: ShownGlyph): string {
  if (glyph.unicode === undefined || unreadable.test(glyph.unicode)) return glyph.isSpace ? ' ' : '\ufffd'
  return glyph.unicode
}

interface Placement {
  matrix: Matrix
  size: number
  rotation: number
  hidden: boolean
}

/** Box of a character with the pen at `pen`, and how far the pen moves; both in text space. */
function measure(
  state: GraphicsState,
  glyph: ShownGlyph,
  pen: number,
): { box: [number, number, number, number]; advance: number } {
  const { font, fontSize } = state
  const scale = fontSize * font.unit
  const width = glyph.width ?? 0
  const spacing = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0)
  if (font.vertical) {
    const advance = (glyph.vmetric ? -glyph.vmetric[0] : 1000) * scale
    const half = fontSize / 2
    const top = state.y + state.rise - pen
    return { box: [state.x - half, top - Math.abs(advance), state.x + half, top], advance: advance - spacing }
  }
  const x0 = state.x + pen * state.horizontalScale
  const x1 = x0 + width * scale * state.horizontalScale
  const base = state.y + state.rise
  return { box: [x0, base - descent * fontSize, x1, base + ascent * fontSize], advance: width * scale + spacing }
}

/** Draws characters as the specification's text-showing operators do and moves the pen behind them. */
export function showText(state: GraphicsState, glyphs: readonly unknown[], text: PageText): void {
  const matrix = multiply(state.ctm, state.textMatrix)
  const placement: Placement = {
    matrix,
    size: Math.abs(state.fontSize) * Math.hypot(matrix[2], matrix[3]),
    rotation: rotationOf(state.fontSize < 0 ? [-matrix[0], -matrix[1], matrix[2], matrix[3], 0, 0] : matrix),
    hidden: state.renderingMode === 3 || state.renderingMode === 7,
  }
  if (!(placement.size > 0 && placement.size < largestType)) return
  let pen = 0
  let run: { start: number; end: number } | undefined
  const close = (): void => {
    if (run && run.end > run.start) {
      text.runs.push({
        span: [run.start + text.start, run.end + text.start],
        font: state.font.name,
        size: placement.size,
        color: state.fillColor,
        rotation: placement.rotation,
        vertical: state.font.vertical,
        hidden: placement.hidden,
      })
    }
    run = undefined
  }
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') {
      pen += ((state.font.vertical ? 1 : -1) * glyph * state.fontSize) / 1000
      continue
    }
    if (typeof glyph !== 'object' || glyph === null) continue
    const shown = glyph as ShownGlyph
    const { box: local, advance } = measure(state, shown, pen)
    pen += advance
    const box = boxUnder(placement.matrix, ...local)
    const unicode = readable(shown)
    if (!isInside(box, state.clip) || isDoubled(text, unicode, box, placement.size)) continue
    if (!follows(text.last, box, placement.size, placement.rotation) && text.length > 0) {
      close()
      text.parts.push('\n')
      text.boxes.push(0, 0, 0, 0)
      text.length++
    }
    run ??= { start: text.length, end: text.length }
    append(text, unicode, box)
    run.end = text.length
    text.last = { box, size: placement.size, rotation: placement.rotation }
  }
  close()
  if (state.font.vertical) state.y -= pen
  else state.x += pen * state.horizontalScale
}

/** Whether any of it is painted: clipped cells of spreadsheets hold more text than they show. */
const isInside = (box: Box, page: Box): boolean =>
  Number.isFinite(box[0] + box[1] + box[2] + box[3]) &&
  box[2] >= page[0] &&
  box[0] <= page[2] &&
  box[3] >= page[1] &&
  box[1] <= page[3]
