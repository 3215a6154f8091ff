import type { Line } from '../manuscript/manuscript.ts'
import { shownText } from '../manuscript/manuscript.ts'
import { lineRanges } from './line-breaking.ts'
import type { DrawnRule, DrawnText, Measure, PageLook, Sheet } from './sheet.ts'

/** A part of a broken line in one look. */
interface Part {
  text: string
  mark?: 'deleted' | 'inserted'
}
export interface SetLine {
  parts: Part[]
  /** In ems. */
  width: number
}

const widthOf = (text: string, measure: Measure): number => {
  let n = 0
  for (const c of text) n += measure(c)
  return n
}

/** Breaks a line of a manuscript to `first` ems, then `rest`; struck out text takes its place as any other. */
export function setLine(line: Line, first: number, rest: number, measure: Measure): SetLine[] {
  const text = shownText(line)
  return lineRanges(text, first, rest, measure).map(([start, end]) => {
    const parts: Part[] = []
    let at = 0
    for (const piece of line) {
      const from = Math.max(start, at)
      const to = Math.min(end, at + piece.text.length)
      if (to > from) {
        parts.push({ text: piece.text.slice(from - at, to - at), ...(piece.mark ? { mark: piece.mark } : {}) })
      }
      at += piece.text.length
    }
    return { parts, width: widthOf(text.slice(start, end), measure) }
  })
}

const plainColor = '#000000'
/** Heights above the baseline in ems, where word processors draw them. */
const strikeHeight = 0.33
const underlineDepth = 0.12

function decorate(text: DrawnText, width: number, mark: Part['mark'], look: PageLook): DrawnRule[] {
  const rule = (dy: number): DrawnRule => ({
    x0: text.x,
    x1: text.x + width,
    y0: text.y + dy,
    y1: text.y + dy,
    width: 0.5,
    color: text.color,
    look: 'solid',
  })
  if (mark === 'deleted') return [rule(-strikeHeight * text.size)]
  return mark === 'inserted' && look.inserted.underline ? [rule(underlineDepth * text.size)] : []
}

/** Puts a broken line on a sheet, its baseline at `y`. */
export function drawLine(
  sheet: Sheet,
  line: SetLine,
  at: { x: number; y: number; size: number },
  look: PageLook,
  measure: Measure,
): void {
  let { x } = at
  for (const part of line.parts) {
    const color =
      part.mark === 'inserted' ? look.inserted.color : part.mark === 'deleted' ? look.deleted.color : plainColor
    const text: DrawnText = { x, y: at.y, text: part.text, size: at.size, color }
    const width = widthOf(part.text, measure) * at.size
    sheet.texts.push(text)
    sheet.rules.push(...decorate(text, width, part.mark, look))
    x += width
  }
}
