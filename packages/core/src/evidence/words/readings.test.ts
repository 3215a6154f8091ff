import { expect, test } from 'vitest'
import { parse } from '../../parse/parse.ts'
import { kuromojiTokenizer } from '../../text/kuromoji-tokenizer.ts'
import { correctedBlocks } from '../corrected-blocks.ts'
import { asRecognized, textSource } from '../recognized-text.ts'

const { words } = await kuromojiTokenizer()

const read = (text: string, unsure: string[] = []): string =>
  correctedBlocks(asRecognized(textSource(text), { unsure }), words)
    .blocks.flatMap((block) => (block.kind === 'line' ? [block.text.value] : []))
    .join('\n')

test.each([
  ['地域の交通綱を整備する。', '地域の交通網を整備する。'],
  ['職員を相互に派遺する。', '職員を相互に派遣する。'],
  ['必・要な費用を負担する。', '必要な費用を負担する。'],
  ['森林の保全の人充実を図る。', '森林の保全の充実を図る。'],
])('of almost one shape, and specks, however sure the engine is: %s', (seen, right) => expect(read(seen)).toBe(right))

test.each([
  ['実施を拍い、費用を支払う。', '拍', '実施を担い、費用を支払う。'],
  ['専孔家を派遣する。', '孔', '専門家を派遣する。'],
  ['落発冊子の配布を進める。', '落', '啓発冊子の配布を進める。'],
  ['炎害に備えた備蓄', '炎', '災害に備えた備蓄'],
  ['有炎害に備えた備蓄', '有炎', '災害に備えた備蓄'],
  ['農家の尿継を支える。', '尿', '農家の承継を支える。'],
])('what the engine was unsure of: %s', (seen, unsure, right) => expect(read(seen, [unsure])).toBe(right))

test.each([
  ['施設の集積・強化を図る。', []],
  ['圏域の人口の減少に対応する。', ['人', '減']],
  ['令和七年の次条と前条', ['次']],
  ['保育填を確保する。', ['填']],
  ['農家の承尿を支える。', ['尿']],
  ['鹿の侵入を防ぐ桶を設ける。', ['桶']],
  ['エ高度な医療の確保', ['エ']],
  ['西宮市、南あわじ市、神河町', ['じ']],
  ['津南町、阿賀町及び粟島浦村', ['粟', '阿']],
  ['宮城県塩壇市の住民', ['壇']],
])('what may be right, or could be several, stays: %s', (seen, unsure) => expect(read(seen, unsure)).toBe(seen))

test('the dictionary is not asked for where nothing was recognised', async () => {
  let asked = 0
  const tokenizer = () => {
    asked++
    return kuromojiTokenizer()
  }
  await parse(textSource('地域の交通綱を整備する。'), { tokenizer })
  expect(asked).toBe(0)
})

test('a correction by the dictionary is reported with what was recognised', async () => {
  const source = asRecognized(textSource('地域の交通綱を整備する。'))
  const { diagnostics } = await parse(source, { tokenizer: () => kuromojiTokenizer() })
  expect(diagnostics.find((d) => d.code === 'reading-corrected')?.data).toEqual({ from: '綱', to: '網', proof: 'word' })
})
