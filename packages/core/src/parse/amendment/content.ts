import type { Block, Line } from '../../layout/block.ts'
import type { AppendedTable } from '../../schema/agreement.ts'
import type { AmendmentContent } from '../../schema/amendment.ts'
import type { Item, Paragraph } from '../../schema/provision.ts'
import { join } from '../../text/clean.ts'
import { emptyText, slice } from '../../text/text.ts'
import { type Context, leaf } from '../context.ts'
import { appendedTableHeads, isAppendedTableHeading } from '../provisions/appended-table.ts'
import { follows, type LabelReading, numberOf, type Ordinal, readLabel } from '../provisions/numbering.ts'
import { provisionLines } from '../provisions/provision-table.ts'
import { readProvisions } from '../provisions/provisions.ts'
import type { ArticleNode } from '../provisions/provisions-tree.ts'
import { takeCaption, writeArticles } from '../provisions/provisions-write.ts'
import type { Clause } from './sentence.ts'
import { readTableContent } from './table-content.ts'

/** Lines of one paragraph or item, its label apart. */
interface Chunk {
  reading: LabelReading | undefined
  titleEnd: number
  lines: Line[]
}

const withoutStart = (line: Line, from: number): Line => ({
  ...line,
  text: slice(line.text, from),
  folded: line.folded.slice(from),
})

/** Cuts lines at the labels of one form that count on; the first line starts a chunk whether or not it is labelled. */
function chunksOf(lines: readonly Line[], form: RegExp): Chunk[] {
  const chunks: Chunk[] = []
  let last: LabelReading | undefined
  for (const line of lines) {
    const label = readLabel(line.folded)
    const reading = label?.readings.find((r) =>
      last ? r.form === last.form && follows(last.upTo ?? last.ordinal, r.ordinal) : form.test(r.form),
    )
    const starts =
      label !== undefined && reading !== undefined && (chunks.length === 0 || last !== undefined || chunks.length === 1)
    if (starts && (last !== undefined || chunks.length === 0 || follows([1], reading.ordinal))) {
      last = reading
      chunks.push({ reading, titleEnd: label.titleEnd, lines: [line] })
    } else if (chunks.length === 0) chunks.push({ reading: undefined, titleEnd: 0, lines: [line] })
    else chunks.at(-1)?.lines.push(line)
  }
  return chunks
}

/** The text and what stands below it, as the one paragraph of an article that has no heading. */
function readBelow(context: Context, lines: readonly Line[]): Paragraph {
  const start: ArticleNode = { ordinal: [], number: '', title: emptyText, paragraphs: [] }
  const { articles } = readProvisions(lines, start)
  // One paragraph has a place for all of it only as text.
  if (articles.length > 1 || start.paragraphs.length > 1)
    return { number: 1, ...leaf(context, join(lines.map((l) => l.text))) }
  const [article] = writeArticles(context, [start])
  return article?.paragraphs[0] ?? { number: 1, text: '' }
}

/** The label of a chunk, and its lines without it. */
function labelOf(context: Context, { reading, titleEnd, lines }: Chunk) {
  const [first, ...rest] = lines
  if (!first || !reading) return { lines, title: undefined }
  let from = titleEnd
  while (first.folded[from] === ' ') from++
  return { lines: [withoutStart(first, from), ...rest], title: leaf(context, slice(first.text, 0, titleEnd)) }
}

const numberIn = (reading: LabelReading): string => numberOf(reading.ordinal as Ordinal, reading.upTo)

/** （検討） on a line of its own, over the paragraph below it. */
const captionAlone = /^\([^()]{1,40}\)$/u

function readParagraphs(context: Context, given: readonly Line[]): Paragraph[] {
  const captions = new Map<Line | undefined, Line>()
  const lines = given.filter((line, i) => {
    const next = given[i + 1]
    const heads = next !== undefined && captionAlone.test(line.folded) && readLabel(next.folded) !== undefined
    if (heads) captions.set(next, line)
    return !heads
  })
  return chunksOf(lines, /^(?:arabic\.?|kanji|circled)$/u).map((chunk) => {
    const over = captions.get(chunk.lines[0])
    const { title, lines: body } = labelOf(context, chunk)
    const paragraph = readBelow(context, body)
    paragraph.number = chunk.reading?.ordinal[0] ?? 1
    if (title) {
      paragraph.title = title.text
      paragraph.where = { title: title.at }
    }
    if (over) {
      const caption = takeCaption(context, over.text)
      paragraph.caption = caption.text
      paragraph.where = { ...paragraph.where, caption: caption.at }
    }
    return paragraph
  })
}

function readItems(context: Context, lines: readonly Line[]): Item[] {
  return chunksOf(lines, /./u).map((chunk) => {
    const { title, lines: body } = labelOf(context, chunk)
    const { text, items, at } = readBelow(context, body)
    return {
      number: chunk.reading ? numberIn(chunk.reading) : '1',
      title: title?.text ?? '',
      text,
      ...(items ? { items } : {}),
      ...(at ? { at } : {}),
      ...(title ? { where: { title: title.at } } : {}),
    }
  })
}

/** Which kind of provisions stand after a sentence: what it says, or what the place is that is written anew. */
function contentKind({ content, operation }: Clause): Exclude<Clause['content'], 'any' | undefined> | 'text' {
  const { target } = operation
  // 次の１項 is of a table where a table is named.
  if (content === 'paragraph' && target.appendedTable !== undefined) return 'row'
  if (content && content !== 'any') return content
  if (target.part !== undefined && target.part !== 'caption') return 'text'
  if (target.column !== undefined) return 'text'
  if (target.appendedTable !== undefined) return 'row'
  if (target.item !== undefined) return 'item'
  if (target.paragraph !== undefined) return 'paragraph'
  return 'article'
}

/** New 別表 with what stands below their headings. */
function readTables(context: Context, { operation }: Clause, blocks: readonly Block[]): AppendedTable[] {
  return appendedTableHeads(context, blocks).map(({ table, blocks: own }): AppendedTable => {
    const { sections = [], initiatives = [], rows, where } = readTableContent(context, operation.target, own)
    const headless = initiatives.length > 0 ? [{ title: '', initiatives }] : []
    return {
      ...table,
      sections: [...sections, ...headless],
      ...(rows ? { rows, where: { ...table.where, ...where } } : {}),
    }
  })
}

/** The new provisions that follow a sentence. */
export function readContent(context: Context, clause: Clause, blocks: readonly Block[]): AmendmentContent {
  const kind = contentKind(clause)
  const [first] = blocks
  // A table that is written anew has its heading again.
  const headed = first?.kind === 'line' && isAppendedTableHeading(first)
  if ((kind === 'row' || kind === 'table') && !headed) return readTableContent(context, clause.operation.target, blocks)
  if (kind === 'table' || kind === 'row') return { appendedTables: readTables(context, clause, blocks) }
  const lines = blocks.flatMap(provisionLines)
  if (kind === 'article') return { articles: writeArticles(context, readProvisions(lines).articles) }
  if (kind === 'paragraph') return { paragraphs: readParagraphs(context, lines) }
  if (kind === 'item') return { items: readItems(context, lines) }
  return { text: leaf(context, join(lines.map((l) => l.text))).text }
}
