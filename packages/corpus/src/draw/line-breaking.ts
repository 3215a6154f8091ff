/** Columns that a character takes in a fixed-width font: 2 for Japanese ones, 1 for the rest. */
export const columnsOf = (c: string): number => (c.charCodeAt(0) > 0xff && !(c >= '｡' && c <= 'ﾟ') ? 2 : 1)
export const widthOf = (text: string): number => {
  let n = 0
  for (const c of text) n += columnsOf(c)
  return n
}

/** No line begins with these (行頭禁則) … */
const notFirst = /[、。，．）」』】〕・ーァィゥェォャュョッぁぃぅぇぉゃゅょっ,.)%]/u
/** … or ends with these (行末禁則). */
const notLast = /[（「『【〔(]/u
const latin = /[A-Za-z0-9,.%~-]/u

/** Indices at which a line may end: not inside Latin words or numbers, nor against the rules for punctuation. */
function mayBreak(text: string, at: number): boolean {
  const before = text[at - 1] as string
  const after = text[at] as string
  if (notFirst.test(after) || notLast.test(before)) return false
  return !(latin.test(before) && latin.test(after))
}

const isSpace = (c: string | undefined): boolean => c === ' ' || c === '　'

/**
 * Places [start, end) of the lines that a text is broken into, the first no wider than `first`, the others than `rest`.
 * `measure` gives the width of a character. A line that can be broken nowhere is broken where it is full.
 */
export function lineRanges(
  text: string,
  first: number,
  rest = first,
  measure: (c: string) => number = columnsOf,
): [number, number][] {
  const lines: [number, number][] = []
  let start = 0
  while (start < text.length) {
    const limit = lines.length === 0 ? first : rest
    let end = start
    let width = 0
    while (end < text.length && width + measure(text[end] as string) <= limit) {
      width += measure(text[end] as string)
      end++
    }
    if (end < text.length) {
      const full = Math.max(end, start + 1)
      let at = full
      while (at > start + 1 && !mayBreak(text, at)) at--
      end = at > start + 1 || mayBreak(text, at) ? at : full
    }
    let last = end
    while (last > start && isSpace(text[last - 1])) last--
    lines.push([start, last])
    start = end
    while (isSpace(text[start])) start++
  }
  return lines.length === 0 ? [[0, 0]] : lines
}

/** Text broken into lines of so many columns. */
export const breakLines = (text: string, first: number, rest = first): string[] =>
  lineRanges(text, first, rest).map(([start, end]) => text.slice(start, end))
