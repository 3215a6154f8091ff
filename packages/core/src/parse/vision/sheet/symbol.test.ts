import { expect, test } from 'vitest'
import type { Row } from '../row.ts'
import { bySymbols, readSymbols } from './symbol.ts'

const row = (bare: string): Row => ({
  cells: [
    { text: { value: bare, offsets: new Int32Array(bare.length) }, bare, from: 0, to: 1, wideFrom: 0, wideTo: 1 },
  ],
  gap: 0,
})
const numbered = readSymbols([row('①熊本市②大津町③菊陽町')])
const lettered = readSymbols([row('甲:豊岡市'), row('乙:香美町、新温泉町')])

test.each([
  ['①③', numbered, ['熊本市', '菊陽町']],
  ['①~③', numbered, ['熊本市', '大津町', '菊陽町']],
  ['甲、乙', lettered, ['豊岡市', '香美町', '新温泉町']],
  ['①④', numbered, undefined],
  ['熊本市', numbered, undefined],
])('reads %s by the symbols of the document', (bare, symbols, names) => {
  expect(bySymbols(bare, symbols)).toEqual(names)
})

test('reads a symbol that is given to two municipalities as neither', () => {
  expect(readSymbols([row('豊岡市(以下「甲」という。)'), row('香美町(以下「甲」という。)')]).size).toBe(0)
})
