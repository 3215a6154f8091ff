import type { Line } from '../layout/block.ts'
import { hasBlankDate, readDates } from '../text/era-date.ts'
import { listsParty } from './party/listed.ts'
import { endsSentence } from './provisions/provisions-flow.ts'

/** Longest line that is looked at as a date. */
const longestDateLine = 60

const dateStart = /^(?:締結|公布|制定|施行|協約締結|令和|平成|昭和|大正|明治|[㋿㍻㍼㍽㍾RHSTM12 ])/u

/** 年　月　日, the era still to be written. */
const wholeBlank = /^年 +月 +日$/u

/** What a council did, in brackets behind the date: （平成３０年３月２３日○○町議会議決）. */
const resolved = String.raw`(?: ?\([^()]{0,40}(?:議決|可決)[^()]{0,10}\))?`
const besideDate = new RegExp(
  `^ *(?:締結日?|公布日?|制定|施行|協約締結日)?[: ]*(?:吉日)?(?:締結|公布|制定)?[ 、]*${resolved}$`,
  'u',
)

/** A line that is a date, whole or still blank, and nothing else but a word before it (締結日). */
export function isDateLine(line: Line): boolean {
  if (wholeBlank.test(line.folded.slice(0, longestDateLine))) return true
  if (line.folded.length > longestDateLine || !dateStart.test(line.folded)) return false
  const [date] = readDates(line.folded)
  const rest = date ? line.folded.slice(0, date.start) + line.folded.slice(date.end) : ''
  if (date) return besideDate.test(rest)
  return line.folded.length < 30 && /日$/u.test(line.folded) && hasBlankDate(line.folded)
}

/** 条例第３号, 平成２９年条例第３号. */
export const isNumberLine = (line: Line): boolean =>
  line.folded.length <= longestDateLine &&
  /(?:条例|規則|規約|規程|告示|訓令|要綱|法律|政令)第 ?[0-9〇○一二三四五六七八九十百 ]{0,6}号$/u.test(line.folded)

/** 記: stands between 下記のとおり and what follows. */
export const isRecord = (line: Line | undefined): boolean => line?.folded === '記'

/**
 * Where the preamble starts among the lines between title and articles: the first line that reads like a sentence, provided
 * that the last ends one. The number of lines where there is none.
 */
export function preambleStart(given: readonly Line[]): number {
  const above = isRecord(given.at(-1)) ? given.slice(0, -1) : given
  // Those who agree can be listed below the sentence.
  const lines = above.slice(0, above.findLastIndex((line) => !listsParty(line)) + 1)
  const last = lines.at(-1)
  if (!last || !endsSentence(last)) return given.length
  const start = lines.findIndex((line) => /[、。,「]/u.test(line.folded) && !isDateLine(line))
  return start < 0 ? given.length : start
}
