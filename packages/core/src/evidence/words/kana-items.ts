import type { Block, Line } from '../../layout/block.ts'
import { correct, type Evidence } from '../corrections.ts'

const kana = 'アイウエオカキクケコサシスセソタチツテト'
const item = new RegExp(`^\\(([${kana}])\\)`, 'u')
/** (ア) of which the letter was lost, or read as what no list is counted with. */
const lost = new RegExp(`^\\([^()0-9${kana}ぁ-んa-zA-Z\\u3400-\\u9fff]{0,2}\\)`, 'u')
/** Items begin no further from one another, in heights of a line. */
const apart = 0.7
/** The next item of a list begins within so many lines. */
const mostBetween = 20

/** The letter of an item seen twice, once as a small one or as what it is like: アァ, アプ, ウツ before kanji are no words. */
const twice = /^(?:ア\s?[アァプ]|イ\s?[イィ]|ウ\s?[ウゥツッ]|エ\s?[エェ]|オ\s?ォ)(?=\s?[\u3400-\u9fff])/u
/** A small letter that no word begins with is that of an item. */
const small = /^[ァィゥェォ](?=\s?[\u3400-\u9fff])/u

const isBelow = ({ box: a }: Line, { box: b }: Line): boolean =>
  a !== undefined && b !== undefined && Math.abs(a[0] - b[0]) <= apart * (a[3] - a[1])

/** ア before a title, over its items (ア), (イ). */
const outer = new RegExp(`^([${kana}])[ 　]?(?=[\\u3041-\\u30ff\\u3400-\\u9fff])`, 'u')
const firstInner = /^\(ア\)/u
/** So many titles with their letters show that a document counts with them. */
const fewestOuter = 3
/** A letter and what was read beside it. */
const seenBefore = /^(?<seen>[^\s()0-9]{1,2}?)[ 　]?(?=[\u3041-\u30ff\u3400-\u9fff])/u

/** Letters of titles over items (ア), (イ) that were read as something else: each such title has one, in its order and its column. */
function correctOuterLetters(evidence: Evidence, lines: readonly Line[]): void {
  const titles = lines.filter((_, i) => firstInner.test(lines[i + 1]?.folded ?? ''))
  const whole = titles.filter(({ folded }) => outer.test(folded))
  if (whole.length < fewestOuter) return
  let last: Line | undefined
  let at = -1
  for (const title of titles) {
    const index = kana.indexOf(outer.exec(title.folded)?.[1] ?? '-')
    const next = kana[at + 1]
    const isNext = index < 0 && last !== undefined && next !== undefined && isBelow(last, title)
    const seen = isNext ? seenBefore.exec(title.folded)?.groups?.seen : undefined
    const width = seen === undefined ? 0 : title.folded[1] === next ? 2 : 1
    if (width > 0) correct(evidence, title.text, 0, width, next as string, 'sequence')
    last = title
    at = index >= 0 ? index : width > 0 ? at + 1 : -1
  }
}

/** Dirt before the letter of an item at the head of a line; what ends a word of the line before goes on with a particle. */
const dirtBefore = new RegExp(`^(?<dirt>[^\\s(]{1,2})\\((?<letter>[${kana}])\\)[ 　]?(?=[\\u3400-\\u9fff])`, 'u')

/** Takes dirt off that stands before an item whose like, one before it, heads a line not far above. */
function dropDirt(evidence: Evidence, lines: readonly Line[]): void {
  lines.forEach((line, i) => {
    const { dirt = '', letter = '' } = dirtBefore.exec(line.folded)?.groups ?? {}
    if (dirt === '') return
    const before = kana[kana.indexOf(letter) - 1]
    const above = lines.slice(Math.max(0, i - mostBetween), i)
    if (before !== undefined && above.some((l) => item.exec(l.folded)?.[1] === before))
      correct(evidence, line.text, 0, dirt.length, '', 'sequence')
  })
}

/** The large letter of a small one: the one behind it. */
const large = (folded: string): string => String.fromCharCode(folded.charCodeAt(0) + 1)

function dropTwins(evidence: Evidence, blocks: readonly Block[]): void {
  for (const block of blocks)
    for (const { text, folded } of block.kind === 'line' ? [block] : block.rows.flat())
      if (twice.test(folded)) correct(evidence, text, 1, (twice.exec(folded)?.[0] ?? '').length, '', 'sequence')
      else if (small.test(folded)) correct(evidence, text, 0, 1, large(folded), 'sequence')
}

/** Letters of items (ア), (イ) that were seen twice, and those that were lost, by the next item in their column: the number of an outer list would else be put there. */
export function correctKanaItems(evidence: Evidence, blocks: readonly Block[]): void {
  dropTwins(evidence, blocks)
  const lines = blocks.filter((block) => block.kind === 'line' && !block.furniture) as Line[]
  dropDirt(evidence, lines)
  correctOuterLetters(evidence, lines)
  lines.forEach((line, i) => {
    const seen = lost.exec(line.folded)
    if (!seen) return
    const next = lines.slice(i + 1, i + 1 + mostBetween).find((l) => item.test(l.folded) && isBelow(line, l))
    const at = next ? kana.indexOf(item.exec(next.folded)?.[1] as string) - 1 : -1
    if (at >= 0) correct(evidence, line.text, 0, seen[0].length, `(${kana[at] as string})`, 'sequence')
  })
}
