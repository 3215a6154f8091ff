import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { trailingAmount, yenOf } from './amount.ts'
import { moneyUnitIn } from './unit.ts'

test.each([
  ['15,000千円', undefined, 15_000_000],
  ['0千円', undefined, 0],
  ['1,234(うち一般財源234)', '千円', 1_234_000],
  ['1,234(5,678)', '千円', undefined],
  ['1.5百万円', undefined, 1_500_000],
  ['500万円', undefined, 5_000_000],
  ['1億2,000万円', undefined, 120_000_000],
  ['3億円', undefined, 300_000_000],
  ['12,345円', undefined, 12_345],
  ['△30千円', undefined, -30_000],
  ['▲1,000', '千円', -1_000_000],
  ['1,000', '百万円', 1_000_000_000],
  ['(250)', '千円', 250_000],
  ['0', undefined, 0],
])('reads %s under %s as %i yen', (bare, unit, yen) => expect(yenOf(bare, unit)).toBe(yen))

test.each(['-', '--', 'ー', '未定', '調整中', '検討中'])('knows no sum for %s', (bare) =>
  expect(yenOf(bare, '千円')).toBeNull(),
)

test('guesses no unit', () => expect(yenOf('1,000')).toBeNull())

test.each(['実施', '', '協議0千円', '12,34千円', '3か年'])('finds no amount in %s', (bare) =>
  expect(yenOf(bare)).toBeUndefined(),
)

test.each([
  ['協議 0千円', 3],
  ['方針の決定 1,500 千円', 6],
  ['実施 -', 3],
  ['実施', undefined],
])('finds the sum in %s at %s', (text, at) => expect(trailingAmount(text)).toBe(at))

test.each([
  ['(単位:千円)', '千円'],
  ['事業費(百万円)', '百万円'],
  ['金額の単位は万円', '万円'],
  ['事業費', undefined],
])('%s gives the unit %s', (text, unit) => expect(moneyUnitIn(text)).toBe(unit))

test('never throws', () => fc.assert(fc.property(fc.string(), (s) => !Number.isNaN(yenOf(s)))))
