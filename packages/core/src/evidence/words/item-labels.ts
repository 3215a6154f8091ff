import type { Block } from '../../layout/block.ts'
import { correct, type Evidence } from '../corrections.ts'
import { leastConfidence } from '../recognition.ts'
import { type Passage, passagesOf } from './passages.ts'

/** (3) and what is read for it: its brackets lost or read as others or as 1, with dirt behind them; its number lost or seen twice. */
const itemLike =
  /^(?<open>\(C|[([{〔<〈《C位])?(?<number>[0-9]{1,2}|[①-⑳lI\]|!]|)(?<junk>[\u3400-\u9fff](?=[)\]】〕}》〉]))?(?<close>[)\]】〕}》〉丿J|」.,・。、'"`_:;]{0,3})(?=[^0-9).,・。、])/u
/** Longest label with what tells that it ends. */
const longest = 9
/** What stands in the middle of a label and is surer than this is part of what the label says: (3月). */
const sure = 0.9

interface Label {
  passage: Passage
  start: number
  end: number
  /** Its number as it was read; none where it was lost. */
  number: number | undefined
  /** What else its number can be: one of its digits may be a bracket, or seen twice. */
  others: readonly number[]
  /** As it was read, and its parts. */
  seen: string
  open: string
  close: string
  /** Its bracket is not closed on its line: it is no remark in brackets. */
  isOpen: boolean
}

const circled = (c: string): number => (c.codePointAt(0) as number) - ('①'.codePointAt(0) as number) + 1

const isCircled = (seen: string): boolean => /^[①-⑳]$/u.test(seen)

function numberOf(seen: string): number | undefined {
  if (isCircled(seen)) return circled(seen)
  return /^[lI\]|!]$/u.test(seen) ? 1 : seen === '' ? undefined : Number(seen)
}

/** What stands behind a label on its line, as far as it matters. */
function restOf({ folded, starts }: Passage, from: number): string {
  let to = from
  while (to < folded.length && to - from < 60 && !starts.has(to)) to++
  return folded.slice(from, to)
}

function labelAt(evidence: Evidence, passage: Passage, start: number): Label | undefined {
  const match = itemLike.exec(passage.folded.slice(start, start + longest))
  const { open = '', number = '', junk = '', close = '' } = match?.groups ?? {}
  if (!match || (open === '' && number === '')) return undefined
  const hasClose = /^[)\]】〕}》〉]/u.test(close)
  if (open === '' && !hasClose && number.length < 2 && !isCircled(number)) return undefined
  // A bracket alone may have lost its number where nothing closes it on its line.
  const isLost = open === '(' && close === '' && /^[^)\n]{4,60}$/u.test(restOf(passage, start + match[0].length))
  if (open !== '' && number === '' && !hasClose && !isLost) return undefined
  const at = start + open.length + number.length
  if (junk !== '' && leastConfidence(evidence.recognition, passage.text, at, at + 1) >= sure) return undefined
  // ⑪ and 11 are what (1) is read as.
  const plain = isCircled(number) ? String(circled(number)) : number
  const others = /^[0-9]{2}$/u.test(plain) ? [...new Set([Number(plain[0]), Number(plain[1])])] : []
  return {
    passage,
    start,
    end: start + match[0].length,
    number: numberOf(number),
    others,
    seen: match[0],
    open,
    close,
    isOpen: number === '1' && /^[^)\n]{4,60}$/u.test(restOf(passage, start + match[0].length)),
  }
}

const isWhole = (label: Label | undefined): boolean => label !== undefined && /^\([0-9]{1,2}\)$/u.test(label.seen)
/** Whether a label's number is what was read for it. */
const isCounted = (label: Label | undefined): label is Label =>
  label !== undefined && label.open === '(' && /[0-9]/u.test(label.seen)

/**
 * The number that the sequence gives a label, by what comes before and after it; undefined where it gives none, or another than
 * what was read can be.
 */
