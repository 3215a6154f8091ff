import type { Furniture } from '../schema/at.ts'
import { endsWithAny, startsWithAny } from '../text/characters.ts'
import type { Text } from '../text/text.ts'
import type { Block, Line } from './block.ts'
import { trailingNumbers, withoutTrailing } from './trailing-number.ts'

export interface PageFurniture {
  kind: Furniture['kind']
  text: Text
}

/** - 3 -, 3/10, P3, 第3頁: a number with the marks of a page number. */
const decoration =
  /^(?:- ?[0-9]{1,4} ?-|~ ?[0-9]{1,4} ?~|[0-9]{1,4} ?\/ ?[0-9]{1,4}(?: ?ページ)?|(?:p|P)\.? ?[0-9]{1,4}|第? ?[0-9]{1,4} ?(?:ページ|頁)|- ?[0-9]{1,4}|[0-9]{1,4} ?-)$/u
const isDecorated = (folded: string): boolean =>
  startsWithAny(folded, '-~pP第0123456789') && endsWithAny(folded, '-~ジ頁0123456789') && decoration.test(folded)
const bareNumber = /^[0-9]{1,4}$/u
const digits = /[0-9]+/gu

/** Pages hold more lines than this: numbers closer together are values of a table. */
const shortestPage = 8
/** Lines at the top and at the bottom of a page that can be headers. */
const edge = 2
/** A header stands on at least this many pages and on this share of them. */
const fewestPages = 2
const headerShare = 0.5
/** Page numbers stand on this share of the pages at least: covers and sections may go without. */
const numberShare = 0.25

const apart = (blocks: readonly Block[], i: number): boolean => {
  const line = blocks[i] as Line
  const next = blocks[i + 1]
  const before = blocks[i - 1]
  return (
    (line.gap > 0 || before === undefined || before.page !== line.page) &&
    (next === undefined || next.kind === 'table' || next.gap > 0 || next.page !== line.page)
  )
}

/** The lines of each page, where pages are known. */
function linesByPage(blocks: readonly Block[]): Map<number, Line[]> {
  const pages = new Map<number, Line[]>()
  for (const b of blocks) {
    if (b.kind !== 'line' || b.page === undefined) continue
    const lines = pages.get(b.page)
    if (lines) lines.push(b)
    else pages.set(b.page, [b])
  }
  return pages
}

/** The lines of a page that can be furniture, the outermost first. */
const edgesOf = (lines: readonly Line[]): Line[] => [
  ...new Set([...lines.slice(-edge).reverse(), ...lines.slice(0, edge)]),
]

/** Page numbers by their place and their count: those at the edges of pages that go up with the pages, one a page; a value that a page was cut at does not. */
function countingNumbers(pages: ReadonlyMap<number, readonly Line[]>): Set<Block> {
  /** By their form and the number that the first page would have. */
  const byCount = new Map<string, Map<number, Line>>()
  for (const [page, lines] of pages) {
    for (const line of edgesOf(lines)) {
      if (!bareNumber.test(line.folded) && !isDecorated(line.folded)) continue
      const count = `${line.folded.replace(digits, '#')} ${Number(line.folded.match(digits)?.[0]) - page}`
      const found = byCount.get(count) ?? new Map<number, Line>()
      if (!found.has(page)) found.set(page, line)
      byCount.set(count, found)
    }
  }
  const fewest = Math.max(fewestPages, pages.size * numberShare)
  return new Set([...byCount.values()].filter((found) => found.size >= fewest).flatMap((found) => [...found.values()]))
}

/** Bare numbers of a text without pages that stand apart and count up, a page's lines or more between them. */
function bareNumbers(blocks: readonly Block[], free: (line: Line, before?: Block) => boolean): Set<Block> {
  const found: { index: number; n: number }[] = []
  blocks.forEach((b, index) => {
    if (b.kind === 'line' && bareNumber.test(b.folded) && free(b, blocks[index - 1]) && apart(blocks, index))
      found.push({ index, n: Number(b.folded) })
  })
  const counting = found.every((f, i) => {
    const before = found[i - 1]
    return before === undefined || (f.n > before.n && f.index - before.index >= shortestPage)
  })
  return new Set(counting ? found.map((f) => blocks[f.index] as Block) : [])
}

interface EdgeLine {
  line: Line
  page: number
}

/** Items and sentences, as sums and marks, can be alike at the edges of many pages. */
const isItem = /^[・･●○◎]|。$/u
/** Sums and marks can be alike at the edges of many pages. */
const hasWords = (line: Line): boolean => /\p{L}/u.test(line.folded)

