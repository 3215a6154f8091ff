import { expect, test } from 'vitest'
import { correctedLines, correctedTable } from '../recognized-text.ts'

const of = (sentence: string): string =>
  `三朝町（以下「甲」という。）と北栄町（以下「乙」という。）は、連携する。\n（取組）\n第１条　${sentence}`

test.each([
  ['甲ととるとが連携する取組は、別表に定める。', '甲と乙とが連携する取組は、別表に定める。'],
  ['甲とととが連携する取組は、別表に定める。', '甲と乙とが連携する取組は、別表に定める。'],
  ['費用は、甲及びがその受ける利益に応じて負担する。', '費用は、甲及び乙がその受ける利益に応じて負担する。'],
  ['費用は、甲及びみのは、負担する。', '費用は、甲及び乙は、負担する。'],
  ['費用は、甲及びののいずれかが負担する。', '費用は、甲及び乙のいずれかが負担する。'],
  ['代表を甲とするとは限らない。', '代表を甲とするとは限らない。'],
])('of two parties the second, read as kana or not at all: %s', (seen, right) =>
  expect(correctedLines(of(seen), { unsure: ['みの', 'のの'] })).toBe(of(right)),
)

const three = (sentence: string): string =>
  `三朝町（以下「甲」という。）、北栄町（以下「乙」という。）及び湯梨浜町（以下「丙」という。）は、連携する。\n（取組）\n第１条　甲、乙及び丙は、計画を作成し、乙との調整を行う。\n第２条　${sentence}`

test.each([
  ['甲、及び丙は、協議する。', '甲、乙及び丙は、協議する。'],
  ['甲、及び丙は、協議し、甲及び丙に通知する。', '甲、乙及び丙は、協議し、甲及び丙に通知する。'],
  ['甲は、案を作成し、との調整を行う。', '甲は、案を作成し、乙との調整を行う。'],
  ['甲、乙、及び丙は、協議する。', '甲、乙、及び丙は、協議する。'],
  ['乙及び内のいずれかは、協議する。', '乙及び丙のいずれかは、協議する。'],
  ['乙及び県のいずれかは、協議する。', '乙及び県のいずれかは、協議する。'],
  ['道路、及び河川は、甲が管理する。', '道路、及び河川は、甲が管理する。'],
])('what was not read between words that the document has around a party: %s', (seen, right) =>
  expect(correctedLines(three(seen))).toBe(three(right)),
)

const four = (sentence: string): string =>
  `三朝町（以下「甲」という。）、北栄町（以下「乙」という。）、湯梨浜町（以下「丙」という。）及び琴浦町（以下「丁」という。）は、連携する。\n第１条　甲、乙、丙及び丁は、計画を作成する。\n第２条　${sentence}`

test.each([
  ['甲、乙、西及び本は、協議する。', '甲、乙、丙及び丁は、協議する。'],
  ['甲、、丙及び丁は、協議する。', '甲、乙、丙及び丁は、協議する。'],
  ['甲、乙、西及び町は、協議する。', '甲、乙、丙及び町は、協議する。'],
])('of four parties those that are left, in their order: %s', (seen, right) =>
  expect(correctedLines(four(seen))).toBe(four(right)),
)

test('no text begins with との: a symbol was read as its と', () => {
  const rows = [
    ['甲（三朝町）の役割', '乙（北栄町）の役割'],
    ['甲の資料を提供し、乙に通知する。', 'との住民に周知する。'],
    ['甲及び乙は、協議する。', '甲との調整を行う。'],
  ]
  expect(
    correctedTable(rows, { unsure: ['との住'] })
      .rows.slice(1)
      .map(([, role]) => role),
  ).toEqual(['乙の住民に周知する。', '甲との調整を行う。'])
})
