import type { Block } from '../../layout/block.ts'
import { fold } from '../../text/fold.ts'
import type { Text } from '../../text/text.ts'
import { correct, type Evidence } from '../corrections.ts'

/** What the numerals of dates are read as. */
const numeralLike: Readonly<Record<string, string>> = {
  ニ: '二',
  '=': '二',
  ミ: '三',
  ハ: '八',
  ー: '一',
  ナ: '十',
  メ: '十',
  '+': '十',
  卞: '十',
  士: '十',
  干: '十',
}
const numeral = `[一二三四五六七八九十${Object.keys(numeralLike).join('')}]`
const date = new RegExp(
  `(?:令和|平成|昭和)(?<year>元|${numeral}{1,3})年(?<month>${numeral}{1,2})月(?<day>${numeral}{1,3})日`,
  'dgu',
)
/** Longer texts are not looked through: dates stand in lines. */
const longest = 400
/** A year, a month or a day as kanji count: 十, 三, 十一, 二十, 二十三. */
const counted = /^(?:[一二三四五六七八九]|[二三四五六]?十[一二三四五六七八九]?)$/u

/** A numeral of a date as it must have been printed; undefined where it cannot be told. Of three characters 十 is in the middle. */
function wholeNumeral(seen: string): string | undefined {
  const like = [...seen].map((c) => numeralLike[c] ?? c).join('')
  if (counted.test(like)) return like
  const tens = like.length === 3 ? `${like[0]}十${like[2]}` : ''
  return counted.test(tens) ? tens : undefined
}

function restoreIn(evidence: Evidence, text: Text): void {
  if (text.value.length > longest) return
  for (const { indices } of fold(text.value).matchAll(date))
    for (const [start, end] of Object.values(indices?.groups ?? {})) {
      const seen = fold(text.value).slice(start, end)
      const whole = seen === '元' ? undefined : wholeNumeral(seen)
      if (whole !== undefined && whole !== seen) correct(evidence, text, start, end, whole, 'form')
    }
}

/** Dates in kanji whose numerals were read as their like: 令和四年一月ニナ一日. */
export function restoreDates(evidence: Evidence, blocks: readonly Block[]): void {
  for (const block of blocks)
    for (const text of block.kind === 'line' ? [block.text] : block.rows.flat().map((cell) => cell.text))
      if (text.value.includes('日')) restoreIn(evidence, text)
}
