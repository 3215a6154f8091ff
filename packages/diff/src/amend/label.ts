import { fold, kanjiOf } from '@kyoyaku/core'

/** How numbers are written: １２, 12, 十二. */
export type Numerals = 'full' | 'half' | 'kanji'

export function written(number: number, numerals: Numerals): string {
  if (numerals === 'kanji') return kanjiOf(number)
  const digits = String(number)
  return numerals === 'half' ? digits : digits.replace(/[0-9]/gu, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))
}

/** The numerals that a printed label is written in. */
export const numeralsIn = (label: string): Numerals =>
  /[０-９]/u.test(label)
    ? 'full'
    : /[0-9]/u.test(label)
      ? 'half'
      : /[一二三四五六七八九十百千]/u.test(label)
        ? 'kanji'
        : 'full'

const branchesOf = (branches: readonly string[], numerals: Numerals): string =>
  branches.map((b) => `の${written(Number(b), numerals)}`).join('')

/** 19_2 as 第１９条の２. */
export function placeLabel(number: string, sign: '条' | '項' | '号', numerals: Numerals): string {
  const [head = '', ...branches] = number.split('_')
  return `第${written(Number(head), numerals)}${sign}${branchesOf(branches, numerals)}`
}

/** Series of labels that are one character each, as [what the first is, characters in order]. */
const series = [
  'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン',
  'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス',
  'abcdefghijklmnopqrstuvwxyz',
  'ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ',
  '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳',
  '⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇',
]

/** The label of a number in the manner of another one: (1) and 3_2 give (3の2); イ as the first of its row and 3 give ハ. */
export function labelLike(sample: { number: string; title: string }, number: string): string | undefined {
  const [head = '', ...branches] = number.split('_')
  const of = Number(sample.number.split('_')[0])
  const letters = series.find((s) => [...sample.title].some((c) => s[of - 1] === c))
  if (letters) {
    const letter = letters[Number(head) - 1]
    if (letter === undefined || branches.length > 0) return undefined
    return sample.title.replace(letters[of - 1] as string, letter)
  }
  const core = /(?:[0-9０-９]+|[一二三四五六七八九十百千]+)(?:の(?:[0-9０-９]+|[一二三四五六七八九十百千]+))*/u
  const found = core.exec(sample.title)
  if (!found) return undefined
  const numerals = numeralsIn(found[0])
  const sign = sample.title.slice(found.index + found[0].length)
  // 第３条の２: the branch stands behind the sign.
  if (/^条/u.test(sign)) return placeLabel(number, '条', numerals)
  const own = `${written(Number(head), numerals)}${branchesOf(branches, numerals)}`
  return sample.title.slice(0, found.index) + own + sign
}

export const sameLabel = (a: string, b: string): boolean => fold(a).replace(/\s/gu, '') === fold(b).replace(/\s/gu, '')
