import type { Block, Line } from '../../layout/block.ts'
import { counted } from '../../parse/provisions/numbering.ts'
import { enclosedNumber } from '../../text/numeral.ts'
import { correct, type Evidence } from '../corrections.ts'

const article = /^第[^ ]{1,6}条/u
/**
 * (3) and what is read for it: brackets lost, read as others, as 1 or as the circle of ③, the number seen twice: (3, ③, ⑬③, 133.
 * What stands behind it is none of a number or a sum.
 */
const labelLike =
  /^(?=[([{〔〈<C0-9①-⑳lI|!\]]|[\p{L}\p{P}\p{S}][0-9]\))(?<open>[([{〔〈<C]|[^0-9()①-⑳lI|!\]](?=[0-9]\)))?(?<seen>[0-9①-⑳lI|!\]]{0,4})(?:(?<=[0-9①-⑳]) ?[^0-9()①-⑳\s\p{Lo}]?(?=\)))?(?<close>[)\]】〕}》丿]{0,2})(?<speck>[・。、.,'"`_:;]{0,2})(?=[^0-9.,%)①-⑳])/u
const bracket = /^[([{〔〈]$/u
const whole = /^\([0-9]{1,2} ?\)$/u

/** Items stand at least so far to the right of the headings of articles, where paragraphs do not, in heights of a line … */
const setIn = 0.45
/** … and begin no further from one another, with their brackets or without. */
const apart = 0.7
/** A list has so many items. */
const fewest = 2

interface Label {
  line: Line
  number: number
  /** As it was read, and where it ends. */
  seen: string
  end: number
  /** Whether something shows that it has brackets. */
  isTorn: boolean
}

const height = ([, top, , bottom]: readonly number[]): number => (bottom ?? 0) - (top ?? 0)

const inColumn = (a: Line, b: Line): boolean =>
  a.box !== undefined && b.box !== undefined && Math.abs(a.box[0] - b.box[0]) <= apart * height(a.box)

const isSetIn = (line: Line, heading: Line | undefined): boolean =>
  line.box !== undefined && heading?.box !== undefined && line.box[0] - heading.box[0] >= setIn * height(line.box)

/** The figures of a label: those of circled numbers and strokes among them. */
const figuresOf = (seen: string): string =>
  Array.from(seen, (c) => (/[lI|!\]]/u.test(c) ? '1' : String(enclosedNumber(c) ?? c))).join('')

/** The label that a line begins with if it can be the item of a number. */
function labelOf(line: Line, number: number): Label | undefined {
  const match = labelLike.exec(line.folded)
  const { open = '', seen = '', close = '' } = match?.groups ?? {}
  if (!match) return undefined
  const figures = figuresOf(seen)
  const isBare = open === '' && close === '' && /^[0-9]+$/u.test(seen)
  // 3 年.
  if (isBare && counted.test(line.folded.slice(seen.length).trimStart())) return undefined
  const canBe =
    figures === ''
      ? bracket.test(open) && close !== ''
      : number < 10
        ? // A bracket before a number is read as 1, one behind it as 1 or 3; the number is seen twice: ③⑬.
          new RegExp(`^(?:1?${number}){1,2}[13]?$`, 'u').test(figures)
        : figures === String(number)
  if (!canBe) return undefined
  const isTorn = bracket.test(open) || close !== '' || (figures !== String(number) && /[①-⑳]/u.test(seen))
  return { line, number, seen: match[0], end: match[0].length, isTorn }
}

/** 1) 2) 3): most of a list lack the same bracket, since it is printed so. */
function isHabit(labels: readonly Label[]): boolean {
  const closed = labels.filter(({ seen, number }) => seen === `${number})`)
  return closed.length * 2 > labels.length
}

function correctList(evidence: Evidence, labels: readonly Label[]): void {
  if (labels.length < fewest || !labels.some((label) => label.isTorn) || isHabit(labels)) return
  const isWide = labels.some(({ line, end }) => /[（）０-９]/u.test(line.text.value.slice(0, end)))
  for (const { line, number, seen, end } of labels) {
    if (whole.test(seen)) continue
    const digits = isWide
      ? Array.from(String(number), (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('')
      : number
    correct(evidence, line.text, 0, end, isWide ? `（${digits}）` : `(${digits})`, 'sequence')
  }
}

/**
 * Puts brackets around the numbers of items that lost theirs or had them read as something else, by their sequence in a column that is
 * set in from the heading of its article: ①, (2, ⑬, 4 are (1) to (4). One of them has to show a bracket. The place is what tells an
 * item from a paragraph: where items are not set in, nothing is put right.
 */
export function correctItemLists(evidence: Evidence, blocks: readonly Block[]): void {
  let heading: Line | undefined
  let lists: Label[][] = []
  const close = (): void => {
    for (const labels of lists) correctList(evidence, labels)
    lists = []
  }
  for (const line of blocks) {
    if (line.kind !== 'line' || line.furniture) continue
    if (article.test(line.folded)) {
      close()
      heading = line
      continue
    }
    if (!labelLike.test(line.folded)) continue
    // A paragraph of the article.
    if (!isSetIn(line, heading)) {
      if (/^[0-9]/u.test(line.folded)) close()
      continue
    }
    const own = lists.find(([first]) => first && inColumn(line, first.line))
    const next = own && labelOf(line, (own.at(-1)?.number ?? 0) + 1)
    if (own && next) own.push(next)
    else {
      const given = /^\(([0-9]{1,2})\)/u.exec(line.folded)?.[1]
      const first = labelOf(line, given === undefined ? 1 : Number(given))
      if (!first) continue
      if (own) correctList(evidence, own)
      lists = [...lists.filter((labels) => labels !== own), [first]]
    }
  }
  close()
}
