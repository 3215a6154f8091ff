import { expect, test } from 'vitest'
import { contextOf } from '../testing/text-context.ts'
import { doubtForeignNames } from './foreign-name.ts'

test.each([
  [['平塚市', '大磯町', '一宮町'], ['一宮町']],
  // Its neighbours of Chiba, the one that it looks like beside it, and too few to tell.
  [['平塚市', '大磯町', '一宮町', '茂原市'], []],
  [['平塚市', '大磯町', '一宮町', '二宮町'], []],
  [['平塚市', '一宮町'], []],
  // A region over two prefectures whose names look like no others.
  [['米子市', '境港市', '松江市'], []],
])('of %j doubts %j', async (names, doubted) => {
  const context = await contextOf('ビジョン', 'en')
  doubtForeignNames(context, new Map(names.map((name) => [name, undefined])))
  expect(context.diagnostics.map((d) => d.data?.text)).toEqual(doubted)
})
