import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { withCheckDigit } from './municipality-code.ts'
import { findMunicipalities, findMunicipality, isMunicipality, readMunicipalities } from './municipality-name.ts'
import { municipalities } from './municipality-table.ts'

test('holds all 1,741 municipalities, each with its own code', () => {
  const all = [...municipalities().values()].flat()
  expect(all).toHaveLength(1741)
  expect(new Set(all.map((m) => m.code)).size).toBe(1741)
})

test.each([
  ['札幌市', '011002'],
  ['横浜市', '141003'],
  ['川崎市', '141305'],
  ['浜松市', '221309'],
  ['堺市', '271403'],
  ['福岡市', '401307'],
  ['千代田区', '131016'],
  ['宮城県柴田郡川崎町', '043249'],
  ['倉吉市', '312037'],
])('gives %s the code %s', (name, code) => expect(findMunicipality(name)?.code).toBe(code))

test('computes the check digit', () => expect(withCheckDigit('13102')).toBe('131024'))

test.each(['三朝町', '東伯郡三朝町', '鳥取県東伯郡三朝町', '鳥取県三朝町', ' 三 朝 町 '])('finds %s', (name) =>
  expect(findMunicipality(name)).toMatchObject({ prefecture: '鳥取県', district: '東伯郡', name: '三朝町' }),
)

test.each(['島根県三朝町', '西伯郡三朝町', '関係市町', '本市', '○○町', '', '市'])('knows no %s', (name) =>
  expect(isMunicipality(name)).toBe(false),
)

test('leaves a name that two municipalities bear to its prefecture', () => {
  expect(findMunicipalities('府中市')).toHaveLength(2)
  expect(findMunicipality('府中市')).toBeUndefined()
  expect(findMunicipality('広島県府中市')?.code).toBe('342084')
})

test('reads names inside running text', () =>
  expect(readMunicipalities('倉吉市と三朝町、余市町及び四日市市で').map((r) => r.name)).toEqual([
    '倉吉市',
    '三朝町',
    '余市町',
    '四日市市',
  ]))

test('finds nothing in text that no municipality wrote, and never throws', () =>
  fc.assert(fc.property(fc.string(), (s) => readMunicipalities(s).every((r) => s.slice(r.start, r.end) === r.name))))

test('reads the longest of the names that begin at one place', () =>
  expect(readMunicipalities('多摩市東村山市町田市').map((r) => r.name)).toEqual(['多摩市', '東村山市', '町田市']))
