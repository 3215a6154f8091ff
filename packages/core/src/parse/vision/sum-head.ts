import { fiscalYear } from '../../text/era-date.ts'

/** What a column or row of sums is of. */
export type Head = { kind: 'year'; year: number } | { kind: 'total' } | { kind: 'source'; name: string }

const totalWords =
  /^(?:合計|総計|計|総額|総事業費|合計額|[0-9]{1,2}(?:か年|年間)(?:の)?(?:合計|計|総額)?|期間計|事業費計|小計)(?:\([^()]*\))?$/u
const sourceWords =
  /^(?:うち)?(?:国(?:庫)?(?:支出金|補助金|費)?|(?:都道府)?県(?:支出金|補助金|費)?|[都道府](?:支出金|補助金)|国県支出金|国・県支出金|地方債|起債|市債|町債|その他(?:特定財源)?|一般財源|特定財源|基金|繰入金|負担金|受益者負担)$/u

/** Longest heading of a column: 令和12年度(2030年度)見込み. */
const longestHead = 24

/** What kind of sums a year has: 令和6年度(予算), R7当初予算額. */
const kindOfSum = '(?:当初|補正後?)?(?:予算|事業費|決算|実績|見込み?|予定|計画)額?(?:案)?'
const ofSums = new RegExp(`(?<=.)(?:\\(${kindOfSum}\\)|${kindOfSum})$`, 'u')

/** Reads a bare cell as the heading of a column or row of sums. */
export function headOf(bare: string): Head | undefined {
  if (bare.length > longestHead) return undefined
  const year = fiscalYear(bare.replace(ofSums, ''))
  if (year !== undefined) return { kind: 'year', year }
  if (totalWords.test(bare)) return { kind: 'total' }
  return sourceWords.test(bare) ? { kind: 'source', name: bare } : undefined
}
