import type { Box } from '@kyoyaku/core'
import { countCode } from './glyph-code.ts'
import type { Font, GraphicsState } from './graphics-state.ts'
import { type Matrix, multiply } from './matrix.ts'
import { addRun, type RunList } from './packed-page.ts'
import { symbolOf } from './symbol-font.ts'

/** A character as pdfjs gives it; numbers between characters move the pen by thousandths of the font size. */
interface ShownGlyph {
  originalCharCode?: number
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
  /** Those of its units that belong to a run, and those of them that are not painted. */
  shown: number
  hidden: number
  runs: RunList
  /** Where characters stand already, by character: some writers draw twice for bold. */
  drawn: Map<string, number[]>
  /** Places of characters that are but their codes, in fonts whose codes may be numbers of glyphs. */
  same: number[]
}

export const emptyPageText = (start: number): PageText => ({
  start,
  parts: [],
  length: 0,
  shown: 0,
  hidden: 0,
  runs: { numbers: [], styles: [] },
  drawn: new Map(),
  same: [],
})

/** Boxes of the page that is being read, four numbers for every UTF-16 unit; reused for every page. */
let boxes = new Float32Array(1 << 13)

/** The boxes of a page's text, for keeps. */
export const boxesOf = (text: PageText): Float32Array => boxes.slice(0, text.length * 4)

/** The last character drawn, to tell whether the next one goes on with its line. */
const last = { x0: 0, y0: 0, x1: 0, y1: 0, size: 0, rotation: 0 }

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

function rotationOf(m: Matrix): number {
  const degrees = (Math.atan2(m[1], m[0]) * 180) / Math.PI
  const near = Math.round(degrees / quarter) * quarter
  return (Math.round(Math.abs(degrees - near) < 3 ? near : degrees) + 360) % 360
}

/** Whether the character is there already, a hair's breadth aside. */
function isDoubled(text: PageText, unicode: string, x: number, y: number, size: number): boolean {
  const places = text.drawn.get(unicode)
  if (!places) {
    text.drawn.set(unicode, [x, y])
    return false
  }
  const near = size * doubledWithin
  for (let i = places.length - 2; i >= 0; i -= 2) {
    if (Math.abs((places[i + 1] as number) - y) < near && Math.abs((places[i] as number) - x) < near) return true
  }
  places.push(x, y)
  return false
}

/** Whether a box follows the last character on its line, whichever way the line runs. */
function follows(x0: number, y0: number, y1: number, size: number, rotation: number): boolean {
  if (last.rotation !== rotation || Math.abs(last.size - size) > size / 2) return false
  if (Math.abs(y1 - last.y1) < size / 3 && Math.abs(x0 - last.x1) < size * farApart) return true
  if (Math.abs(x0 - last.x0) >= size / 3) return false
  return Math.abs(y0 - last.y1) < size * farApart || (rotation !== 0 && Math.abs(y1 - last.y0) < size * farApart)
}

function pushBox(text: PageText, x0: number, y0: number, x1: number, y1: number): void {
  const at = text.length * 4
  if (at === boxes.length) {
    const longer = new Float32Array(boxes.length * 2)
    longer.set(boxes)
    boxes = longer
  }
  boxes[at] = x0
  boxes[at + 1] = y0
  boxes[at + 2] = x1
  boxes[at + 3] = y1
  text.length++
}

function append(text: PageText, unicode: string, x0: number, y0: number, x1: number, y1: number): void {
  text.parts.push(unicode)
  const n = unicode.length
  const wide = x1 - x0 >= y1 - y0
  if (n === 1 || !wide) for (let i = 0; i < n; i++) pushBox(text, x0, y0, x1, y1)
  // Ligatures and squared words are several characters in one drawing: each gets its share.
  else for (let i = 0; i < n; i++) pushBox(text, x0 + ((x1 - x0) * i) / n, y0, x0 + ((x1 - x0) * (i + 1)) / n, y1)
}

/** Adds a mark that was painted as a shape: a character by itself. */
export function addMark(text: PageText, character: string, [x0, y0, x1, y1]: Box): void {
  if (text.length > 0) {
    text.parts.push('\n')
    pushBox(text, 0, 0, 0, 0)
  }
  const begin = text.start + text.length
  append(text, character, x0, y0, x1, y1)
  const style = {
    font: '',
    size: y1 - y0,
    color: '#000000',
    rotation: 0,
    vertical: false,
    hidden: false,
    drawn: true as const,
  }
  addRun(text.runs, begin, text.start + text.length, style)
}

/** A character that stands for nothing readable: no entry in any of the font's maps. */
const unreadable = /^[\0-\x08\x0b-\x1f\x7f]*$/u

/** Forms that some fonts have for writing downwards, and the characters that they are. */
const levelForms = new Map(
  [
    ['︐︑︒︓︔︕︖︗︘︙', '，、。：；！？〖〗…'],
    ['︰︱︲︳︴︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈', '…—–＿＿（）｛｝〔〕【】《》〈〉「」『』［］'],
  ].flatMap(([forms, level]) =>
    Array.from(forms as string, (form, i) => [form, (level as string)[i] as string] as const),
  ),
)

