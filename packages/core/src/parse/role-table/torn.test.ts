import { describe, expect, it } from 'vitest'
import { textOf } from '../../text/text.ts'
import { segmenterTokenizer } from '../../text/tokenizer.ts'
import type { Column } from './column.ts'
import { placeTornCells } from './torn.ts'

const columns: Column[] = [{ kind: 'description' }, { kind: 'role', party: '甲' }, { kind: 'role', party: '乙' }]
const place = (cells: readonly string[]) =>
  placeTornCells(
    cells.map((c) => textOf(c, 0, c.length)),
    columns,
    ['甲', '乙'],
    segmenterTokenizer(),
  )

const cells = [
  '温泉の魅力の発信',
  '温泉を巡る旅の魅力を共に発信する。',
  '乙と連携し、温泉の魅力を発信する。',
  '甲と連携し、温泉の魅力を発信する。',
  '林道の整備',
  '林道を整備し、木材の搬出を早める。',
  '乙と連携し、林道を整備する。',
  '甲と連携し、林道を整備する。',
]

describe('torn cells', () => {
  it('go back to the row that shares their words, whatever their order', () => {
    for (const order of [
      [0, 1, 2, 3, 4, 5, 6, 7],
      [7, 3, 0, 5, 2, 4, 1, 6],
      [6, 5, 4, 3, 2, 1, 0, 7],
    ]) {
      const { rows, left } = place(order.map((i) => cells[i] as string))
      expect(left).toEqual([])
      const found = Object.fromEntries(rows.map((r) => [r.title.value, r.cells.map((c) => c?.text.value)]))
      expect(found).toEqual({ 温泉の魅力の発信: cells.slice(1, 4), 林道の整備: cells.slice(5) })
    }
  })

  it('say how sure their place is', () => {
    for (const cell of place(cells).rows.flatMap((r) => r.cells)) {
      expect(cell?.confidence).toBeGreaterThan(0.5)
      expect(cell?.confidence).toBeLessThanOrEqual(1)
    }
  })

  it('are left over where nothing ties them to a row', () => {
    const { left } = place([...cells.slice(0, 4), '毎年一回集まる。', ...cells.slice(4)])
    expect(left.map((t) => t.value)).toEqual(['毎年一回集まる。'])
  })
})
