import type { Line } from '../../layout/block.ts'
import { concat, slice, type Text } from '../../text/text.ts'
import { isRoleLabel, labelOf, longestLabelled } from '../party/role-label.ts'
import { isInitiativeWord } from '../role-table/initiative-word.ts'
import { type ArticleHeading, readArticleHeading, type SectionForm } from './article-heading.ts'
import { bareCaptions } from './bare-caption.ts'
import { captionOnLine, closingBracket, isCaptionText, isHistoryNote } from './caption.ts'
import { continuation, type ItemLevels, isPossible, open, openLevels, proceed, readBullet, skip } from './item.ts'
import { type Label, numberOf, type Ordinal, readLabel } from './numbering.ts'
import {
  captionWithoutNumber,
  firstParagraph,
  laterParagraph,
  nextParagraph,
  type ParagraphRow,
  paragraphOf,
} from './paragraph.ts'
import { isRow, rowsOfSpaces } from './provision-table.ts'
import { endsParagraph, endsSentence, marginOf, wrapColumns } from './provisions-flow.ts'
import type { ArticleNode, HeadingNode, ParagraphNode, ProvisionTree } from './provisions-tree.ts'
import { firstNumbered, sectionForm } from './section-form.ts'
import { isUnnumberedParagraph } from './unnumbered-paragraph.ts'

const division =
  /^第(?:[0-9]{1,3}|[一二三四五六七八九十百]{1,6})[編章節款目](?:の(?:[0-9]{1,3}|[一二三四五六七八九十]{1,4})){0,3}(?: |$)/u
/** A line that is nothing but a mark of the sheet: 【連携協約１】. */
const sheetMark = /^【[^【】]{1,40}】$/u
/** 【取組の内容】 heads a part of what stands under it. */
const isMark = (folded: string): boolean => {
  const inside = folded.slice(1, -1)
  return sheetMark.test(folded) && !isRoleLabel(inside) && !isInitiativeWord(inside)
}
/** 【救急医療】 over （取組内容） titles what stands below it in the same provision. */
const titlesRoles = (line: Line, next: Line | undefined): boolean =>
  isMark(line.folded) && next !== undefined && labelOf(next.folded.slice(0, longestLabelled)) !== undefined
/** Lines that a caption may be wrapped over. */
const longestCaptionLines = 3

/** What the machine that reads provisions holds between two lines. */
interface State {
  margin: number | undefined
  sections: SectionForm | undefined
  /** Old statutes have no full stops. */
  punctuated: boolean
  last: Ordinal | undefined
  row: ParagraphRow | undefined
  items: ItemLevels | undefined
  caption: Text | undefined
  /** The caption of a paragraph that is to come. */
  over: Text | undefined
  /** Where a line without a label goes on. */
  sink: Text[] | undefined
  tree: ProvisionTree
}

function begin(
  state: State,
  paragraphs: ParagraphNode[],
  paragraph: ParagraphNode,
  form: string | undefined,
  margin: number,
): void {
  if (state.over) paragraph.caption = state.over
  state.over = undefined
  paragraphs.push(paragraph)
  state.row = { paragraph, form, margin }
  state.items = openLevels(paragraph)
  state.sink = paragraph.lines
}

function beginArticle(
  state: State,
  heading: ArticleHeading,
  line: Line,
  caption: Text | undefined,
  from: number,
): void {
  const article: ArticleNode = {
    ordinal: heading.ordinal,
    number: numberOf(heading.ordinal, heading.upTo),
    title: slice(line.text, 0, heading.titleEnd),
    paragraphs: [],
    ...(caption ? { caption } : {}),
  }
  state.tree.articles.push(article)
  state.last = heading.upTo ?? heading.ordinal
  state.caption = undefined
  begin(state, article.paragraphs, { number: 1, lines: [], items: [] }, undefined, marginOf(line))
  readBody(state, sliceLine(line, from), true)
}

/** The rest of a line, which may start with a label of its own: 第３条　１　甲は… */
const sliceLine = (line: Line, from: number): Line => ({
  ...line,
  text: slice(line.text, from),
  folded: line.folded.slice(from),
})

function articleAt(
  line: Line,
  last: Ordinal | undefined,
  fresh: boolean,
  sections: SectionForm | undefined,
): ArticleHeading | undefined {
  const heading = readArticleHeading(line.folded, { last, fresh, sections })
  return heading?.after === 'bracket' && !captionOnLine(line, heading) ? undefined : heading
}

