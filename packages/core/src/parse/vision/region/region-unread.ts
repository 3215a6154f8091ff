import { clean, join } from '../../../text/clean.ts'
import { fold } from '../../../text/fold.ts'
import { slice, type Text, trim } from '../../../text/text.ts'
import { type Context, locate, report } from '../../context.ts'
import { looksLikeValue } from '../indicator/measure.ts'
import type { Part } from '../outline-state.ts'
import { bareOf } from '../row.ts'

/** Headings of values, as lists of indicators have them. */
const target = /^(?:\p{L}{0,4}目標値?|目標(?:年度|数値))(?:\([^()]{1,20}\))?$/u
const other = /^(?:(?:成果|評価|数値|重要業績評価)?指標名?|KPI|(?:基準|現状|現況|当初|実績)値?)(?:\([^()]{1,20}\))?$/u
/** A row of such headings without anything between them. */
const headRow = /指標.{0,12}(?:基準|現状)値?.{0,16}目標値?/u
/** What makes the numbers of a sentence targets. */
const aiming = /目標|指標|KPI|目指/u
const fromTo =
  /[0-9][^。、]{0,12}(?:から|を、?|→|⇒)[^。]{0,24}[0-9][^。、]{0,12}(?:に|へ|と(?:する|し|なる)|まで|以上|とな)|[0-9][^。、]{0,8}(?:以上|以下|未満)(?:に|と)(?:する|し)|までに[^。、]{0,16}[0-9][^。、]{0,8}(?:[にと](?:する|し)|を(?:目指|達成))/u
/** Longer sentences are looked at no further, and no more than this of a text is told. */
const longestSentence = 240
const mostTold = 80
const mostSentences = 200

/** The texts of a part that show a list of indicators torn beyond reading: headings of targets and of what else there is, and values, which may stand below a line that looks like a heading. */
function tornList(texts: readonly Text[], below: readonly Text[]): Text | undefined {
  const bare = texts.map((t) => (t.value.length > mostTold ? '' : bareOf(t)))
  // One space may part the headings of a line.
  const words = texts.map((t) => (t.value.length > mostTold ? [] : fold(t.value).split(/\s+/u)))
  const has = (head: RegExp): boolean => words.flat().some((w) => head.test(w)) || bare.some((b) => head.test(b))
  const first = bare.findIndex((b, i) => [b, ...(words[i] ?? [])].some((w) => target.test(w) || other.test(w)))
  if (first < 0 || !has(target) || !has(other)) return undefined
  const values = [...bare.slice(first), ...below.map((t) => (t.value.length > mostTold ? '' : bareOf(t)))]
  return values.some((b) => /[0-9]/u.test(b) && looksLikeValue(b)) ? join(texts.slice(first)) : undefined
}

/** Sentences that state a target in words: 観光客を425万人から460万人とする. */
function statedIn(text: Text, isAimed: boolean): Text[] {
  const found: Text[] = []
  let start = 0
  for (let n = 0; n < mostSentences && start < text.value.length; n++) {
    const stop = text.value.indexOf('。', start)
    const end = stop < 0 ? text.value.length : stop + 1
    const sentence = trim(slice(text, start, Math.min(end, start + longestSentence)))
    const folded = fold(sentence.value)
    if (fromTo.test(folded) && (isAimed || aiming.test(folded))) found.push(sentence)
    start = end
  }
  return found
}

const arrow = /[→⇒➡⟶]/u
/** Texts beside an arrow that parts two values: 412万人 | → | 600万人. */
function arrowsIn(texts: readonly Text[]): Text[] {
  return texts.flatMap((text, i) => {
    if (text.value.length > longestSentence || !arrow.test(text.value)) return []
    const [before = '', after = ''] = fold(text.value).split(arrow)
    const from = /[0-9]/u.test(before) ? before : fold(texts[i - 1]?.value ?? '')
    const to = /[0-9]/u.test(after) ? after : fold(texts[i + 1]?.value ?? '')
    return /[0-9]/u.test(from) && /[0-9]/u.test(to) ? [join(texts.slice(Math.max(0, i - 2), i + 2))] : []
  })
}

/** Says of text outside all projects that shows targets in a form that was not read as indicators that it is kept as text. */
export function reportUnreadTargets(context: Context, { heading, texts, used }: Part, next: Part | undefined): void {
  if (used || texts.length === 0) return
  const said = context.diagnostics.flatMap((d) =>
    d.code === 'region-indicator-unread' && d.at?.span ? [d.at.span] : [],
  )
  const isRow =
    heading !== undefined && headRow.test(bareOf(heading.whole)) && texts.some((t) => /[0-9]/u.test(fold(t.value)))
  const torn = isRow ? join(texts) : tornList(texts, next?.texts ?? [])
  const isAimed = heading !== undefined && aiming.test(fold(heading.title.value))
  const told = texts.map((text) => statedIn(text, isAimed))
  // What stands beside an arrow may have been told already.
  const unread = torn
    ? [torn]
    : isAimed
      ? [...told.flat(), ...arrowsIn(texts.filter((_, i) => told[i]?.length === 0))]
      : told.flat()
  for (const text of unread) {
    const at = locate(context, text)
    const { span } = at
    if (span && said.some(([from, to]) => from < span[1] && span[0] < to)) continue
    report(context, 'region-indicator-unread', { text: clean(slice(text, 0, mostTold)).value }, at)
  }
}
