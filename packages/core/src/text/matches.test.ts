import { expect, test } from 'vitest'
import { matchesOf } from './matches.ts'

const years = /(?<era>令和|平成)(?<year>[0-9]{1,2})/gu

test.each(['令和5年から平成31年', '平成30年度', '年度', ''])(
  'all matches of %j are those that the language finds',
  (text) => {
    expect(matchesOf(text, years)).toEqual([...text.matchAll(years)])
  },
)

test('where a pattern was used before does not matter', () => {
  years.lastIndex = 4
  expect(matchesOf('令和5年', years)).toHaveLength(1)
})
