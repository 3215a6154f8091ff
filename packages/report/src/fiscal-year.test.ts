import { expect, test } from 'vitest'
import { fiscalYearName } from './fiscal-year.ts'

test.each([
  [2026, 'ja', 'R8年度'],
  [2019, 'ja', 'R1年度'],
  [2018, 'ja', 'H30年度'],
  [1980, 'ja', 'FY1980'],
  [2026, 'en', 'FY2026'],
] as const)('%i in %s is %s', (year, locale, name) => expect(fiscalYearName(year, locale)).toBe(name))
