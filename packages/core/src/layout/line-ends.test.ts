import { expect, test } from 'vitest'
import { readText } from '../read/text.ts'
import { linesOf } from './lines.ts'
import { textBlocksOf } from './text-blocks.ts'

test.each([
  ['carriage returns', '\r'],
  ['both', '\r\n'],
  ['soft breaks', '\v'],
  ['separators', '\u2028'],
])('reads lines that end in %s, each at its place in the source', async (_, end) => {
  const source = await readText(new TextEncoder().encode(['第１条', 'あ\tい\tう', 'え\tお\tか'].join(end)), 'x.txt')
  const [line, table] = textBlocksOf(source)
  expect(line?.kind === 'line' && line.text.value).toBe('第１条')
  const cell = table?.kind === 'table' ? table.rows[1]?.[0]?.text : undefined
  expect(source.text[cell?.offsets[0] ?? -1]).toBe('え')
})

test('does not take the return of a line feed for a line', async () => {
  const source = await readText(new TextEncoder().encode('あ\r\nい\r\n\r\nう'), 'x.txt')
  expect(linesOf(source).map((l) => l.gap)).toEqual([0, 0, 1])
})
