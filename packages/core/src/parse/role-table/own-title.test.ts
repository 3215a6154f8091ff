import { expect, test } from 'vitest'
import { textOf } from '../../text/text.ts'
import { withOwnTitle } from './own-title.ts'
import type { Row } from './row.ts'

const rowOf = (...lines: string[]): Row => ({
  columns: [{ kind: 'description' }, { kind: 'role', party: '甲' }],
  cells: [{ pieces: lines.map((l) => textOf(l, 0, l.length)) }, { pieces: [textOf('貸す。', 0, 3)] }],
})
const cellsOf = (row: Row | undefined): string[][] | undefined =>
  row?.cells.map((cell) => cell?.pieces.map((p) => p.value) ?? [])

test('a numbered first line, shorter than those of a sentence, is the title of the row', () =>
  expect(cellsOf(withOwnTitle(rowOf('ア　雪の備え', '除雪の計画を共に作り、', '住民に知らせる。')))).toEqual([
    ['ア　雪の備え'],
    ['除雪の計画を共に作り、', '住民に知らせる。'],
    ['貸す。'],
  ]))

test('a title before a space stays in its cell', () => {
  const row = rowOf('雪の備え 除雪の計画を作る。')
  expect(withOwnTitle(row)).toBe(row)
})

test.each([
  ['a wrapped sentence', ['ア　除雪の計画を共', 'に作る。']],
  ['a list', ['ア　計画', 'イ　除雪の計画を共に作り、住民に知らせる。']],
  ['a wrapped title', ['ア　雪の備え', 'と除雪の計画の作成']],
])('%s is no title with a text', (_, lines) => expect(withOwnTitle(rowOf(...lines))).toBeUndefined())
