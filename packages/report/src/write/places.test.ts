import { expect, test } from 'vitest'
import { revise } from '../testing/revise.ts'
import { placeIndex } from './places.ts'

const text = '一行目\n二行目の値です\n三行目'

test('quotes a value with what stands around it on its line, and counts the line', async () => {
  const revision = { ...(await revise('覚え書き', '覚え書き')), texts: { old: text } }
  const index = placeIndex(revision)
  const at = { span: [8, 9] as [number, number] }
  expect(index.idOf({ side: 'old', at })).toBe('old-1')
  expect(index.idOf({ side: 'old', at: { ...at } })).toBe('old-1')
  expect(index.idOf({ side: 'new', at: { page: 3 } })).toBe('new-2')
  expect(index.all()).toEqual([
    { id: 'old-1', side: 'old', line: 2, quote: ['二行目の', '値', 'です'] },
    { id: 'new-2', side: 'new', page: 3 },
  ])
})