function readable(glyph: ShownGlyph, { symbols }: Font): string {
  const { unicode = '' } = glyph
  const symbol = symbols && symbolOf(symbols, unicode, glyph.originalCharCode)
  if (symbol) return symbol
  // Nearly every character, told without the pattern.
  const first = unicode.charCodeAt(0)
  // One glyph serves for all spaces as wide as a character; programs write it down as one of other type.
  if (unicode === '\u2003' || unicode === '\u2001') return '\u3000'
  if (first >= 0xfe10 && first <= 0xfe48) return levelForms.get(unicode) ?? unicode
  if ((first >= 0x20 && first !== 0x7f) || !unreadable.test(unicode)) return unicode
  return glyph.isSpace ? ' ' : '\ufffd'
}

/** Draws characters as the specification's text-showing operators do and moves the pen behind them. */
export function showText(state: GraphicsState, glyphs: readonly unknown[], text: PageText): void {
  const { font, fontSize, horizontalScale } = state
  const matrix = multiply(state.ctm, state.textMatrix)
  const a = matrix[0]
  const b = matrix[1]
  const c = matrix[2]
  const d = matrix[3]
  const e = matrix[4]
  const f = matrix[5]
  const size = Math.abs(fontSize) * Math.hypot(c, d)
  if (!(size > 0 && size < largestType)) return
  const rotation = rotationOf(fontSize < 0 ? [-a, -b, c, d, 0, 0] : matrix)
  const hidden = state.renderingMode === 3 || state.renderingMode === 7 || state.fillAlpha === 0
  const scale = fontSize * font.unit
  const base = state.y + state.rise
  let pen = 0
  /** Where the run begins that is being drawn; -1 between runs. */
  let begin = -1
  const close = (): void => {
    if (begin >= 0 && text.length > begin) {
      const { name, vertical } = font
      const style = { font: name, size, color: state.fillColor, rotation, vertical, hidden }
      addRun(text.runs, begin + text.start, text.length + text.start, style)
      text.shown += text.length - begin
      if (hidden) text.hidden += text.length - begin
    }
    begin = -1
  }
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') {
      pen += ((font.vertical ? 1 : -1) * glyph * fontSize) / 1000
      continue
    }
    if (typeof glyph !== 'object' || glyph === null) continue
    const shown = glyph as ShownGlyph
    const spacing = state.charSpacing + (shown.isSpace ? state.wordSpacing : 0)
    // The box in text space, and under the matrix its four corners.
    let left: number
    let bottom: number
    let right: number
    let top: number
    if (font.vertical) {
      const advance = (shown.vmetric ? -shown.vmetric[0] : 1000) * scale
      top = base - pen
      bottom = top - Math.abs(advance)
      left = state.x - fontSize / 2
      right = state.x + fontSize / 2
      pen += advance - spacing
    } else {
      const advance = (shown.width ?? 0) * scale
      left = state.x + pen * horizontalScale
      right = left + advance * horizontalScale
      bottom = base - descent * fontSize
      top = base + ascent * fontSize
      pen += advance + spacing
    }
    const x0 = Math.min(a * left + c * bottom, a * right + c * bottom, a * left + c * top, a * right + c * top) + e
    const y0 = Math.min(b * left + d * bottom, b * right + d * bottom, b * left + d * top, b * right + d * top) + f
    const x1 = Math.max(a * left + c * bottom, a * right + c * bottom, a * left + c * top, a * right + c * top) + e
    const y1 = Math.max(b * left + d * bottom, b * right + d * bottom, b * left + d * top, b * right + d * top) + f
    if (!isInside(x0, y0, x1, y1, state.clip)) continue
    const unicode = readable(shown, font)
    if (isDoubled(text, unicode, x0, y0, size)) continue
    if (text.length > 0 && !follows(x0, y0, y1, size, rotation)) {
      close()
      text.parts.push('\n')
      pushBox(text, 0, 0, 0, 0)
    }
    if (begin < 0) begin = text.length
    if (font.numbered && countCode(font, unicode, shown.originalCharCode)) text.same.push(text.length)
    append(text, unicode, x0, y0, x1, y1)
    last.x0 = x0
    last.y0 = y0
    last.x1 = x1
    last.y1 = y1
    last.size = size
    last.rotation = rotation
  }
  close()
  if (font.vertical) state.y -= pen
  else state.x += pen * horizontalScale
}

/** Whether any of it is painted: clipped cells of spreadsheets hold more text than they show. */
const isInside = (x0: number, y0: number, x1: number, y1: number, page: Box): boolean =>
  Number.isFinite(x0 + y0 + x1 + y1) && x1 >= page[0] && x0 <= page[2] && y1 >= page[1] && y0 <= page[3]
