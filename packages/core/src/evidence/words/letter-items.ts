import type { Block, Line } from '../../layout/block.ts'
import { correct, type Evidence } from '../corrections.ts'
import { leastConfidence } from '../recognition.ts'

const letters = 'abcdefghijklmnopqrstuvwxyz'

/** What engines take for letters of items, beside the large ones. */
const seenFor: Readonly<Record<string, string>> = { a: '@8', b: '6D', c: 'てで', e: 'ec' }

/** Items begin no further from one another, in heights of a line. */
const apart = 0.7
/** The next item of a list begins within so many lines, those of lists inside of it among them. */
const mostBetween = 60
/** So many items of a kind that are whole show that a document counts with them. */
const fewestWhole = 3

const japanese = '[\\u3041-\\u3096\\u30a1-\\u30fa\\u3400-\\u9fff「]'

/** A way to write the letter of an item: what it is where it is whole, and what is read for it. */
interface Form {
  /** Letters without brackets begin words too: only what is less sure than this was read for one. */
  unsure: number
  whole: RegExp
  torn: RegExp
  write(letter: string, seen: string): string
}

const forms: readonly Form[] = [
  {
    // (a), and what lost a bracket or has its letter read as something else: (m3, (dd, (d, (d11).
    unsure: Number.POSITIVE_INFINITY,
    whole: /^[(（](?<letter>[a-z])[)）]/u,
    torn: new RegExp(
      // Kana are read for a letter too, where the brackets show that it is one.
      `^[(（](?:(?<inner>[^()（）\\s\\u3041-\\u3096\\u30a1-\\u30fa\\u3400-\\u9fff]{1,3})[)）]?|(?<kana>[\\u3041-\\u3096][a-z]?)[)）])(?=\\s?${japanese})`,
      'u',
    ),
    write: (letter, seen) => (seen.startsWith('（') ? `（${letter}）` : `(${letter})`),
  },
  {
    // c before words, and its letter seen twice or as a large one or kana: Cc, でc, D.
    unsure: 0.9,
    whole: new RegExp(`^(?<letter>[a-z])(?=\\s?${japanese})`, 'u'),
    torn: new RegExp(`^(?<inner>[A-Za-zてで@68_](?:\\s?[A-Za-zてで@68_]){0,2})(?=\\s?${japanese})`, 'u'),
    write: (letter) => letter,
  },
]

const inColumn = ({ box: a }: Line, { box: b }: Line): boolean =>
  a !== undefined && b !== undefined && Math.abs(a[0] - b[0]) <= apart * (a[3] - a[1])

interface Item {
  line: Line
  /** Its place among the lines, and among letters where it is whole. */
  at: number
  index: number
  inner: string
  seen: string
}

function itemOf(line: Line, at: number, { whole, torn }: Form): Item | undefined {
  const letter = whole.exec(line.folded)?.groups?.letter
  if (letter !== undefined) return { line, at, index: letters.indexOf(letter), inner: letter, seen: letter }
  const match = torn.exec(line.folded)
  const { inner, kana = '' } = match?.groups ?? {}
  return match ? { line, at, index: -1, inner: inner ?? kana, seen: match[0] } : undefined
}

/** Whether what was read can be a letter: it is in it, in either size, or something that is read for it. */
function canBe(inner: string, index: number): boolean {
  const letter = letters[index] ?? ''
  const seen = `${letter}${letter.toUpperCase()}${seenFor[letter] ?? ''}`
  return letter !== '' && Array.from(inner).some((c) => seen.includes(c))
}

/** The letter of a torn item, by those before and after it in its column: the one between them, the first before b, the next where it can be that one. */
function indexBetween(before: Item | undefined, item: Item, after: Item | undefined): number | undefined {
  const last = before?.index ?? -1
  const next = after?.index ?? -1
  if (next > 0 && last !== next - 1 && (next === 1 || last === next - 2)) return next - 1
  return (before === undefined || last >= 0) && canBe(item.inner, last + 1) && next !== last + 1 ? last + 1 : undefined
}

/** The letter of a torn item with others behind it: of so many before a whole one, as it has letters before it. */
function indexOfRun(before: Item | undefined, after: readonly Item[]): number | undefined {
  const torn = after.findIndex(({ index }) => index >= 0)
  if (torn < 1) return undefined
  const index = (after[torn]?.index ?? 0) - torn - 1
  return index === 0 || (before !== undefined && index === before.index + 1) ? index : undefined
}

function correctForm(evidence: Evidence, lines: readonly Line[], form: Form): void {
  const items = lines.flatMap((line, at) => itemOf(line, at, form) ?? [])
  const whole = items.filter(({ index }) => index >= 0)
  if (whole.length < fewestWhole) return
  // What was read in the gap behind a letter hides it.
  const spaced = whole.every(({ line }) => /^\S{1,3}\s/u.test(line.text.value))
  items.forEach((item, i) => {
    if (item.index >= 0) return
    const isNear = (other: Item): boolean =>
      inColumn(item.line, other.line) && Math.abs(other.at - item.at) <= mostBetween
    const after = items.slice(i + 1).filter(isNear)
    const index =
      indexBetween(items.slice(0, i).findLast(isNear), item, after[0]) ??
      indexOfRun(items.slice(0, i).findLast(isNear), after)
    if (index === undefined) return
    const { text } = item.line
    if (leastConfidence(evidence.recognition, text, 0, item.inner.length) >= form.unsure) return
    const isApart = spaced && !/^\s/u.test(text.value.slice(item.seen.length))
    const to = form.write(letters[index] as string, text.value.slice(0, 1)) + (isApart ? ' ' : '')
    if (correct(evidence, text, 0, item.seen.length, to, 'sequence')) item.index = index
  })
}

/** Letters of items, (a), (b) or a, b before words, that lost a bracket or were read as something else, put right by the others of their column. */
export function correctLetterItems(evidence: Evidence, blocks: readonly Block[]): void {
  const lines = blocks.filter((block): block is Line => block.kind === 'line' && !block.furniture)
  for (const form of forms) correctForm(evidence, lines, form)
}
