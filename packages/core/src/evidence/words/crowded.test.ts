import { expect, test } from 'vitest'
import { drawSource } from '../../layout/draw-page.ts'
import type { Source } from '../../read/source.ts'
import { kuromojiTokenizer } from '../../text/kuromoji-tokenizer.ts'
import { correctedBlocks } from '../corrected-blocks.ts'
import { asRecognized } from '../recognized-text.ts'

const { words } = await kuromojiTokenizer()

/** A line of which two characters stand in the room of one, and how sure the engine was of the pair. */
function lineWith(text: string, pair: string, confidence: number): Source {
  const source = drawSource({ rules: [], texts: [{ x: 60, y: 100, text, size: 10 }] })
  const recognized = asRecognized(source, { confidence: 1 })
  const [page] = recognized.pages
  const at = source.text.indexOf(pair)
  for (let offset = at; offset < at + pair.length; offset++) {
    const boxes = page?.glyphs?.boxes as Float32Array
    const k = offset * 4
    page?.recognized?.confidences.fill(confidence, offset, offset + 1)
    boxes[k + 2] = ((boxes[k] as number) + (boxes[k + 2] as number)) / 2
  }
  return recognized
}

const read = (text: string, pair: string, confidence = 0.95) => {
  const { blocks, evidence } = correctedBlocks(lineWith(text, pair, confidence), words)
  const [line] = blocks
  return {
    text: line?.kind === 'line' ? line.text.value.replace(/\s/gu, '') : undefined,
    doubts: evidence?.doubts.map((doubt) => doubt.value),
  }
}

test.each([
  ['調整にょより、通勤及び通学をする者', 'にょ', '調整により、通勤及び通学をする者'],
  ['るものづくり人材の育成に関する取組', 'るも', 'ものづくり人材の育成に関する取組'],
  ['議会の議決がだあったことを証する。', 'がだ', '議会の議決があったことを証する。'],
  ['ごぁみの減量と資源化に取り組む。', 'ごぁ', 'ごみの減量と資源化に取り組む。'],
])('of two characters in the room of one that is left out which makes no word: %s', (seen, pair, right) =>
  expect(read(seen, pair)).toEqual({ text: right, doubts: [] }),
)

test.each([
  ['あらかじめ議会の議決を経るものとする。', 'かじ'],
  ['中心市街地のにぎわいづくりを進める。', 'のに'],
  ['書類を添えるものとする。', 'える'],
])('words that are printed narrowly stay: %s', (seen, pair) => expect(read(seen, pair).text).toBe(seen))

test.each([
  ['ダイヤの調整にたより、通勤をする者', 'にた'],
  ['高速バパス等の交通の効率を高める。', 'バパ'],
  ['高速バスズ等の交通の効率を高める。', 'バス'],
])('where words hardly tell, or either may be the one, the pair is in doubt: %s', (seen, pair) =>
  expect(read(seen, pair)).toEqual({ text: seen, doubts: [pair] }),
)

test('where the engine was sure of both, what is misread beside them may make the difference', () => {
  const seen = '中心市街地のにぎわむ'
  expect(read(seen, 'にぎ', 1)).toEqual({ text: seen, doubts: ['にぎ'] })
})
