import { matchesOf } from './matches.ts'
import { numeralOf } from './numeral.ts'

/** Eras since the solar calendar (1873): names as printed, and the year before the first. */
const eras: readonly { names: readonly string[]; before: number }[] = [
  { names: ['令和', '㋿', 'R'], before: 2018 },
  { names: ['平成', '㍻', 'H'], before: 1988 },
  { names: ['昭和', '㍼', 'S'], before: 1925 },
  { names: ['大正', '㍽', 'T'], before: 1911 },
  { names: ['明治', '㍾', 'M'], before: 1867 },
]

const beforeByName = new Map(eras.flatMap(({ names, before }) => names.map((name) => [name, before] as const)))

const era = '(?:令和|平成|昭和|大正|明治|[㋿㍻㍼㍽㍾]|(?<![A-Za-z])[RHSTM])'
const number = '(?:[0-9]{1,2}|[一二三四五六七八九十〇]{1,3})'
const space = '[ \\n]{0,6}'
const westernYear = '(?<![0-9,.])(?:1[89][0-9]{2}|20[0-9]{2})'
const blank = `(?:[〇●□_*-]{0,3})`

/** 令和5年, 令和5年(2023年), 2023年(令和5年). */
const year =
  `(?:(?<era>${era})${space}(?<eraYear>元|${number})${space}年|(?<western>${westernYear})${space}年)` +
  `(?:${space}\\(${space}(?:${era}${space}(?:元|${number})|[12][0-9]{3})${space}年?${space}\\))?`
const written = new RegExp(
  `${year}(?!度|法律|政令|条例|規則|規約|告示|勅令|訓令)(?:${space}(?<month>${number}|${blank})${space}月(?!間)(?:${space}(?<day>${number}|${blank})${space}日(?!間))?)?`,
  'gu',
)
/** R5.3.31, 令和5.3.31, 2023/3/31. */
const dotted = new RegExp(
  `(?:(?<era>${era})${space}(?<eraYear>元|[0-9]{1,2})|(?<western>${westernYear}))[./-](?<month>[0-9]{1,2})[./-](?<day>[0-9]{1,2})(?![0-9./])`,
  'gu',
)

/** The calendar year of the n-th year of an era. Years past the end of an era count on: 平成33年 is 2021. */
function eraYear(name: string, n: number): number | undefined {
  const before = beforeByName.get(name)
  return before === undefined || n < 1 ? undefined : before + n
}

function yearOf(groups: Record<string, string | undefined>): number | undefined {
  if (groups.western !== undefined) return Number(groups.western)
  const n = groups.eraYear === '元' ? 1 : numeralOf(groups.eraYear ?? '')
  return n === undefined ? undefined : eraYear(groups.era ?? '', n)
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** A date in folded text at [start, end). `edtf` is absent where the calendar has no such day. */
export interface DateReading {
  start: number
  end: number
  edtf?: string
  year: number
  month?: number
  day?: number
  /** A month or day is printed without its number: 平成30年6月 日. */
  blank: boolean
}

function reading(match: RegExpMatchArray): DateReading | undefined {
  const groups = match.groups ?? {}
  const year = yearOf(groups)
  if (year === undefined) return undefined
  const month = groups.month ? numeralOf(groups.month) : undefined
  const day = groups.day ? numeralOf(groups.day) : undefined
  const start = match.index ?? 0
  const base = { start, end: start + match[0].length, year }
  const monthBlank = groups.month !== undefined && !month
  const dayBlank = groups.day !== undefined && !day
  if (monthBlank || month === undefined) return { ...base, edtf: String(year), blank: monthBlank || dayBlank }
  if (month > 12) return { ...base, blank: false }
  const edtf = `${year}-${String(month).padStart(2, '0')}`
  if (dayBlank || day === undefined) return { ...base, edtf, month, blank: dayBlank }
  if (day > daysIn(year, month)) return { ...base, month, day, blank: false }
  return { ...base, edtf: `${edtf}-${String(day).padStart(2, '0')}`, month, day, blank: false }
}

/** All dates of folded text in order, days that do not exist included (without `edtf`). The year of a law number is no date. */
export function readDates(folded: string): DateReading[] {
  const found = [...matchesOf(folded, written), ...matchesOf(folded, dotted)]
    .map(reading)
    .filter((r) => r !== undefined)
  return found.sort((a, b) => a.start - b.start)
}

/** The first date of folded text that the calendar has. */
export const readDate = (folded: string): (DateReading & { edtf: string }) | undefined =>
  readDates(folded).find((r): r is DateReading & { edtf: string } => r.edtf !== undefined)

const blankDate = new RegExp(
  `${era}${space}${blank}${space}年${space}(?:${number}|${blank})${space}月${space}(?:${number}|${blank})${space}日`,
  'u',
)

/** Whether a date is still to be filled in, wholly or in part: 令和 年 月 日, 平成30年6月 日, 令和○年○月○日. */
export const hasBlankDate = (folded: string): boolean =>
  blankDate.test(folded) || readDates(folded).some((r) => r.blank)

/** A fiscal year, or a range of them, at [start, end) of folded text. */
export interface FiscalYearReading {
  start: number
  end: number
  from: number
  to?: number
}

const fiscal =
  `(?:(?<era#>${era})${space}(?<eraYear#>元|${number})|(?<western#>${westernYear}))` +
  `(?:${space}(?:年度|年|(?=度)))?(?:${space}\\(${space}(?:${era}${space}(?:元|${number})|[12][0-9]{3})${space}(?:年度|年)?${space}\\)(?:年度)?)?度?`
const fiscalYears = new RegExp(
  `${fiscal.replaceAll('#', '')}(?:${space}(?:~|-|から)${space}(?:${fiscal.replaceAll('#', '2')}|(?<bare2>元|${number}${space}(?=年度)))(?:年度|年)?)?`,
  'gu',
)

/**
 * Fiscal years of folded text in order: R4年度, 令和4年度, H27, 2015年(H27年), 2015(平成27)年度, and ranges such as
 * 平成29~令和2年度 and 令和4~8年度. A year that goes on as a date (令和5年3月) is none.
 */
export function readFiscalYears(folded: string): FiscalYearReading[] {
  const found: FiscalYearReading[] = []
  for (const match of matchesOf(folded, fiscalYears)) {
    const groups = match.groups ?? {}
    const end = match.index + match[0].length
    if (/^[ \n]{0,6}[0-9一二三四五六七八九十〇]{0,3}[ \n]{0,6}月/u.test(folded.slice(end, end + 18))) continue
    const from = yearOf(groups)
    if (from === undefined) continue
    const bare = groups.bare2 === undefined ? undefined : numeralOf(groups.bare2.trim())
    const to =
      bare !== undefined
        ? eraYear(groups.era ?? '', bare)
        : yearOf({ era: groups.era2, eraYear: groups.eraYear2, western: groups.western2 })
    found.push({ start: match.index, end, from, ...(to === undefined ? {} : { to }) })
  }
  return found
}

/** An era, or a year that is none of it: most cells that are asked hold sums. */
const beginsYear = /^(?:[令平昭大明㋿㍻㍼㍽㍾RHSTM]|1[89][0-9]{2}|20[0-9]{2})/u

/** The fiscal year that a cell such as R4年度, H27 or 2015年(H27年) names; undefined where it says anything else. */
export function fiscalYear(folded: string): number | undefined {
  const text = folded.trim()
  if (!beginsYear.test(text)) return undefined
  const [first] = readFiscalYears(text)
  return first && first.start === 0 && first.end === text.length && first.to === undefined ? first.from : undefined
}
