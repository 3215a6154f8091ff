import { describe, expect, test } from 'vitest'
import { parse, readText } from '../packages/core/src/index.ts'
import { missesOf, resultMisses } from './expectation.ts'
import { readAccount, readFixtures } from './fixture-files.ts'

const fixtures = readFixtures()

describe('fixtures', () => {
  test.each(fixtures)('$name', async ({ name, bytes, expected }) => {
    const result = await parse(await readText(bytes, `${name}/input.txt`))
    expect(resultMisses(expected, result)).toEqual([])
  })

  test.each(fixtures)('$name says where it comes from and who looked at it', ({ name }) => {
    expect(readAccount(name)).toEqual({
      origin: expect.stringContaining('written for this project'),
      why: expect.any(String),
      checkedBy: expect.any(String),
      date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/u),
    })
  })

  test('are at least thirty', () => expect(fixtures.length).toBeGreaterThanOrEqual(30))
})

describe('an expectation', () => {
  test('takes objects as subsets', () => expect(missesOf({ a: 1 }, { a: 1, b: 2 })).toEqual([]))
  test('takes lists whole', () => expect(missesOf({ a: ['x'] }, { a: ['x', 'y'] })).toHaveLength(1))
  test('overlooks width and white space', () => expect(missesOf('第１条 目的', '第1条目的')).toEqual([]))
  test('names the place of a miss', () =>
    expect(missesOf({ a: [{ title: 'T', yen: 0 }] }, { a: [{ title: 'T', yen: null }] })).toEqual([
      'a[0 T].yen: want 0, got null',
    ]))
  test('finds a diagnostic among others', () => {
    const result = { diagnostics: [{ code: 'article-gap', data: { found: '5' } }] }
    expect(resultMisses({ diagnostics: [{ code: 'article-gap' }], no: ['role-missing'] }, result as never)).toEqual([])
    expect(resultMisses({ no: ['article-gap'] }, result as never)).toHaveLength(1)
  })
})
