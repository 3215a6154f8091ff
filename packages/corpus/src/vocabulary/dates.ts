import type { Random } from '../random.ts'
import { fullWidth, kanjiNumeral } from './numerals.ts'

export interface CalendarDay {
  year: number
  month: number
  day?: number
}

export type DateForm = 'full' | 'half' | 'kanji'

const eraOf = (year: number): [name: string, n: number] =>
  year >= 2020 ? ['令和', year - 2018] : ['平成', year - 1988]

const pad = (n: number): string => String(n).padStart(2, '0')

/** 令和４年３月２５日; the day is left blank where there is none, and a space stands for it. */
export function printDate({ year, month, day }: CalendarDay, form: DateForm): string {
  const write = (n: number): string =>
    form === 'kanji' ? kanjiNumeral(n) : form === 'full' ? fullWidth(String(n)) : String(n)
  const [era, n] = eraOf(year)
  return `${era}${write(n)}年${write(month)}月${day === undefined ? '　' : write(day)}日`
}

export const edtfOf = ({ year, month, day }: CalendarDay): string =>
  `${year}-${pad(month)}${day === undefined ? '' : `-${pad(day)}`}`

/** A day between 2010 and 2024, none in 2019, whose months belong to two eras. */
export function drawDay(random: Random): CalendarDay {
  const year = random.pick([2011, 2013, 2015, 2016, 2017, 2018, 2020, 2021, 2022, 2023, 2024])
  return { year, month: random.int(1, 12), day: random.int(1, 28) }
}

const shortEra = (y: number): string => (y >= 2019 ? `R${y - 2018}` : `H${y - 1988}`)

/** Headings of the columns of years, the usual ones first. */
const fiscalYears = {
  R4年度: (y: number) => `${shortEra(y)}年度`,
  令和4年度: (y: number) => (y >= 2019 ? `令和${y - 2018}年度` : `平成${y - 1988}年度`),
  '2022年度': (y: number) => `${y}年度`,
  '2022年(R4年)': (y: number) => `${y}年(${shortEra(y)}年)`,
  R4: shortEra,
} as const
export type FiscalYearForm = keyof typeof fiscalYears
export const fiscalYearForms = Object.keys(fiscalYears) as FiscalYearForm[]
export const printFiscalYear = (year: number, form: FiscalYearForm): string => fiscalYears[form](year)
