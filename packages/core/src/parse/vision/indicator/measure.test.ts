import { expect, test } from 'vitest'
import { fold } from '../../../text/fold.ts'
import { holdsSeveral, isDitto, looksLikeValue, readMeasure } from './measure.ts'

test.each([
  ['1,800人 (令和2年度)', { value: 1800, unit: '人', period: { from: '2020' } }],
  ['10回以上/年 (令和4～8年度)', { value: 10, unit: '回/年', period: { from: '2022', to: '2026' } }],
  ['５件（累計）（令和４～８年度）', { value: 5, unit: '件', period: { from: '2022', to: '2026' } }],
  ['100%(平成30年度)', { value: 100, unit: '%', period: { from: '2018' } }],
  ['R8 30人/回', { value: 30, unit: '人/回', period: { from: '2026' } }],
  ['1.2億円', { value: 120_000_000, unit: '円' }],
  ['完了(令和6年度)', { period: { from: '2024' } }],
  ['3億5,000万円', { value: 350_000_000, unit: '円' }],
  ['30件/年', { value: 30, unit: '件/年' }],
  ['5か年で100件', { value: 100, unit: '件' }],
  ['前年度比＋1ポイント', {}],
  ['10％増', {}],
  ['10～15件', {}],
  ['倉吉市10人、三朝町20人', {}],
  ['現状維持以上', {}],
  ['—', {}],
])('reads %s', (text, expected) => expect(readMeasure(fold(text))).toEqual(expected))

test('takes the year of the heading where the value names none', () =>
  expect(readMeasure('25件', { from: '2027' })).toEqual({ value: 25, unit: '件', period: { from: '2027' } }))

test.each(['〃', '同上'])('%s repeats the value above', (text) => expect(isDitto(text)).toBe(true))

test.each([
  ['1,800人', true],
  ['検討中', true],
  ['-', true],
  ['イベント参加者数', false],
  ['3か年の平均参加者数', false],
])('%s looks like a value: %s', (text, is) => expect(looksLikeValue(text)).toBe(is))

test.each([
  ['40社（R4）300人（R4）', true],
  ['3人 210件', true],
  ['10～20人', false],
  ['令和4年度 30人', false],
  ['年2回以上', false],
  ['増加', false],
])('says of %s whether it holds several values: %s', (text, several) => {
  expect(holdsSeveral(text)).toBe(several)
})
