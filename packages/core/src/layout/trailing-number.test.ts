import { expect, test } from 'vitest'
import { contextOf } from '../testing/text-context.ts'
import { textBlocksOf } from './text-blocks.ts'
import { trailingNumbers } from './trailing-number.ts'

const page = '一\n二\n三\n四\n五\n六\n七\n'
const numbersIn = async (text: string): Promise<string[]> => {
  const found = trailingNumbers(textBlocksOf((await contextOf(text)).source))
  return [...found].map(([line, from]) => (line.kind === 'line' ? line.folded.slice(from).trim() : ''))
}

test.each<[string, string, string[]]>([
  ['fractions that number all pages', `協約　1/3\n${page}（取組）　2/3\n${page}3/3\n`, ['1/3', '2/3']],
  ['no shares', '甲の負担　1/2\n乙の負担　1/2\n', []],
  ['no shares that add up', `甲の負担　1/3\n${page}乙の負担　2/3\n`, []],
  ['no shares close together', '甲の負担　1/2\n乙の負担　2/2\n', []],
  ['numbers between dashes that count', `協約　－　１　－\n${page}医療　- 2 -\n`, ['- 1 -', '- 2 -']],
  ['a number behind a sentence', '連携する。 - 4 -\n', ['- 4 -']],
  ['a number between dashes without spaces', '医療　-4-\n', ['-4-']],
  ['no value between dashes', '医療　－　３　－\n交通　－　４　－\n', []],
])('finds %s', async (_, text, numbers) => expect(await numbersIn(text)).toEqual(numbers))
