import { describe, expect, it } from 'vitest'
import { drawSource, gridRules, horizontal, vertical } from '../layout/draw-page.ts'
import { readText } from '../read/text.ts'
import { columnPaths } from './column-paths.ts'
import { tables } from './tables.ts'

const at = (x: number, y: number, text: string) => ({ x, y, text })

const budget = drawSource({
  texts: [
    at(105, 122, '事業名'),
    at(225, 112, '財源内訳'),
    at(205, 132, '国'),
    at(305, 132, '一般財源'),
    at(105, 152, '橋の補修'),
    at(205, 152, '1,200'),
    at(305, 152, '△50'),
  ],
  rules: [
    ...[100, 140, 160].map((y) => horizontal(y, 100, 400)),
    horizontal(120, 200, 400),
    ...[100, 200, 400].map((x) => vertical(x, 100, 160)),
    vertical(300, 120, 160),
  ],
})

describe('tables', () => {
  it('gives cells with their spans, header and place', () => {
    const [table] = tables(budget).tables
    expect(table).toMatchObject({ pages: [1], rows: 3, cols: 3 })
    expect(table?.cells.slice(0, 2)).toMatchObject([
      {
        row: 0,
        col: 0,
        rowSpan: 2,
        colSpan: 1,
        text: '事業名',
        header: true,
        at: { page: 1, bbox: [100, 100, 200, 140] },
      },
      { row: 0, col: 1, rowSpan: 1, colSpan: 2, text: '財源内訳', header: true },
    ])
    expect(budget.text.slice(...(table?.cells[0]?.at?.span ?? [0, 0]))).toBe('事業名')
  })

  it('finds those of delimited text', async () => {
    const source = await readText(new TextEncoder().encode('取組\t内容\t役割\n観光\t周遊\t案内\n'), '')
    expect(tables(source).tables.map((t) => t.cells.map((c) => c.text).join(' '))).toEqual([
      '取組 内容 役割 観光 周遊 案内',
    ])
  })

  it('parts the lines of a Markdown cell', async () => {
    const source = await readText(
      new TextEncoder().encode('| 取組 | 内容 |\n| --- | --- |\n| 鮎 | ・育てる。<br>・放す。 |\n'),
      'a.md',
    )
    expect(tables(source).tables[0]?.cells.at(-1)?.text).toBe('・育てる。\n・放す。')
  })

  it('finds none in a document without', () => {
    expect(tables(drawSource({ texts: [at(50, 50, '前文')] }))).toEqual({ tables: [] })
  })
})

describe('columnPaths', () => {
  it('resolves a header over several rows to one path a column', () => {
    const [table] = tables(budget).tables
    expect(table && columnPaths(table)).toEqual([['事業名'], ['財源内訳', '国'], ['財源内訳', '一般財源']])
  })

  it('gives empty paths where nothing names the columns', () => {
    const [table] = tables(
      drawSource({ texts: [at(105, 112, '○')], rules: gridRules([100, 200, 300], [100, 120]) }),
    ).tables
    expect(table && columnPaths(table)).toEqual([[], []])
  })
})
