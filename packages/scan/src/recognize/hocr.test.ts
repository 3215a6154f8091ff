import { expect, test } from 'vitest'
import { readHocr } from './hocr.ts'

const page = "<div class='ocr_page' id='page_1' title='image \"unknown\"; bbox 0 0 50 51; ppageno 0'>"
const line = "<span class='ocr_line' id='line_1_1' title=\"bbox 18 15 28 36; baseline 0 0; x_size 29\">"
const word = "<span class='ocrx_word' id='word_1_1' title='bbox 18 15 28 36; x_wconf 96'>"
const symbol = (value: string, x = 0) =>
  ` <span class='ocrx_cinfo' title='x_bboxes ${x} 1 ${x + 9} 30; x_conf 98'>${value}</span>`
const choice = (value: string, confidence: number) =>
  `  <span class='ocrx_cinfo' id='choice_1_1_1' title='x_confs ${confidence}'>${value}</span>`
const textOf = (hocr: string[]) => readHocr(hocr.join('\n')).map((p) => p.map((c) => c.value).join(''))

test('characters come with their boxes and confidences', () => {
  expect(readHocr([page, line, word, symbol('圏', 12)].join('\n'))).toEqual([
    [{ value: '圏', confidence: 0.975, x0: 12, y0: 1, x1: 21, y1: 30 }],
  ])
})

test('words of Japanese stand together, words of Latin letters apart, numbers together', () => {
  expect(textOf([page, line, word, symbol('連'), word, symbol('携')])).toEqual(['連携'])
  expect(textOf([page, line, word, symbol('A'), symbol('b'), word, symbol('C'), word, symbol('市')])).toEqual([
    'Ab C市',
  ])
  expect(textOf([page, line, word, symbol('1'), symbol(','), word, symbol('5')])).toEqual(['1,5'])
})

test('lines are parted by a line feed, pages are apart', () => {
  expect(textOf([page, line, word, symbol('上'), line, word, symbol('下'), page, line, word, symbol('次')])).toEqual([
    '上\n下',
    '次',
  ])
})

test('choices that the engine lists below a character are no text', () => {
  const [read = []] = readHocr(
    [page, line, word, symbol(','), choice(',', 92), choice('.', 37), symbol('5')].join('\n'),
  )
  expect(read.map((c) => c.value).join('')).toBe(',5')
})

test('entities are characters', () => {
  expect(textOf([page, line, word, symbol('&lt;'), symbol('&amp;')])).toEqual(['<&'])
})
