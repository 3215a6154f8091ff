import { endsWithAny } from '../text/characters.ts'
import { slice, type Text, trim } from '../text/text.ts'
import type { Block, Line } from './block.ts'

/** - 3 - behind words or alone: the number of a page, copied into a line. Values of a table stand between dashes, too. */
const dashed = /(?:(?<=[^ -]) +|^)-( ?)([0-9]{1,4}) ?-$/u
/** 2/3 behind words, or alone; a share of a sum is written so, too. */
const fraction = /(?:(?<=[^ ])( +)|^)([0-9]{1,3}) ?\/ ?([0-9]{1,3})$/u
/** Pages hold more lines than this. */
const shortestPage = 8
const longestEnding = 16

interface Found {
  line: Line
  from: number
  at: number
  n: number
}

/** What a form finds at the ends of lines. */
function endings(lines: readonly Line[], last: string, form: RegExp): { found: Found; match: RegExpExecArray }[] {
  return lines.flatMap((line, at) => {
    if (!endsWithAny(line.folded, last)) return []
    const tail = line.folded.slice(-longestEnding)
    const match = form.exec(tail)
    return match
      ? [{ found: { line, at, from: line.folded.length - tail.length + match.index, n: Number(match[2]) }, match }]
      : []
  })
}

/** Whether numbers go up by one, a page's lines between them. */
const counts = (own: readonly Found[]): boolean =>
  own.every(({ n, at }, i) => {
    const before = own[i - 1]
    return before === undefined || (n === before.n + 1 && at - before.at >= shortestPage)
  })

/** Fractions that number all pages there are: 1/3, 2/3, 3/3. */
function fractions(lines: readonly Line[]): Found[] {
  const byPages = new Map<string, Found[]>()
  for (const { found, match } of endings(lines, '0123456789', fraction)) {
    const pages = match[3] as string
    const own = byPages.get(pages)
    if (own) own.push(found)
    else byPages.set(pages, [found])
  }
  return [...byPages].flatMap(([pages, own]) =>
    own.length > 1 && own.length === Number(pages) && own[0]?.n === 1 && counts(own) ? own : [],
  )
}

/** Numbers between dashes: without spaces between them, behind a sentence, or where they count. */
function dashes(lines: readonly Line[]): Found[] {
  const all = endings(lines, '-', dashed)
  const found = all.map((e) => e.found)
  if (found.length > 1 && counts(found)) return found
  return all.flatMap((e) => (e.match[1] === '' || e.found.line.folded[e.found.from - 1] === '。' ? [e.found] : []))
}

/** Lines that end with the number of a page, and where that begins. Lines that are nothing else are not among them. */
export function trailingNumbers(blocks: readonly Block[]): Map<Block, number> {
  const lines = blocks.filter((b): b is Line => b.kind === 'line')
  const found = [...fractions(lines), ...dashes(lines)].filter(({ from }) => from > 0)
  return new Map(found.map(({ line, from }) => [line, from]))
}

/** A line without the number at its end, and that. */
export function withoutTrailing(line: Line, from: number): { line: Line; number: Text } {
  const words = slice(line.text, 0, from)
  const lost = line.text.value.length - from
  const printed = slice(line.printed, 0, line.printed.value.trimEnd().length - lost)
  return {
    line: { ...line, text: words, folded: line.folded.slice(0, from), printed },
    number: trim(slice(line.text, from)),
  }
}
