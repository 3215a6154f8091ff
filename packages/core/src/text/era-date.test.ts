import { expect, test } from 'vitest'
import { fiscalYear, hasBlankDate, readDate, readDates, readFiscalYears } from './era-date.ts'
import { fold } from './fold.ts'

test.each([
  ['令和5年(2023年)3月', '2023-03'],
  ['2023年(令和5年)3月1日', '2023-03-01'],
  ['平成２８年１０月１１日', '2016-10-11'],
  ['平成２９年 月 日', '2017'],
  ['平成30年6月 日', '2018-06'],
  ['平成30年○月○日', '2018'],
  ['令和元年五月一日', '2019-05-01'],
  ['昭和二十二年四月十七日', '1947-04-17'],
  ['平成33年4月1日', '2021-04-01'],
  ['平成52年', '2040'],
  ['2025年3月31日', '2025-03-31'],
  ['R5.3.31', '2023-03-31'],
  ['令和6年2月29日', '2024-02-29'],
  ['㍻28年1月5日', '2016-01-05'],
])('reads %s as %s', (text, edtf) => expect(readDate(fold(text))?.edtf).toBe(edtf))

test.each([
  '令和5年2月30日',
  '令和5年2月29日',
  '平成29年13月1日',
  '令和 年 月 日',
  '昭和22年法律第67号',
  '令和4年度',
  'AR5年',
])('reads no date in %s', (text) => expect(readDate(fold(text))).toBeUndefined())

test('keeps the place of a day that does not exist', () =>
  expect(readDates('締結 令和5年2月30日')).toMatchObject([{ start: 3, end: 12, year: 2023 }]))

test.each([
  ['令和 年 月 日', true],
  ['平成30年6月 日', true],
  ['令和○年○月○日', true],
  ['令和5年3月1日', false],
  ['令和5年3月', false],
])('says of %s that a part of it is blank: %s', (text, blank) => expect(hasBlankDate(fold(text))).toBe(blank))

test.each([
  ['R4年度', 2022],
  ['令和4年度', 2022],
  ['令和元年度', 2019],
  ['H27', 2015],
  ['Ｈ２７年度', 2015],
  ['2015年(H27年)', 2015],
  ['2015(平成27)年度', 2015],
  ['2022年度', 2022],
  ['平成二十七年度', 2015],
])('reads %s as fiscal year %i', (text, year) => expect(fiscalYear(fold(text))).toBe(year))

test.each(['計', '令和5年3月', '令和4～8年度', 'SDGs', '第2期', 'H27の実績'])('reads no fiscal year in %s', (text) =>
  expect(fiscalYear(fold(text))).toBeUndefined(),
)

test.each([
  ['平成29～令和2年度', 2017, 2020],
  ['平成29年度～令和2年度', 2017, 2020],
  ['令和4～8年度', 2022, 2026],
  ['令和元～2年度', 2019, 2020],
  ['2020年度から2024年度まで', 2020, 2024],
])('reads %s as %i to %i', (text, from, to) => expect(readFiscalYears(fold(text))).toMatchObject([{ from, to }]))

test('agrees with the Japanese calendar of the platform on every day since the solar calendar', () => {
  const format = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { dateStyle: 'long', timeZone: 'UTC' })
  const wrong: string[] = []
  for (let day = Date.UTC(1873, 0, 1); day < Date.UTC(2060, 0, 1); day += 86_400_000) {
    const edtf = new Date(day).toISOString().slice(0, 10)
    const text = format.format(day)
    if (readDate(text)?.edtf !== edtf) wrong.push(text)
  }
  expect(wrong).toEqual([])
})

test('takes time linear in the length of a line', () => {
  const start = performance.now()
  for (const line of ['平'.repeat(200_000), '令和5年'.repeat(50_000), '1'.repeat(200_000), 'R4~'.repeat(60_000)]) {
    readDates(line)
    readFiscalYears(line)
  }
  expect(performance.now() - start).toBeLessThan(5000)
})
