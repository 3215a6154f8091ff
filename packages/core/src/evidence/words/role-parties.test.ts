import { expect, test } from 'vitest'
import { correctedLines, correctedTable } from '../recognized-text.ts'

const title = ['取組内容', '観光の推進']
const roles = (...own: string[]): string[][] => own.map((text, i) => [`${'甲乙丙丁'[i]}の役割`, text])
const right = roles('乙、丙及び丁は行う。', '甲、丙及び丁は行う。', '甲、乙及び丁は行う。', '甲、乙及び丙は行う。')

/** The rows of the second of two tables of roles; the first is right. */
const second = (rows: string[][], unsure: string[] = []): string[][] =>
  correctedTable([title, ...right, title, ...rows], { unsure }).rows.slice(6)

test.each([
  [roles('乙、栓及び本は行う。', '甲、丙及び丁は行う。', '甲、選及び本は行う。', '甲、乙及び西は行う。')],
  [roles('乙、丙及びは行う。', '甲、丙及び丁は行う。', '甲、乙及び丁は行う。', '甲、乙及び丙は行う。')],
])('lists of the role of a party name all others: %j', (rows) => expect(second(rows)).toEqual(right))

test('labels that follow one another are of the parties in their order', () => {
  const rows = right.map(([label = '', text = ''], i) => [i === 2 ? '耳の役割' : i === 3 ? '本の役割' : label, text])
  expect(second(rows)).toEqual(right)
})

test('a list of a part of the parties, or with another body, stays', () => {
  const rows = roles('乙及び県は行う。', '甲、丙及び県は行う。', '甲及び乙は行う。', '甲、乙及び丙は行う。')
  expect(second(rows)).toEqual(rows)
})

test('what is no word before の is the symbol that it looks like', () => {
  const rows = (seen: string): string[][] => [
    ['甲の役割', '広報をする。'],
    ['乙の役割', `広報を${seen}の市民に。`],
  ]
  expect(correctedTable([title, ...rows('選')]).rows.slice(1)).toEqual(rows('乙'))
  expect(correctedTable([title, ...rows('本')]).rows.slice(1)).toEqual(rows('本'))
})

test('a symbol in words in which roles name their own party', () => {
  const rows = (third: string): string[][] =>
    roles('広報を甲の住民に。', '広報を乙の住民に。', `広報を${third}の住民に。`, '広報を丁の住民に。')
  expect(second(rows('際'), ['際'])).toEqual(rows('丙'))
  expect(second(rows('際'))).toEqual(rows('際'))
  expect(second(rows('る'))).toEqual(rows('丙'))
  expect(second(rows(''))).toEqual(rows('丙'))
})

test.each([
  ['甲及びと連携し、協力する。', '甲及び乙と連携し、協力する。'],
  ['甲及び丙と連携し、協力する。', '甲及び丙と連携し、協力する。'],
  ['甲及び県と連携し、協力する。', '甲及び県と連携し、協力する。'],
])('a role in an article whose list lost its last party: %s', (seen, right) => {
  const roles = (last: string): string =>
    ['乙及び丙', '甲及び丙', '甲及び乙', '乙及び丙', '甲及び丙']
      .map((list, i) => `(${'アイウ'[i % 3]})　${'甲乙丙'[i % 3]}の役割\n${list}と連携し、協力する。`)
      .join('\n')
      .concat(`\n(ウ)　丙の役割\n${last}`)
  expect(correctedLines(roles(seen))).toBe(roles(right))
})