/** A caption and its article on one line: （費用）第４条　… */
function captionBefore(
  line: Line,
  last: Ordinal | undefined,
): { caption: Text; line: Line; heading: ArticleHeading } | undefined {
  const close = closingBracket(line.folded)
  if (close < 0 || !isCaptionText(line.folded.slice(1, close - 1))) return undefined
  const start = close + line.folded.slice(close).search(/[^ ]|$/u)
  const rest = sliceLine(line, start)
  const heading = rest.folded[0] === '第' ? articleAt(rest, last, true, undefined) : undefined
  return heading && heading.after !== 'text' ? { caption: slice(line.text, 0, close), line: rest, heading } : undefined
}

/** The lines of a caption that starts at `i` and stands over an article (or numbered paragraph), joined. */
function captionAt(
  lines: readonly Line[],
  i: number,
  state: State,
): { text: Text; lines: number; article: boolean } | undefined {
  const first = lines[i] as Line
  if (!/^[([〔【]/u.test(first.folded) || isHistoryNote(first.folded)) return undefined
  let folded = ''
  const parts: Text[] = []
  for (let n = 1; n <= longestCaptionLines && i + n <= lines.length; n++) {
    const line = lines[i + n - 1] as Line
    folded += line.folded
    parts.push(line.text)
    const close = closingBracket(folded)
    if (close < 0) continue
    const next = lines[i + n]
    if (close !== folded.trimEnd().length || !isCaptionText(folded.slice(1, close - 1)) || !next) return undefined
    const article = articleAt(next, state.last, true, state.sections) !== undefined
    const label = article ? undefined : readLabel(next.folded)
    const numbered =
      label !== undefined &&
      state.row !== undefined &&
      (nextParagraph(state.row, label) ?? firstParagraph(state.row, label)) !== undefined
    if (!article && (!numbered || isRoleLabel(folded.slice(1, close - 1)))) return undefined
    return { text: concat(parts), lines: n, article }
  }
  return undefined
}

/** Before the first line of provisions. */
const stateAt = (margin: State['margin'], sections: State['sections'], punctuated: boolean): State => ({
  margin,
  sections,
  punctuated,
  last: undefined,
  row: undefined,
  items: undefined,
  caption: undefined,
  over: undefined,
  sink: undefined,
  tree: { articles: [], headings: [] },
})

/** Index of the first line of the articles, the caption over the first included; the number of lines where there are none. */
export function firstArticle(lines: readonly Line[]): number {
  const margin = wrapColumns(lines)
  const sections = sectionForm(lines, false)
  if (sections === 'number' || sections === 'roman') return firstNumbered(lines, false, sections)
  const state = stateAt(margin, sections, true)
  let fresh = true
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line
    if (
      articleAt(line, undefined, fresh, sections) ||
      (fresh && (captionBefore(line, undefined) || captionAt(lines, i, state)?.article))
    ) {
      let start = i
      while (start > 0 && division.test((lines[start - 1] as Line).folded.slice(0, 24))) start--
      return start
    }
    fresh = endsParagraph(line, margin)
  }
  return lines.length
}

/** A line below an article heading: the next paragraph, an item at some depth, or text that goes on. */
function readBody(state: State, line: Line, fresh: boolean): void {
  const { row, items } = state
  const label = readLabel(line.folded, line.letterSpaced && fresh)
  if (row && items && label && isPossible(label, line, fresh) && readLabelled(state, row, items, label, line, fresh))
    return
  if (items && fresh && !label && readBullet(items, line)) {
    state.sink = items.deepest.lines
    return
  }
  if (line.text.value !== '') state.sink?.push(line.text)
}

function readLabelled(
  state: State,
  row: ParagraphRow,
  items: ItemLevels,
  label: Label,
  line: Line,
  fresh: boolean,
): boolean {
  const first = firstParagraph(row, label)
  if (first) {
    row.paragraph.title = slice(line.text, 0, label.titleEnd)
    if (state.over) row.paragraph.caption = state.over
    state.over = undefined
    row.form = first.form
    row.margin = marginOf(line)
    state.sink?.push(slice(line.text, label.end))
    return true
  }
  const further = continuation(items, label, line)
  const next = nextParagraph(row, label)
  if (next && (!further || Math.abs(row.margin - marginOf(line)) < further.distance)) {
    nextOf(state, row, paragraphOf(next, label, line), next.form, marginOf(line))
    return true
  }
  if (further) proceed(items, further, label, line)
  else if (!open(items, label, line)) {
    const skipped = fresh ? skip(items, label) : undefined
    const later = fresh && !skipped ? laterParagraph(row, label) : undefined
    if (later) nextOf(state, row, paragraphOf(later, label, line), later.form, marginOf(line))
    if (later) return true
    if (!skipped) return false
    proceed(items, skipped, label, line)
  }
  state.sink = items.deepest.lines
  return true
}

function nextOf(
  state: State,
  row: ParagraphRow,
  paragraph: ParagraphNode,
  form: string | undefined,
  margin: number,
): void {
  const article = state.tree.articles.at(-1)
  if (article) begin(state, article.paragraphs, paragraph, form ?? row.form, margin)
}

/** Begins a paragraph with its caption, where the one before it has text. */
function beginCaptioned(state: State, caption: Text): void {
  const { row } = state
  if (!row) return
  const { paragraph, margin } = row
  if (paragraph.lines.length === 0) paragraph.caption = caption
  else nextOf(state, row, { number: paragraph.number + 1, caption, lines: [], items: [] }, undefined, margin)
}

/**
 * Articles, paragraphs and items of lines that hold nothing else, with the headings between them. A label opens a level
 * when it is the first of its form, or continues an open level when it is the next; else it is text, as at the start of
 * a wrapped line. `start` stands for an article where there is none, as above the paragraphs of a 附則.
 */
export function readProvisions(lines: readonly Line[], start?: ArticleNode): ProvisionTree {
  const state = stateAt(wrapColumns(lines), start ? undefined : sectionForm(lines, true), lines.some(endsSentence))
  const { tree } = state
  if (start) {
    tree.articles.push(start)
    begin(state, start.paragraphs, { number: 1, lines: [], items: [] }, undefined, 0)
  }
  const standing = (heading: HeadingNode): void => {
    tree.headings.push(heading)
  }
  const rows = rowsOfSpaces(lines)
  const bare = bareCaptions(lines, state.margin, state.sections)
  let fresh = true
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line
    const row = isRow(line.text) ? line.text : rows.get(line)
    if (row && state.sink) {
      state.sink.push(row)
      fresh = true
      continue
    }
    const heading = articleAt(line, state.last, fresh, state.sections)
    if (heading) {
      const onLine = bare.has(line)
        ? { caption: slice(line.text, heading.end), from: line.folded.length }
        : heading.after === 'bracket'
          ? captionOnLine(line, heading)
          : undefined
      beginArticle(state, heading, line, onLine?.caption ?? state.caption, onLine?.from ?? heading.end)
      fresh = bare.has(line) || endsParagraph(line, state.margin)
      continue
    }
    const before = fresh ? captionBefore(line, state.last) : undefined
    if (before) {
      beginArticle(state, before.heading, before.line, before.caption, before.heading.end)
      fresh = endsParagraph(line, state.margin)
      continue
    }
    const caption = captionAt(lines, i, state)
    if (caption && (caption.article || fresh)) {
      if (caption.article) state.caption = caption.text
      else state.over = caption.text
      i += caption.lines - 1
      fresh = true
      continue
    }
    if (fresh && division.test(line.folded.slice(0, 24))) {
      const node: HeadingNode = { lines: [line.text] }
      standing(node)
      state.sink = node.lines
      state.row = undefined
      continue
    }
    const over = start && fresh ? captionWithoutNumber(state.row, lines, i) : undefined
    if (over) {
      beginCaptioned(state, over)
      continue
    }
    if (state.row && state.row.paragraph.items.length > 0 && titlesRoles(line, lines[i + 1])) {
      state.sink?.push(line.text)
      fresh = true
      continue
    }
    if ((fresh && isMark(line.folded)) || isHistoryNote(line.folded)) {
      standing({ lines: [line.text] })
      continue
    }
    if (fresh && isUnnumberedParagraph(state, lines, i)) {
      const row = state.row as ParagraphRow
      nextOf(state, row, { number: row.paragraph.number + 1, lines: [line.text], items: [] }, row.form, row.margin)
    } else readBody(state, line, fresh)
    if (state.over) standing({ lines: [state.over] })
    state.over = undefined
    fresh = endsParagraph(line, state.margin)
  }
  return tree
}
