import { describe, expect, it } from 'vitest'
import { asRecognized } from '../evidence/recognized-text.ts'
import { blocksOf } from './blocks.ts'
import { type DrawnSheet, type DrawnText, drawSource, gridRules } from './draw-page.ts'

const body = (page: number): DrawnText[] =>
  [90, 110, 130].map((y, i) => ({
    x: 60,
    y,
    text: `${['港', '丘陵', '里山林', '浜'][page - 1]}の${'いろは'[i]}を${'行見聞書'[page]}う`,
  }))
const numbered = (number: string, page: number): DrawnSheet => ({
  texts: [...body(page), { x: 285, y: 810, text: number }],
})
const headed = (header: string, page: number): DrawnSheet => ({
  texts: [{ x: 200, y: 40, text: header }, ...body(page)],
})
const furniture = (...sheets: readonly DrawnSheet[]): string[] =>
  blocksOf(asRecognized(drawSource(...sheets))).flatMap((b) =>
    b.kind === 'line' && b.furniture ? [`${b.furniture} ${b.text.value}`] : [],
  )

describe('furniture of recognised pages', () => {
  it('has misread page numbers on the spot where others count the pages', () => {
    expect(furniture(...['な1', '- 2 -', '。3き', 'ーザ'].map((n, i) => numbered(n, i + 1)))).toEqual([
      'page-number な1',
      'page-number - 2 -',
      'page-number 。3き',
      'page-number ーザ',
    ])
    expect(furniture(numbered('ES', 1), numbered('2に', 2))).toHaveLength(2)
  })

  it('has no short lines that count nothing or stand elsewhere', () => {
    expect(furniture(numbered('以上', 1), numbered('別紙', 2), numbered('備考', 3))).toEqual([])
    expect(furniture(numbered('7人', 1), numbered('30人', 2))).toEqual([])
    const early = { texts: [...body(2), { x: 60, y: 500, text: '2' }] }
    expect(furniture({ texts: [...body(1), { x: 60, y: 500, text: '1' }] }, early)).toEqual([])
  })

  it('has headers that are read a little differently on every page, and one that says the title again', () => {
    const pages = ['水郷圏域の形成に係る協約', '水郷岡域の形成に係る協約', '水郷賠域の形成に係る協約']
    expect(furniture({ texts: body(1) }, ...pages.map((h, i) => headed(h, i + 2)))).toHaveLength(3)
    const title = { texts: [{ x: 200, y: 70, text: '水郷圏域の形成に係る協約(案)', size: 14 }, ...body(1)] }
    expect(furniture(title, headed('水郷圏域の形成に係る協約', 2))).toEqual(['running-header 水郷圏域の形成に係る協約'])
  })

  it('has no titles at the head of pages that begin there', () => {
    const titled = { texts: [{ x: 60, y: 90, text: '別表第一の取組の内容' }, ...body(1).slice(1)] }
    expect(furniture({ texts: body(1) }, titled, titled)).toEqual([])
  })

  it('does not tear tables that go on over the page', () => {
    const rules = gridRules([60, 160, 400], [700, 730, 760])
    const below = gridRules([60, 160, 400], [60, 90, 120])
    const blocks = blocksOf(
      asRecognized(
        drawSource(
          { texts: [...body(1), { x: 285, y: 810, text: 'ー1ー' }] },
          {
            rules,
            texts: ['区分', '内容']
              .flatMap((text, i) => [
                { x: 62 + 100 * i, y: 715, text },
                { x: 62 + 100 * i, y: 745, text: `${text}い` },
              ])
              .concat([{ x: 285, y: 810, text: 'ー2—' }]),
          },
          {
            rules: below,
            texts: [
              { x: 62, y: 75, text: '浜' },
              { x: 162, y: 75, text: '港' },
              { x: 62, y: 105, text: '丘' },
              { x: 162, y: 105, text: '谷' },
              { x: 285, y: 810, text: '。3き' },
            ],
          },
        ),
      ),
    )
    expect(blocks.flatMap((b) => (b.kind === 'table' ? [b.rows.length] : []))).toEqual([4])
  })
})
