import type { Finding, GlyphRun, SourcePage } from '@kyoyaku/core'
import { confidenceOf } from './orientation.ts'
import type { ReadPage } from './read-page.ts'
import { sourcePage } from './source-of-pages.ts'

/** A table in a picture has so many rules either way, of so many points … */
const fewestRows = 3
const fewestColumns = 2
const shortestRule = 36
/** … and so many characters; words in a chart have as many, and no rules around them. */
const fewestInTable = 8
/** Running text is so many lines of so many characters. */
const fewestLines = 3
const longLine = 12
/** Print is read as surely as that on the whole; patterns and drawings are not. */
const sure = 0.8
/** Writing that is read less surely is said, if it is read as surely as this. */
const doubtful = 0.5

/** What the pictures of a page with text of its own are: nothing to be read, writing, or writing that cannot be read. */
type Writing = 'none' | 'read' | 'unread'

function writingOf({ lines, rules }: ReadPage): Writing {
  const long = rules.filter((r) => Math.max(Math.abs(r.x1 - r.x0), Math.abs(r.y1 - r.y0)) >= shortestRule)
  const columns = long.filter((r) => Math.abs(r.x1 - r.x0) < Math.abs(r.y1 - r.y0)).length
  const seen = lines.map(({ line }) => line)
  const characters = seen.reduce((n, l) => n + l.characters.length, 0)
  const isTable = columns >= fewestColumns && long.length - columns >= fewestRows && characters >= fewestInTable
  const isText = seen.filter((l) => l.characters.length >= longLine).length >= fewestLines
  const confidence = confidenceOf(seen) ?? 0
  if (!(isTable || isText) || confidence < doubtful) return 'none'
  return confidence >= sure ? 'read' : 'unread'
}

/** A page with text of its own and what was read of its pictures behind it; the page as it is where they hold no writing. */
export function withPictures(
  own: { text: string; page: SourcePage },
  read: ReadPage,
  engine: string,
): { text: string; page: SourcePage; findings: Finding[] } {
  const writing = writingOf(read)
  const { number } = read
  if (writing === 'unread')
    return { ...own, findings: [{ code: 'ink-unread', data: { page: number }, at: { page: number } }] }
  const { glyphs, span } = own.page
  if (writing === 'none' || !glyphs) return { ...own, findings: [] }
  const from = span[1] + 1
  const fresh = sourcePage(read, from, engine)
  const { glyphs: added, recognized } = fresh.page
  if (!added || !recognized) return { ...own, findings: [] }
  const boxes = new Float32Array(glyphs.boxes.length + 4 + added.boxes.length)
  boxes.set(glyphs.boxes)
  boxes.set(added.boxes, glyphs.boxes.length + 4)
  const confidences = new Float32Array(from - span[0] + recognized.confidences.length).fill(1)
  confidences.set(recognized.confidences, from - span[0])
  const runs: GlyphRun[] = [...glyphs.runs, ...added.runs]
  return {
    text: `${own.text}\n${fresh.text}`,
    page: {
      ...own.page,
      span: [span[0], fresh.page.span[1]],
      glyphs: { ...glyphs, runs, rules: [...glyphs.rules, ...added.rules], boxes },
      recognized: { ...recognized, confidences, from },
    },
    findings: read.findings,
  }
}