function expectedOf(label: Label, last: number, next: Label | undefined): number | undefined {
  const { number, others } = label
  const canBe = (n: number): boolean => number === undefined || number === n || others.includes(n)
  const after = isCounted(next) ? next.number : undefined
  // 3 between 2 and 4; 1 before a 2 that goes on from nothing else.
  if (after !== undefined && after !== last + 1 && (after - 1 === last + 1 || after === 2))
    return canBe(after - 1) ? after - 1 : undefined
  const hasClose = /^[)\]】〕}]/u.test(label.close)
  if (number === undefined || (label.open === '' && !hasClose)) return undefined
  const isPlain = label.open === '(' && /[0-9①-⑳]/u.test(label.seen)
  if (isPlain && others.length === 0) return number === last + 1 || hasClose || label.isOpen ? number : undefined
  // No list goes from 1 to 44, and none begins with 11.
  if (isPlain && number !== last + 1) return others.includes(last + 1) ? last + 1 : number === 11 ? 1 : undefined
  if (/^\([lI\]|!]\)/u.test(label.seen)) return number
  return number === last + 1 && last > 0 && next === undefined ? number : undefined
}

function write(evidence: Evidence, { passage: { text }, start, end, seen }: Label, number: number): void {
  const wide = /[（０-９]/u.test(text.value.slice(start, start + 1))
  const open = seen.startsWith('(') ? `${text.value[start]}` : wide ? '（' : '('
  const digits = /[0-9]{1,2}/u.exec(seen)
  const printed = digits ? text.value.slice(start + digits.index, start + digits.index + digits[0].length) : ''
  const bracket = /[)]/u.exec(seen)
  const close = bracket ? text.value[start + bracket.index] : wide ? '）' : ')'
  const isAsRead = digits !== null && Number(digits[0]) === number
  correct(evidence, text, start, end, `${open}${isAsRead ? printed : number}${close}`, 'sequence')
}

function correctSequence(evidence: Evidence, labels: readonly Label[]): void {
  // Dirt behind most of the labels is how the document prints them.
  const closes = new Map<string, number>()
  for (const { close } of labels) closes.set(close, (closes.get(close) ?? 0) + 1)
  const isHabit = ({ close }: Label): boolean => labels.length > 1 && (closes.get(close) ?? 0) * 2 > labels.length
  let last = 0
  for (const [i, label] of labels.entries()) {
    const isRight = isWhole(label) && (label.others.length === 0 || label.number === last + 1)
    const number = isRight ? label.number : expectedOf(label, last, labels[i + 1])
    if (number === undefined) {
      if (isWhole(label)) last = label.number ?? last
      continue
    }
    if (!isRight && !(label.close.length > 1 && isHabit(label))) write(evidence, label, number)
    dropTwin(evidence, label, number)
    last = number
  }
}

/** (4)④: the number seen once more. */
function dropTwin(evidence: Evidence, { passage: { text, folded }, end }: Label, number: number): void {
  const c = folded[end] ?? ''
  if (/^[①-⑳]$/u.test(c) && circled(c) === number) correct(evidence, text, end, end + 1, '', 'sequence')
}

const article = /^第[^ ]{1,6}条/u

/** The labels outside of tables, article by article: none goes on with the list of another. */
function labelsByArticle(evidence: Evidence, passages: readonly Passage[]): Label[][] {
  const lists: Label[][] = [[]]
  for (const passage of passages) {
    for (const start of startsOf(passage)) {
      if (article.test(passage.folded.slice(start, start + longest))) lists.push([])
      const label = labelAt(evidence, passage, start)
      if (label) lists.at(-1)?.push(label)
    }
  }
  return lists
}

const startsOf = ({ starts }: Passage): number[] => [...starts].sort((a, b) => a - b)

/** Labels of items that lost a bracket or their number, or have dirt in them, put right by those before and after. */
export function correctItemLabels(evidence: Evidence, blocks: readonly Block[]): void {
  const passages = passagesOf(blocks)
  // What is numbered outside of tables goes on behind them.
  for (const labels of labelsByArticle(
    evidence,
    passages.filter((p) => !p.row),
  ))
    correctSequence(evidence, labels)
  for (const passage of passages)
    if (passage.row)
      correctSequence(
        evidence,
        startsOf(passage).flatMap((start) => labelAt(evidence, passage, start) ?? []),
      )
}
