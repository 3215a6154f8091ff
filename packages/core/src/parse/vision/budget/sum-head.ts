import { fiscalYear } from '../../../text/era-date.ts'

/** What a column or row of sums is of. */
export type Head = { kind: 'year'; year: number } | { kind: 'total' } | { kind: 'source'; name: string }

const totalWords =
  /^(?:合計|総計|計|総額|総事業費|合計額|[0-9]{1,2}(?:[かヵカケ箇]年|年間)(?:の)?(?:合計|計|総額)?|[0-9]{1,2}年(?:合計|総計|計)|(?:計画|事業)?期間(?:中|内|全体)?の?(?:合計|総計|計|総額|事業費|総事業費)|計画期間中|事業費計|小計|[^()~]{2,8}~[^()~]{2,8}の?(?:総事業費|事業費|合計|計|総額))(?:\([^()]*\))?$/u
const givers = '国庫?|都道府県|[都道府県]|国・?県|(?:各|関係|構成|連携|周辺)?(?:市町村?|市村|町村|[市町村])'
const sourceWords = new RegExp(
  `^(?:うち)?(?:国庫?(?:支出金|費)?|(?:都道府)?県(?:支出金|費)?|[都道府]支出金|国・?県支出金|(?:${givers})(?:補助|負担|分担|交付|助成|委託)(?:金|費|額|分)?|地方債|起債|[^()0-9]{0,6}債|その他(?:特定財源)?|一般(?:財源)?|特定財源|(?:[^()0-9]{1,8})?基金|繰入金|負担金|分担金|交付金|補助金|寄附金|寄付金|諸収入|使用料|手数料|受益者負担金?|(?:各|関係|構成)?市町村?費|[市町村]費|自主財源|(?<=うち)[^()0-9]{1,8}[市町村区]|[^()0-9]{1,8}[市町村区](?:負担(?:金|額|分)|分担金))$`,
  'u',
)

/** Longest heading of a column: 令和12年度(2030年度)見込み. */
const longestHead = 24

/** What kind of sums a year has: 令和6年度(予算), R7当初予算額. */
const kindOfSum = '(?:当初|補正後?)?(?:予算|事業費|決算(?:見込み?)?|実績|見込み?|予定|計画)額?(?:案)?'
const ofSums = new RegExp(`(?<=.)(?:\\(${kindOfSum}\\)|${kindOfSum})$`, 'u')

/** (R6), (2024): a year in brackets alone. */
const inBrackets = /^\(([^()]{2,12})\)$/u

/** Reads a bare cell as the heading of a column or row of sums. */
export function headOf(bare: string): Head | undefined {
  if (bare.length > longestHead) return undefined
  const year = fiscalYear((inBrackets.exec(bare)?.[1] ?? bare).replace(ofSums, ''))
  if (year !== undefined) return { kind: 'year', year }
  if (totalWords.test(bare)) return { kind: 'total' }
  return sourceWords.test(bare) ? { kind: 'source', name: bare.replace(/^うち/u, '') } : undefined
}

/** 6年度: a year that leaves its era out, as others of its row may say. */
export const isEraless = (bare: string): boolean => /^(?:元|[0-9]{1,2})年度$/u.test(bare)

const eraless = /^(元|[0-9]{1,2})年度?$/u
/** Regions began in 2008: a smaller number of a year is one of the era that began in 2019. */
const firstHeisei = 20
const startOf = (n: number): number => (n < firstHeisei ? 2018 : 1988)

/** Years of a row that leave their era out, with what its cells are as headings: 令和2年度 3年度 4年度, 2年度 3年度. Undefined where they do not follow one another. */
export function yearsInRow(
  cells: readonly string[],
  heads: readonly (Head | undefined)[],
): (number | undefined)[] | undefined {
  const numbers = cells.map((bare) => {
    const n = eraless.exec(bare)?.[1]
    return n === undefined ? undefined : n === '元' ? 1 : Number(n)
  })
  if (numbers.every((n) => n === undefined)) return undefined
  if (cells.some((_, i) => heads[i] === undefined && numbers[i] === undefined)) return undefined
  let last: number | undefined
  const years = cells.map((bare, i) => {
    const head = heads[i]
    const n = numbers[i]
    const year =
      head?.kind === 'year' ? head.year : n === undefined || (n === 1 && bare !== '元年度') ? undefined : startOf(n) + n
    if (head === undefined && last !== undefined && year !== last + 1) return undefined
    last = year ?? last
    return year
  })
  const count = cells.filter((_, i) => heads[i]?.kind !== 'total').length
  return count > 1 && years.filter((y) => y !== undefined).length === count ? years : undefined
}

/** 合計（千円） 4,700 4,800 9,500: what all projects cost, on a line of its own. */
export const isSumOfAll = (folded: string): boolean => folded.length <= longestSums && sumOfAll.test(folded)
const sumOfAll = /^(?:合計|総計|総額|計)(?:\([^()]{1,12}\))?(?: +[0-9][0-9,]*(?:[千百万億]*円)?){3,}$/u
const longestSums = 200
