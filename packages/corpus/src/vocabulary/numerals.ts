const fullWidth = (text: string): string =>
  text.replace(/[!-~]/gu, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
const digits = '〇一二三四五六七八九'

/** 1 to 999 in kanji, as articles count: 十二, 百三. */
export function kanjiNumeral(n: number): string {
  const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10]
  const part = (count: number, unit: string): string => (count === 0 ? '' : (count === 1 ? '' : digits[count]) + unit)
  return part(hundreds, '百') + part(tens, '十') + (ones === 0 ? '' : (digits[ones] as string))
}

export type NumeralForm = 'full' | 'half' | 'kanji'
export const numeral = (n: number, form: NumeralForm): string =>
  form === 'kanji' ? kanjiNumeral(n) : form === 'full' ? fullWidth(String(n)) : String(n)

const aiueo = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホ'
const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'
const parenthesised = '⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇'
const roman = 'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ'
const smallRoman = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x']

const at = (series: string | readonly string[], n: number): string => series[n - 1] ?? String(n)

/** The labels of 号 and of headings, by form. */
export const labels = {
  '(1)': (n: number) => `(${n})`,
  '（１）': (n: number) => `（${fullWidth(String(n))}）`,
  '⑴': (n: number) => at(parenthesised, n),
  一: (n: number) => kanjiNumeral(n),
  ア: (n: number) => at(aiueo, n),
  '(ア)': (n: number) => `(${at(aiueo, n)})`,
  '（ア）': (n: number) => `（${at(aiueo, n)}）`,
  a: (n: number) => String.fromCharCode(96 + n),
  ａ: (n: number) => fullWidth(String.fromCharCode(96 + n)),
  '(a)': (n: number) => `(${String.fromCharCode(96 + n)})`,
  i: (n: number) => at(smallRoman, n),
  '①': (n: number) => at(circled, n),
  Ⅰ: (n: number) => at(roman, n),
  '１': (n: number) => fullWidth(String(n)),
  '1.': (n: number) => `${n}.`,
} as const
export type LabelForm = keyof typeof labels

export const label = (form: LabelForm, n: number): string => labels[form](n)
export { fullWidth }
