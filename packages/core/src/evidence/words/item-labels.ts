import type { Block } from '../../layout/block.ts'
import { correct, type Evidence } from '../corrections.ts'
import { type Passage, passagesOf } from './passages.ts'

/** (3) and what is read for it: its brackets lost or read as others, with dirt behind them; its number lost. */
const itemLike =
  /^(?<open>[([{〔<〈C])?(?<number>[0-9]{1,2}|[①-⑳lI]|)(?<close>[)\]】〕}丿J|」.,・。、'"`_:;]{0,3})(?=[^0-9).,・。、])/u
/** Longest label with what tells that it ends. */
const longest = 8

interface Label {
  start: number
  end: number
  number: number
  /** As it was read, and its parts. */
  seen: string
  open: string
  close: string
}

const circled = (c: string): number => (c.codePointAt(0) as number) - ('①'.codePointAt(0) as number) + 1

function numberOf(seen: string): number {
  if (/^[①-⑳]$/u.test(seen)) return circled(seen)
  return /^[lI]$/u.test(seen) ? 1 : seen === '' ? Number.NaN : Number(seen)
}

function labelAt(folded: string, start: number): Label | undefined {
  const match = itemLike.exec(folded.slice(start, start + longest))
  const { open = '', number = '', close = '' } = match?.groups ?? {}
  if (!match || (open === '' && !/^[)\]】〕}]/u.test(close)) || (open !== '' && number === '' && close !== ')')) return
  if (open === '' && number === '') return undefined
  return { start, end: start + match[0].length, number: numberOf(number), seen: match[0], open, close }
}

const isWhole = (label: Label): boolean => /^\([0-9]{1,2}\)$/u.test(label.seen)

/** The label that the sequence makes of one: by what comes before it, or by the one after it. */
function expectedOf(label: Label, last: number, next: Label | undefined): number | undefined {
  const { number } = label
  const leads = next && isWhole(next) ? next.number - 1 : undefined
  if (Number.isNaN(number)) return leads === last + 1 ? leads : undefined
  // Without a bracket before it, or with a letter, it may be anything: both neighbours must say so.
  const isPlain = label.open === '(' && /[0-9①-⑳]/u.test(label.seen)
  if (isPlain) return number === last + 1 ? number : label.close.startsWith(')') ? number : undefined
  return number === last + 1 && (leads === number || (last > 0 && next === undefined)) ? number : undefined
}

function correctIn(evidence: Evidence, { text, folded, starts }: Passage): void {
  const labels = [...starts].sort((a, b) => a - b).flatMap((start) => labelAt(folded, start) ?? [])
  // Dirt behind most of the labels is how the document prints them.
  const closes = new Map<string, number>()
  for (const { close } of labels) closes.set(close, (closes.get(close) ?? 0) + 1)
  const isHabit = ({ close }: Label): boolean => labels.length > 1 && (closes.get(close) ?? 0) * 2 > labels.length
  let last = 0
  for (const [i, label] of labels.entries()) {
    const { start, end } = label
    if (isWhole(label)) {
      dropTwin(evidence, { text, folded }, label)
      last = label.number
      continue
    }
    const number = expectedOf(label, last, labels[i + 1])
    if (number === undefined || (label.close.length > 1 && isHabit(label))) continue
    // Its last character says the bracket that is missing.
    const wide = /[（０-９]/u.test(text.value.slice(start, start + 1))
    const to = label.seen.startsWith('(') ? `${text.value[start]}` : wide ? '（' : '('
    const digits = /[0-9]{1,2}/u.exec(label.seen)
    const printed = digits ? text.value.slice(start + digits.index, start + digits.index + digits[0].length) : number
    const bracket = /[)]/u.exec(label.seen)
    const close = bracket ? text.value[start + bracket.index] : wide ? '）' : ')'
    correct(evidence, text, start, end, `${to}${printed}${close}`, 'sequence')
    dropTwin(evidence, { text, folded }, label)
    last = number
  }
}

/** (4)④: the number seen once more. */
function dropTwin(
  evidence: Evidence,
  { text, folded }: Pick<Passage, 'text' | 'folded'>,
  { end, number }: Label,
): void {
  const c = folded[end] ?? ''
  if (/^[①-⑳]$/u.test(c) && circled(c) === number) correct(evidence, text, end, end + 1, '', 'sequence')
}

/** Labels of items that lost a bracket or their number, or have dirt in them, put right by those before and after. */
export function correctItemLabels(evidence: Evidence, blocks: readonly Block[]): void {
  for (const passage of passagesOf(blocks)) correctIn(evidence, passage)
}
