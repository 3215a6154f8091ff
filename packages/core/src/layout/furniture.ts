import type { Furniture } from '../schema/at.ts'
import type { Text } from '../text/text.ts'
import type { Block, Line } from './block.ts'

export interface PageFurniture {
  kind: Furniture['kind']
  text: Text
}

/** - 3 -, 3/10, P3, 第3頁: a number with the marks of a page number. */
const decorated =
  /^(?:- ?[0-9]{1,4} ?-|~ ?[0-9]{1,4} ?~|[0-9]{1,4} ?\/ ?[0-9]{1,4}(?: ?ページ)?|(?:p|P)\.? ?[0-9]{1,4}|第? ?[0-9]{1,4} ?(?:ページ|頁)|- ?[0-9]{1,4}|[0-9]{1,4} ?-)$/u
const bareNumber = /^[0-9]{1,4}$/u

/** Pages hold more lines than this: numbers closer together are values of a table. */
const shortestPage = 8
/** Lines at the top and at the bottom of a page that can be headers. */
const edge = 2
/** A header stands on at least this many pages and on this share of them. */
const fewestPages = 2
const headerShare = 0.5

const apart = (blocks: readonly Block[], i: number): boolean => {
  const line = blocks[i] as Line
  const next = blocks[i + 1]
  const before = blocks[i - 1]
  return (
    (line.gap > 0 || before === undefined || before.page !== line.page) &&
    (next === undefined || next.kind === 'table' || next.gap > 0 || next.page !== line.page)
  )
}

/** Bare numbers that stand apart and count up through the text, a page's lines or more between them. */
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

const digits = /[0-9]+/gu
const hasWords = ({ line }: EdgeLine): boolean => /\p{L}/u.test(line.folded)

/** Whether the numbers of lines that are otherwise alike count the pages, or are the same on every page beside words that are. */
function countsPages(lines: readonly EdgeLine[]): boolean {
  const numbers = lines.map(({ line }) => (line.folded.match(digits) ?? []).map(Number))
  const first = numbers[0] ?? []
  return first.every((_, i) => {
    const same = hasWords(lines[0] as EdgeLine) && numbers.every((n) => n[i] === first[i])
    return (
      same ||
      numbers.every(
        (n, k) => (n[i] as number) - (lines[k] as EdgeLine).page === (first[i] as number) - (lines[0] as EdgeLine).page,
      )
    )
  })
}

const squashed = (folded: string): string => folded.replaceAll(' ', '')

/** Whether a text that stands page after page may be a title where it stands first: it has words, and no line before it has them all. */
function mayBeTitle(first: EdgeLine, blocks: readonly Block[]): boolean {
  if (!hasWords(first)) return false
  const words = squashed(first.line.folded)
  for (const b of blocks) {
    if (b === first.line) return true
    if (b.kind === 'line' && squashed(b.folded).includes(words)) return false
  }
  return true
}

/**
 * Lines at the edges of pages that stand there page after page, page numbers aside. The first of each may be a title: it
 * stays. Sentences are no headers.
 */
function runningHeaders(blocks: readonly Block[], free: (line: Line) => boolean): Set<Block> {
  const pages = new Map<number, Line[]>()
  for (const b of blocks) {
    if (b.kind !== 'line' || b.page === undefined) continue
    const lines = pages.get(b.page)
    if (lines) lines.push(b)
    else pages.set(b.page, [b])
  }
  const byText = new Map<string, EdgeLine[]>()
  for (const [page, lines] of pages) {
    for (const line of new Set([...lines.slice(0, edge), ...lines.slice(-edge)])) {
      if (!free(line) || line.folded.endsWith('。')) continue
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
    headers.flatMap((lines) => lines.slice(mayBeTitle(lines[0] as EdgeLine, blocks) ? 1 : 0).map((l) => l.line)),
  )
}

/**
 * Parts page numbers and running headers from the text. `isContent` says of a line, and what stands before it, that it is none,
 * whatever it looks like: the headings of a table that goes on are printed page after page too.
 */
export function splitFurniture(
  blocks: readonly Block[],
  isContent: (line: Line, before?: Block) => boolean,
): { blocks: Block[]; furniture: PageFurniture[] } {
  const free = (line: Line, before?: Block): boolean => !isContent(line, before)
  const numbers = bareNumbers(blocks, free)
  const headers = runningHeaders(blocks, free)
  const kindOf = (line: Line): PageFurniture['kind'] | undefined => {
    if (line.furniture && free(line)) return line.furniture
    if (numbers.has(line) || (decorated.test(line.folded) && free(line))) return 'page-number'
    if (!headers.has(line)) return undefined
    return bareNumber.test(line.folded) ? 'page-number' : 'running-header'
  }
  const kept: Block[] = []
  const furniture: PageFurniture[] = []
  for (const block of blocks) {
    const kind = block.kind === 'line' ? kindOf(block) : undefined
    if (block.kind === 'line' && kind) furniture.push({ kind, text: block.text })
    else kept.push(block)
  }
  return { blocks: kept, furniture }
}
