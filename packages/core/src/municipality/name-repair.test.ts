import { expect, test } from 'vitest'
import { isOneEditAway, repairMunicipality } from './name-repair.ts'

test.each([
  ['和气町', '和気町'],
  ['高﨑市', '高崎市'],
  ['髙松市', '高松市'],
  ['藤澤市', '藤沢市'],
  ['二セコ町', 'ニセコ町'],
  ['八丈盯', '八丈町'],
])('repairs %s to %s by the shape of its characters', (from, to) => expect(repairMunicipality(from)).toBe(to))

test.each([
  ['倉古市', ['倉吉市', '三朝町'], '倉吉市'],
  ['湯梨町', ['倉吉市', '湯梨浜町'], '湯梨浜町'],
])('repairs %s among %j', (from, members, to) => expect(repairMunicipality(from, members)).toBe(to))

test.each([
  ['三朝町', []],
  ['府中市', []],
  ['全市町', []],
  ['三明町', []],
  ['北三町', ['北栄町', '北竜町']],
  ['関係市町', ['倉吉市']],
  ['吉野中央町', ['倉吉市']],
])('leaves %s alone among %j', (name, members) => expect(repairMunicipality(name, members)).toBeUndefined())

test.each([
  ['ab', 'abc', true],
  ['abc', 'axc', true],
  ['abc', 'abc', false],
  ['abc', 'acb', false],
])('%s and %s are one edit apart: %s', (a, b, is) => expect(isOneEditAway(a, b)).toBe(is))
