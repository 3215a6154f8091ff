import { parse } from '@kyoyaku/core'
import { readPdf } from '@kyoyaku/pdf'
import { expect, test } from 'vitest'
import { drawPdf } from '../../draw/pdf.ts'
import { printOf, scanCasesOf } from '../../scan/scan-case.ts'
import { addText, editDistance, noCharacters } from './character-errors.ts'
import { scoreScan } from './scan-score.ts'

const cases = scanCasesOf(4, 4)

test.each(cases)('a page that was never scanned has all its cells, marks and characters: $seed', async (one) => {
  const print = printOf(one)
  const source = await readPdf(await drawPdf(print.sheets, print.font), 'a.pdf')
  const { score, misses } = scoreScan(print, source, await parse(source))
  expect(misses.filter((m) => m.page !== undefined)).toEqual([])
  expect(score.pages).toBe(print.sheets.length)
  expect(score.cells.hit).toBe(score.cells.wanted)
  expect(score.cells.found).toBe(score.cells.wanted)
  expect([score.cell.errors, score.body.errors]).toEqual([0, 0])
})

test.each([
  ['', '', 0],
  ['乙', '選', 1],
  ['1,200', '1200', 1],
  ['圏域', '', 2],
])('%s and %s differ by %i', (a, b, n) => expect(editDistance(a, b)).toBe(n))

test('width and spaces are no errors, text where none is printed is', () => {
  expect(addText(noCharacters, '第１条　目的', '第1条 目的')).toEqual({ errors: 0, characters: 5 })
  expect(addText(noCharacters, '', 'Ｉ')).toEqual({ errors: 1, characters: 0 })
})
