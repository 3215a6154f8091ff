import { describe, expect, it } from 'vitest'
import type { Block } from './block.ts'
import { blocksOf } from './blocks.ts'
import { type DrawnText, drawSource, horizontal, vertical } from './draw-page.ts'

/** A line of vertical writing, every character placed by itself. */
const stacked = (x: number, y: number, text: string): DrawnText[] =>
  [...text].map((c, i) => ({ x, y: y + i * 10, text: c }))
const down = (x: number, y: number, text: string): DrawnText => ({ x, y, text, rotation: 90 })

const read = (blocks: readonly Block[]): (string | string[])[] =>
  blocks.map((b) => (b.kind === 'line' ? b.text.value : b.rows.map((row) => row.map((c) => c.text.value).join('|'))))

/** Lines at these heights from the left, turned a quarter: the page's right side is their top. */
const frame = [
  ...[400, 370, 340].map((x) => vertical(x, 100, 300)),
  ...[100, 180, 300].map((y) => horizontal(y, 340, 400)),
]

describe('pages that are turned to be read', () => {
  it('have lines that run downwards where every character is placed by itself below the one before', () => {
    const texts = [
      ...stacked(420, 100, '（目的）'),
      ...stacked(400, 90, '第一条　甲及び乙は、取組'),
      ...stacked(384, 100, 'を行う。'),
    ]
    expect(read(blocksOf(drawSource({ texts: [...texts, { x: 290, y: 810, text: '- 3 -' }] })))).toEqual([
      '（目的）',
      '第一条　甲及び乙は、取組',
      'を行う。',
      '- 3 -',
    ])
  })

  it('keep the figures and spaces of writing downwards, which are drawn by themselves too', () => {
    const texts = [
      ...stacked(420, 100, '第一条　次の取組を行う。'),
      ...stacked(400, 90, '２　前項の取組は、別に定める。'),
      ...stacked(384, 200, '甲　備前市長　吉　村'),
    ]
    expect(read(blocksOf(drawSource({ texts })))).toEqual([
      '第一条　次の取組を行う。',
      '２　前項の取組は、別に定める。',
      '甲　備前市長　吉　村',
    ])
  })

  it('have tables whose rows follow from right to left in vertical writing', () => {
    const texts = [
      ...stacked(420, 100, '別表第一'),
      ...stacked(380, 105, '取組'),
      ...stacked(380, 185, '甲の役割'),
      ...stacked(350, 105, '救急医療'),
      ...stacked(350, 185, '診療所を運営する'),
    ]
    const [title, table] = blocksOf(drawSource({ texts, rules: frame }))
    expect(read([title, table] as Block[])).toEqual(['別表第一', ['取組|甲の役割', '救急医療|診療所を運営する']])
    expect(table?.box?.map(Math.round)).toEqual([340, 100, 400, 300])
  })

  it('have tables and page numbers that lie across', () => {
    const sheet = (n: number) => ({
      texts: [
        down(380, 105, '取組'),
        down(380, 185, '役割'),
        down(350, 105, '医療'),
        down(350, 185, '運営'),
        down(20, 400, `- ${n} -`),
      ],
      rules: frame,
    })
    const blocks = blocksOf(drawSource(sheet(1)))
    expect(read(blocks)).toEqual([['取組|役割', '医療|運営'], '- 1 -'])
    expect(blocks[1]).toMatchObject({ furniture: 'page-number', turn: 90 })
  })
})
