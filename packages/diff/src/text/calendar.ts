import { numeralOf } from '@kyoyaku/core'

/** The year before the first of each era. */
const before: Readonly<Record<string, number>> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  大正: 1911,
  明治: 1867,
  R: 2018,
  H: 1988,
  S: 1925,
}

/** A year of an era, with what it counts: 令和５年, R5年度, 昭和二十二年. */
export const eraYear =
  '(?:(?:令和|平成|昭和|大正|明治)|(?<![A-Za-zＡ-Ｚａ-ｚ])[RHSＲＨＳ](?=[0-9０-９元]))(?:元|[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})年度?'
const folded =
  /(令和|平成|昭和|大正|明治|(?<![A-Za-z])[RHS](?=[0-9元]))(元|[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?=年)/gu

/** The text, its forms of width folded already, with the years of eras counted as the west counts them: 令和5年 is 2023年. */
export const westernYears = (text: string): string =>
  text.replace(folded, (year, era: string, n: string) => {
    const count = n === '元' ? 1 : numeralOf(n)
    return count === undefined ? year : `${(before[era] as number) + count}`
  })
