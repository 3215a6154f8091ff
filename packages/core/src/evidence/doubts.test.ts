import { expect, test } from 'vitest'
import { parse } from '../parse/parse.ts'
import { kuromojiTokenizer } from '../text/kuromoji-tokenizer.ts'
import { asRecognized, tableSource } from './recognized-text.ts'

const doubted = async (rows: string[][], confidence: number, unsure: string[] = []): Promise<unknown[]> => {
  const source = asRecognized(tableSource(rows), { confidence: 0.98, unsure })
  const [page] = source.pages
  for (const [i, c] of page?.recognized?.confidences.entries() ?? [])
    if (c < 0.7) page?.recognized?.confidences.fill(confidence, i, i + 1)
  const { diagnostics } = await parse(source, { tokenizer: kuromojiTokenizer })
  return diagnostics.filter((d) => d.code === 'ocr-low-confidence').map((d) => d.data?.text)
}

test.each([
  ['a kana that is less sure than kana are', '見守りの充実', 'り', 0.75, true],
  ['not one that is surer', '見守りの充実', 'り', 0.85, false],
  ['a kanji that makes no word', '園路の舗潜', '潜', 0.85, true],
  ['not one that makes a word', '森林の広場', '広', 0.85, false],
  ['two particles between which something was lost', '情報をの住民に渡す', '', 0.98, true],
])('doubts %s', async (_, text, unsure, confidence, isDoubted) => {
  const rows = [
    ['名称', '内容'],
    ['相談', text],
  ]
  expect(await doubted(rows, confidence, [unsure])).toEqual(isDoubted ? [text] : [])
})

const units = (...seen: string[]): string[][] => [
  ['種別', '数量', '単位'],
  ...seen.map((unit, i) => [`工事${'甲乙丙丁戊'[i]}`, `${i + 2}`, unit]),
]

test('what stands in a column of units and is none is doubted, however sure', async () =>
  expect(await doubted(units('㎡', 'nf', 'm', '式', 'か所'), 1)).toEqual(['nf']))

const places = ['広場', '園路', '花壇', '水飲み場', '駐車場']
test.each([
  ['a dot before one text of a column of plain ones', 1, ['・花壇']],
  ['no dots before several', 2, []],
])('doubts %s', async (_, dots, expected) => {
  const rows = places.map((place, i) => [i === 2 || (dots > 1 && i === 3) ? `・${place}` : place, '1'])
  expect(await doubted([['名称', '数'], ...rows], 1)).toEqual(expected)
})