/** Whether the numbers of lines that are otherwise alike are the same on every page, or count the pages. */
function countsPages(lines: readonly EdgeLine[]): boolean {
  const numbers = lines.map(({ line }) => (line.folded.match(digits) ?? []).map(Number))
  const first = numbers[0] ?? []
  return first.every((_, i) => {
    const same = numbers.every((n) => n[i] === first[i])
    return (
      same ||
      numbers.every(
        (n, k) => (n[i] as number) - (lines[k] as EdgeLine).page === (first[i] as number) - (lines[0] as EdgeLine).page,
      )
    )
  })
}

const squashed = (folded: string): string => folded.replaceAll(' ', '')

/** Whether a text that stands page after page may be a title where it stands first: no line before it has its words. */
function mayBeTitle(first: EdgeLine, blocks: readonly Block[]): boolean {
  const words = squashed(first.line.folded)
  for (const b of blocks) {
    if (b === first.line) return true
    if (b.kind === 'line' && !b.furniture && squashed(b.folded).includes(words)) return false
  }
  return true
}

/**
 * Lines at the edges of pages that stand there page after page, page numbers aside. The first of each may be a title: it
 * stays. Sentences are no headers.
 */
function runningHeaders(
  blocks: readonly Block[],
  pages: ReadonlyMap<number, readonly Line[]>,
  free: (line: Line) => boolean,
): Set<Block> {
  const byText = new Map<string, EdgeLine[]>()
  for (const [page, lines] of pages) {
    for (const line of edgesOf(lines)) {
      if (!free(line) || isItem.test(line.folded) || !hasWords(line)) continue
      const key = line.folded.replace(digits, '#')
      const known = byText.get(key)
      if (known) known.push({ line, page })
      else byText.set(key, [{ line, page }])
    }
  }
  const headers = [...byText.values()].filter(
    (lines) => lines.length >= fewestPages && lines.length > pages.size * headerShare && countsPages(lines),
  )
  return new Set(
    headers.flatMap((lines) => {
      // Below a header known by its place, the cover of a page has the same words once more.
      const first = lines.find((l) => !l.line.furniture && l.page === lines[0]?.page) ?? (lines[0] as EdgeLine)
      return lines.filter((l) => l !== first || !mayBeTitle(first, blocks)).map((l) => l.line)
    }),
  )
}

/** 第2期西三河連携中枢都市圏ビジョン, as it stands over every sheet of a file that has no cover. */
const nameOfDocument = /^[^。、,]{0,60}(?:ビジョン|協定|協約)[^。、,]{0,20}$/u

/** The first of the lines over all pages that alone says what the document is called. */
function onlyTitle(blocks: readonly Block[]): Block | undefined {
  const isHeader = (b: Block): boolean => b.kind === 'line' && b.furniture === 'running-header'
  const isNamed = (b: Block): boolean => b.kind === 'line' && nameOfDocument.test(b.folded)
  const header = blocks.find((b) => isHeader(b) && isNamed(b))
  return header && !blocks.some((b) => !isHeader(b) && isNamed(b)) ? header : undefined
}

/**
 * Parts page numbers, running headers and notes from the text. `isContent` says of a line, and what stands before it, that it is none,
 * whatever it looks like: the headings of a table that goes on are printed page after page too.
 */
export function splitFurniture(
  blocks: readonly Block[],
  isContent: (line: Line, before?: Block) => boolean,
): { blocks: Block[]; furniture: PageFurniture[]; asides: Line[] } {
  const free = (line: Line, before?: Block): boolean => !isContent(line, before)
  const pages = linesByPage(blocks)
  const numbers = pages.size > 1 ? countingNumbers(pages) : bareNumbers(blocks, free)
  const headers = runningHeaders(blocks, pages, free)
  const title = onlyTitle(blocks)
  const trailing = trailingNumbers(blocks)
  const kindOf = (line: Line): PageFurniture['kind'] | undefined => {
    if (line === title) return undefined
    if (line.furniture && free(line)) return line.furniture
    if (numbers.has(line) || (isDecorated(line.folded) && free(line))) return 'page-number'
    return headers.has(line) ? 'running-header' : undefined
  }
  const kept: Block[] = []
  const furniture: PageFurniture[] = []
  const asides: Line[] = []
  for (const block of blocks) {
    if (block.kind === 'line' && block.aside) {
      asides.push(block)
      continue
    }
    const kind = block.kind === 'line' ? kindOf(block) : undefined
    if (block.kind === 'line' && kind) furniture.push({ kind, text: block.text })
    else {
      const from = trailing.get(block)
      const parted = block.kind === 'line' && from !== undefined ? withoutTrailing(block, from) : undefined
      if (parted) furniture.push({ kind: 'page-number', text: parted.number })
      kept.push(parted?.line ?? block)
    }
  }
  return { blocks: kept, furniture, asides }
}
