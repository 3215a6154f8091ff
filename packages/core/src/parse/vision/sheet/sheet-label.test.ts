import { expect, test } from 'vitest'
import { isEveryone, isPartyGroup, labelOf } from './sheet-label.ts'

test.each([
  ['事務事業名', 'title'],
  ['取組名', 'title'],
  ['【事業名】', 'title'],
  ['連携市町', 'participants'],
  ['関係市町村', 'participants'],
  ['連携する市町村', 'participants'],
  ['事業目的', 'purpose'],
  ['目的', 'purpose'],
  ['取組内容', 'activities'],
  ['事業概要', 'activities'],
  ['工程及び事業費(見込額)', 'budget'],
  ['概算事業費', 'budget'],
  ['スケジュール', 'schedule'],
  ['役割・費用負担', 'roles'],
  ['役割分担及び費用分担', 'roles'],
  ['重要業績評価指標(KPI)', 'indicators'],
  ['成果指標', 'indicators'],
  ['SDGs', 'sdgs'],
  ['政策分野', 'pillar'],
  ['連携取組名', 'initiative'],
  ['担当課', 'note'],
  ['備考', 'remarks'],
])('%s labels the %s', (bare, kind) => expect(labelOf(bare)?.kind).toBe(kind))

test('reads the unit of a label', () => expect(labelOf('事業費(千円)')).toEqual({ kind: 'budget', unit: '千円' }))
test('reads the unit of a label in square brackets', () =>
  expect(labelOf('事業費[千円]')).toEqual({ kind: 'budget', unit: '千円' }))
test('reads the party of a role', () => expect(labelOf('関係市町の役割')).toEqual({ kind: 'role', party: '関係市町' }))
test.each(['', '事業を実施する。', '職員研修', '連携市町と協議の上、費用を負担する'])('%j is no label', (bare) =>
  expect(labelOf(bare)).toBeUndefined(),
)

test.each(['全市町', '全市町村', '圏域全市町', '圏域内の全市町村', 'すべての構成市町', '圏域全体'])(
  '%s means everyone',
  (bare) => expect(isEveryone(bare)).toBe(true),
)
test.each(['連携市町', '関係市町村', '中心市', '周辺市町', '両市', '甲', '長野県'])('%s can have a role', (bare) =>
  expect(isPartyGroup(bare)).toBe(true),
)
