import { expect, test } from 'vitest'
import { isUnclearUnit, moneyUnitIn } from './unit.ts'

test.each([
  ['（単位：千円）'.normalize('NFKC'), '千円', false],
  ['事業費(百万円)', '百万円', false],
  ['単位 円', '円', false],
  ['予算額(見込額:円)', '円', false],
  ['(単位:手円)', undefined, true],
  ['事業費(潤位:衝円)', undefined, true],
  ['事業費(午万円)', undefined, true],
  ['事業費(見込)', undefined, false],
])('the unit of %s is %s', (text, unit, isUnclear) => {
  expect(moneyUnitIn(text)).toBe(unit)
  expect(isUnclearUnit(text)).toBe(isUnclear)
})
