import { fold } from '../text/fold.ts'
import { numeralOf } from '../text/numeral.ts'

/** Lines shorter than this hold no document whose lines were run together. */
const shortestFlattened = 200
/** Headings that follow one another in one line before it counts as a document. */
const fewestHeadings = 2
/** Longest caption over an article, and longest title. */
const longestCaption = 80
const longestTitle = 80

const heading = /第 ?([0-9]{1,3}|[一二三四五六七八九十百]{1,5}) ?条(?=[ (])/gu

interface Heading {
  /** Where its caption begins, or it itself. */
  start: number
  at: number
  end: number
}

/** Where the bracket opens that closes before `end`; undefined where there is none close by. */
function captionBefore(folded: string, end: number): number | undefined {
  let close = end - 1
  while (close >= 0 && folded[close] === ' ') close--
  if (folded[close] !== ')') return undefined
  const open = folded.lastIndexOf('(', close)
  return open >= 0 && close - open <= longestCaption && !folded.slice(open, close).includes('。') ? open : undefined
}

/** - 3 -: the number of a page that ended there. */
const pageNumber = / - ?[0-9]{1,4} ?- *$/u
/** What stands before a place, white space and the number of a page left out. */
const before = (folded: string, at: number): string =>
  folded
    .slice(Math.max(0, at - 16), at)
    .replace(pageNumber, '')
    .trimEnd()
    .slice(-1)

/** Article headings that follow one another from 第１条 on, each at the end of a sentence or under its caption. */
function headingsIn(folded: string): Heading[] {
  const found: Heading[] = []
  for (const match of folded.matchAll(heading)) {
    if (numeralOf(match[1] as string) !== found.length + 1) continue
    const caption = captionBefore(folded, match.index)
    if (caption === undefined && !/^[。)]?$/u.test(before(folded, match.index))) continue
    found.push({ start: caption ?? match.index, at: match.index, end: match.index + match[0].length })
  }
  return found
}

const kanaOrdinal = (text: string): number => 'アイウエオカキクケコサシスセソ'.indexOf(text) + 1

/** Labels inside an article, each form with the numbers it runs through. */
const labels: readonly { pattern: RegExp; ordinal: (text: string) => number; first: number }[] = [
  { pattern: /(?<=[。)] ?)([0-9]{1,2})(?= )/gu, ordinal: Number, first: 2 },
  { pattern: /(?<=[。) ])\( ?([0-9]{1,2}) ?\)/gu, ordinal: Number, first: 1 },
  {
    pattern: /(?<=[。) ])([アイウエオカキクケコサシスセソ])(?= )/gu,
    ordinal: kanaOrdinal,
    first: 1,
  },
  { pattern: /(?<=[。) ])\( ?([アイウエオカキクケコサシスセソ]) ?\)/gu, ordinal: kanaOrdinal, first: 1 },
]

/** Where labels of one form stand that follow one another; a first one alone proves nothing, unless others do as it does. */
function labelsIn(folded: string, from: number, to: number): number[] {
  const text = folded.slice(from, to)
  return labels.flatMap(({ pattern, ordinal, first }) => {
    const runs: number[][] = []
    let next = first
    for (const match of text.matchAll(pattern)) {
      const n = ordinal(match[1] as string)
      if (n === first) runs.push([])
      else if (n !== next || runs.length === 0) continue
      runs.at(-1)?.push(from + match.index)
      next = n + 1
    }
    return runs.filter((run) => run.length > 1 || runs.length > 1 || first > 1).flat()
  })
}

/** Behind the articles: 附則, 別表, the closing, its date and who signs. */
const tail =
  /(?<=[。) ])(?:附 ?則 |別表(?: ?第 ?[0-9]{1,2})? ?\(.{1,40}関係\)|この(?:連携)?協[約定](?:書)?の(?:締結|成立)を証|(?:令和|平成|昭和)[ 0-9元]{1,4}年[ 0-9]{1,4}月[ 0-9]{1,4}日(?= )|[甲乙丙丁](?= [^ ]{0,12}[都道府県市町村区]))/gu

const title = /(?<=^| )[^ 。「」]{4,60}?(?:協約|協定|条例|規約|規則)書? ?(?:\([^()]{1,16}\))? (?=[^ ])/gu

/** Where the last title before the preamble begins and ends. */
function titleIn(folded: string, end: number): number[] {
  const defines = folded.indexOf('(以下', 0)
  const limit = defines >= 0 && defines < end ? defines : end
  const head = folded.slice(0, limit)
  const last = [...head.matchAll(title)].at(-1)
  return last && last[0].length <= longestTitle ? [last.index, last.index + last[0].length] : []
}

/**
 * Where the lines of a document begin whose line feeds were lost, as copies of web pages and viewers have it: offsets into the
 * line, ascending; empty where it is a line like any other.
 */
export function lineStartsIn(line: string): number[] {
  if (line.length < shortestFlattened) return []
  const folded = fold(line)
  const headings = headingsIn(folded)
  const [first] = headings
  if (headings.length < fewestHeadings || !first) return []
  const starts = new Set<number>(titleIn(folded, first.start))
  headings.forEach(({ start, at, end }, i) => {
    starts.add(start).add(at)
    for (const label of labelsIn(folded, end, headings[i + 1]?.start ?? folded.length)) starts.add(label)
  })
  const behind = (headings.at(-1) as Heading).end
  for (const match of folded.slice(behind).matchAll(tail)) starts.add(behind + match.index)
  starts.delete(0)
  return [...starts].sort((a, b) => a - b)
}
