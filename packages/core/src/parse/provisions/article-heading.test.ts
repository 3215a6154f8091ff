import { expect, test } from 'vitest'
import { fold } from '../../text/fold.ts'
import { readArticleHeading } from './article-heading.ts'
import { numberOf } from './numbering.ts'

const number = (line: string, fresh = true, last: number[] | undefined = undefined): string | undefined => {
  const heading = readArticleHeading(fold(line), { last, fresh })
  return heading && numberOf(heading.ordinal, heading.upTo)
}

test.each([
  ['第１条　この協約は', '1'],
  ['第 １ 条 この協約は', '1'],
  ['第一条　この法律は', '1'],
  ['第３条の２　甲は', '3_2'],
  ['第二百五十二条の二　普通地方公共団体は', '252_2'],
  ['第八百四十六条の二の三　株主は', '846_2_3'],
  ['第1条(目的) この協約は', '1'],
  ['第１条', '1'],
  ['第十五条から第十八条まで　削除', '15:18'],
])('reads %s as the heading of article %s', (line, expected) => expect(number(line)).toBe(expected))

test.each([
  '第１８０条第１項の規定により',
  '第２条に規定する',
  '第３条及び第４条の',
  '第５条、第６条',
  '第１条中「甲」を',
])('reads %s at the start of a wrapped line as text', (line) => expect(number(line, false, [3])).toBeUndefined())

test('reads a heading amid a sentence only when its number is the next', () => {
  expect(number('第４条　甲は', false, [3])).toBe('4')
  expect(number('第９条　甲は', false, [3])).toBeUndefined()
})
