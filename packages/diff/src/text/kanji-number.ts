import { numeralOf } from '@kyoyaku/core'

const digit = '[〇一二三四五六七八九十百千]'
/** A day of a month in kanji: 四月一日. */
export const kanjiDay = `${digit}{1,3}月${digit}{1,3}日`
const numbers = new RegExp(
  `(?<=第|[条項号]の)${digit}{1,9}(?=[条項号編章節款表回期]|の[〇一二三四五六七八九十])|(?<=[条項号]の)${digit}{1,9}|${digit}{1,3}(?=月${digit}{1,3}日)|(?<=${digit}月)${digit}{1,3}(?=日)`,
  'gu',
)

/** The text with the numbers of provisions and days in digits: 第三条 is 第3条. */
export const digitsOf = (text: string): string => text.replace(numbers, (n) => String(numeralOf(n) ?? n))
