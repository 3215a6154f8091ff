import type { Source } from '../read/source.ts'
import { isWhite } from '../text/characters.ts'
import { closeLetterSpacing, isLetterSpaced, isScattered } from '../text/clean.ts'
import { fold, replaceRadicals } from '../text/fold.ts'
import { filter, slice, type Text, textOf, trim } from '../text/text.ts'
import type { Line } from './block.ts'
import { lineStartsIn } from './flattened.ts'

/** Columns a margin takes: a full-width space and a tab take two. */
function width(margin: string): number {
  let n = 0
  for (const c of margin) n += c === '\u3000' || c === '\t' ? 2 : 1
  return n
}

/** Marks of Markdown before a heading, and around a whole bold line. */
const headingMark = /^#{1,6}\s+/u
const boldLine = /^\*\*(?=[^*])|(?<=[^*])\*\*$/gu

/** Marks of bold words inside a line: **第１条**　この協約は… */
function withoutBold(text: Text): Text {
  const { value } = text
  if (!value.includes('**')) return text
  const marks = [...value.matchAll(/\*\*/gu)].map((m) => m.index)
  if (marks.length % 2 > 0) return text
  const dropped = new Set(marks.flatMap((i) => [i, i + 1]))
  return filter(text, (i) => !dropped.has(i))
}

function withoutMarks(text: Text): Text {
  const { value } = text
  if (!value.startsWith('#') && !value.includes('**')) return text
  const lead = headingMark.exec(value)?.[0].length ?? 0
  const bold = [...value.matchAll(boldLine)]
  const start = bold[0]?.index === 0 ? 2 : lead
  const end = bold.at(-1)?.index ? value.length - 2 : value.length
  return start === 0 && end === value.length ? text : trim(slice(text, start, end))
}

export function lineOf(printed: Text, gap: number, page: number | undefined): Line {
  const trimmed = withoutMarks(withoutBold(trim(printed)))
  const letterSpaced = isLetterSpaced(trimmed.value)
  const text = letterSpaced || isScattered(trimmed.value) ? closeLetterSpacing(trimmed) : trimmed
  return {
    kind: 'line',
    text,
    folded: fold(text.value),
    printed,
    indent: width(printed.value.slice(0, printed.value.length - printed.value.trimStart().length)),
    gap,
    page,
    letterSpaced,
    ended: isWhite(printed.value.charCodeAt(printed.value.length - 1)),
  }
}

/** A text as a line that stands as it was put together, of whose setting nothing is known: cells, rows. */
export const plainLine = (text: Text, page: number | undefined, folded = fold(text.value)): Line => ({
  kind: 'line',
  text,
  folded,
  printed: text,
  indent: 0,
  gap: 0,
  page,
  letterSpaced: false,
  ended: true,
})

/** The lines of a source that hold anything, in order, radicals replaced. */
export function linesOf(source: Source): Line[] {
  const lines: Line[] = []
  for (const page of source.pages) {
    let gap = 0
    let start = page.span[0]
    while (start < page.span[1]) {
      let end = source.text.indexOf('\n', start)
      if (end < 0 || end > page.span[1]) end = page.span[1]
      if (source.text.slice(start, end).trim() === '') gap++
      else {
        const printed = textOf(source.text, start, end)
        const text = { value: replaceRadicals(printed.value), offsets: printed.offsets }
        const starts = lineStartsIn(text.value)
        for (let i = 0; i <= starts.length; i++) {
          const part = slice(text, starts[i - 1] ?? 0, starts[i])
          if (part.value.trim() !== '') lines.push(lineOf(part, i === 0 ? gap : 0, page.number))
        }
        gap = 0
      }
      start = end + 1
    }
  }
  return lines
}
