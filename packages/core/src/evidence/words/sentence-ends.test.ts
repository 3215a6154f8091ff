import { expect, test } from 'vitest'
import { kuromojiTokenizer } from '../../text/kuromoji-tokenizer.ts'
import { correctedBlocks } from '../corrected-blocks.ts'
import { asRecognized, tableSource, textSource } from '../recognized-text.ts'

const { words } = await kuromojiTokenizer()

const sentences = ['窓口を開く。', '住民に知らせる。', '費用を払う。', '講座を催す。', '橋を架ける。', '成果を示す。']

/** What is made of a cell of a document that ends its sentences with 。 */
function read(text: string, unsure: string): string | undefined {
  const source = tableSource([sentences, [text, '', '', '', '', '']])
  const { blocks } = correctedBlocks(asRecognized(source, { unsure: [unsure] }), words)
  const [table] = blocks
  return table?.kind === 'table' ? table.rows[1]?.[0]?.text.value.replace(/\s/gu, '') : undefined
}

test.each([
  ['相談に関する調整を行5355', '', '相談に関する調整を行う。'],
  ['相談に関する調整を行うぁ', '', '相談に関する調整を行う。'],
  ['相談に関する調整を行う<', '', '相談に関する調整を行う。'],
  ['相談に関する調整を行の', 'の', '相談に関する調整を行う。'],
  ['二年を過ぎた日に効力を失5', '', '二年を過ぎた日に効力を失う。'],
  ['毎年度一回以上、会議を開で', 'で', '毎年度一回以上、会議を開く。'],
])('what was read for the end of a sentence: %s', (seen, unsure, right) => expect(read(seen, unsure)).toBe(right))

test.each([
  ['相談に関する調整の費用', '用'],
  ['図書館において本を読む会', '会'],
  ['高齢者に対する支援（5', ''],
  ['令和5年度における利用者数 350', ''],
])('what may be no sentence stays: %s', (seen, unsure) => expect(read(seen, unsure)).toBe(seen.replace(/\s/gu, '')))

test('the number of a page ends no sentence that goes on over it', () => {
  const text = [
    '窓口を開く。',
    '住民に知らせる。',
    '費用を払う。',
    '講座を催す。',
    '橋を架ける。',
    '両市は、課題の解決に取り組み、施策を行',
    '- 1 -',
  ]
  const { blocks } = correctedBlocks(asRecognized(textSource(text.join('\n'))), words)
  const last = blocks.at(-1)
  expect(last?.kind === 'line' && last.text.value).toBe('- 1 -')
})
