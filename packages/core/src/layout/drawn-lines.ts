import type { SourcePage } from '../read/source.ts'
import { closeLetterSpacing, isLetterSpaced, join } from '../text/clean.ts'
import { fold } from '../text/fold.ts'
import { concat, type Text, trim } from '../text/text.ts'
import type { Block, Line } from './block.ts'
import { type GlyphLine, textOfLine } from './glyph-lines.ts'
import { type Glyph, hullOf, type Mark, median } from './glyphs.ts'
import { runsOf } from './marked-run.ts'
import type { Placed } from './reading-order.ts'
import type { DrawnTable } from './ruled-table.ts'
import type { TextSegment } from './text-segments.ts'

/** A line ends a paragraph where more than this many ems are left to the edge of its column. */
const endedShort = 1.5
const mostIndent = 80
const mostGap = 20

function spaces(n: number): Text {
  return { value: ' '.repeat(n), offsets: new Int32Array(n).fill(-1) }
}

interface LineSetting {
  indent: number
  gap: number
  ended: boolean
  page: number | undefined
}

function lineOfText(read: Text, setting: LineSetting, glyphs: readonly Glyph[]): Line {
  const trimmed = trim(read)
  const letterSpaced = isLetterSpaced(trimmed.value)
  const text = letterSpaced ? closeLetterSpacing(trimmed) : trimmed
  return {
    kind: 'line',
    text,
    folded: fold(text.value),
    printed: setting.indent > 0 ? concat([spaces(setting.indent), trimmed]) : trimmed,
    letterSpaced,
    ...setting,
    box: hullOf(glyphs),
  }
}

/** Ruby and what else belongs beside the text: kept, as furniture. */
export function labelOf(line: GlyphLine, text: Text, page: number | undefined): Line {
  return { ...lineOfText(text, { indent: 0, gap: 0, ended: true, page }, line.glyphs), furniture: 'label' }
}

/** A note at the foot of its page or in a box beside its text, of one or more lines. */
export function asideOf(lines: readonly GlyphLine[], marks: ReadonlyMap<number, Mark>, page: number | undefined): Line {
  const text = join(lines.map((l) => trim(textOfLine(l, marks))))
  const glyphs = lines.flatMap((l) => l.glyphs)
  return { ...labelOf({ ...(lines[0] as GlyphLine), glyphs }, text, page), aside: true }
}

/** Distance from one line to the next that most lines of the page keep. */
function pitchOf(placed: readonly Placed[]): number {
  const steps: number[] = []
  for (let i = 1; i < placed.length; i++) {
    const a = placed[i - 1]?.segments?.[0]
    const b = placed[i]?.segments?.[0]
    if (a && b && b.base > a.base) steps.push(b.base - a.base)
  }
  return median(steps)
}

/** Lines and tables in their order as blocks. */
export function blocksOfPlaced(placed: readonly Placed[], page: SourcePage, marks: ReadonlyMap<number, Mark>): Block[] {
  const blocks: Block[] = []
  const pitch = pitchOf(placed)
  const margins = new Map<unknown, number>()
  for (const p of placed) {
    const x0 = p.segments?.[0]?.x0
    if (x0 !== undefined) margins.set(p.column, Math.min(x0, margins.get(p.column) ?? x0))
  }
  let above: TextSegment | undefined
  for (const { table, segments, column } of placed) {
    if (table) {
      blocks.push(table)
      above = undefined
      continue
    }
    const first = segments?.[0]
    const last = segments?.at(-1)
    if (!segments || !first || !last) continue
    const glyphs = segments.flatMap((s) => s.glyphs)
    const text = textOfLine({ ...first, glyphs, x1: last.x1 }, marks)
    const blank = above && pitch > 0 ? Math.round((first.base - above.base) / pitch) - 1 : 0
    above = first
    if (text.value.trim() === '') continue
    const indent = Math.round((first.x0 - (margins.get(column) ?? first.x0)) / (first.size / 2))
    const runs = runsOf(segments, marks)
    blocks.push({
      ...lineOfText(
        text,
        {
          indent: Math.min(Math.max(indent, 0), mostIndent),
          gap: Math.min(Math.max(blank, 0), mostGap),
          ended: column[2] - last.x1 > last.size * endedShort,
          page: page.number,
        },
        glyphs,
      ),
      ...(first.turn === 0 ? {} : { turn: first.turn }),
      ...(runs.length > 0 ? { runs } : {}),
    })
  }
  return blocks
}

/** Ruby of a table's cells, likewise. */
export function labelOfTable(text: Text, table: DrawnTable, page: number | undefined): Line {
  return { ...lineOfText(text, { indent: 0, gap: 0, ended: true, page }, []), box: table.box, furniture: 'label' }
}
