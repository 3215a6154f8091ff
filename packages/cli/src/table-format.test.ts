import type { TablesResult } from '@kyoyaku/core'
import { describe, expect, it } from 'vitest'
import { csvOf, htmlOf } from './table-format.ts'

const result = (...rows: string[][]): TablesResult => ({
  tables: [
    {
      pages: [1],
      rows: rows.length,
      cols: Math.max(...rows.map((r) => r.length)),
      cells: rows.flatMap((r, row) => r.map((text, col) => ({ row, col, rowSpan: 1, colSpan: 1, text }))),
    },
  ],
})

describe('csvOf', () => {
  it.each([
    ['事業名', '事業名'],
    ['1,000千円', '"1,000千円"'],
    ['「"」', '"「""」"'],
    ['=1+1', `"'=1+1"`],
    ['+5人', `"'+5人"`],
    ['-', `"'-"`],
    ['@町', `"'@町"`],
    ['＝合計', `"'＝合計"`],
  ])('writes %s as %s', (text, field) => {
    expect(csvOf(result([text]))).toBe(`${field}\r\n`)
  })

  it('leaves the places that a cell spans empty and parts tables by an empty line', () => {
    const { tables } = result(['区分', '額'])
    const wide = { ...tables[0], cols: 3, cells: tables[0]?.cells.map((c) => ({ ...c, col: c.col * 2 })) ?? [] }
    expect(csvOf({ tables: [wide as never, ...tables] })).toBe('区分,,額\r\n\r\n区分,額\r\n')
  })
})

describe('htmlOf', () => {
  it('escapes what a document says', () => {
    expect(htmlOf(result(['<b>&"\'']), 'a<b')).toContain('<td>&lt;b&gt;&amp;&quot;&#39;</td>')
    expect(htmlOf(result(['x']), 'a<b')).toContain('<title>a&lt;b</title>')
  })

  it('keeps spans and headers', () => {
    const cell = { row: 0, col: 0, rowSpan: 2, colSpan: 3, text: '区分', header: true as const }
    expect(htmlOf({ tables: [{ pages: [], rows: 2, cols: 3, cells: [cell] }] }, '')).toContain(
      '<tr><th rowspan="2" colspan="3">区分</th></tr>',
    )
  })
})
