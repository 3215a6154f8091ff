import { numeralOf } from '@kyoyaku/core'

const digit = '[〇一二三四五六七八九十百千]'
/** What is counted in provisions; 一部 and 一日 are words as well. */
const counted = '(?:年度|か?年|[か箇ヶ]?月|回|人|名|件|通|割|[か箇ヶ]所|日以内|円)'
/** A day of a month: 四月一日, ４月１日. */
export const dayOfMonth = `(?:${digit}{1,3}|[0-9０-９]{1,2})月(?:${digit}{1,3}|[0-9０-９]{1,2})日`
/** Numbers in kanji with what they count: 十五人. */
export const kanjiCount = `${digit}{1,9}${counted}`
const numbers = new RegExp(
  [
    // 第三条, 別表第一; 第三条の二
    `(?<=第)${digit}{1,9}`,
    `(?<=[条項号]の)${digit}{1,9}`,
    `(?<=前)${digit}{1,3}(?=[条項号])`,
    `(?<!${digit})${digit}{1,3}(?=月${digit}{1,3}日)`,
    `(?<=月)${digit}{1,3}(?=日)`,
    `(?<!${digit})${digit}{1,9}(?=${counted})`,
  ].join('|'),
  'gu',
)

/** The text with the numbers of provisions, days and what is counted in digits: 第三条 is 第3条, 十五人 15人. */
export const digitsOf = (text: string): string => text.replace(numbers, (n) => String(numeralOf(n) ?? n))
