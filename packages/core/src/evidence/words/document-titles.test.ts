import { expect, test } from 'vitest'
import { drawSource, gridRules } from '../../layout/draw-page.ts'
import { correctedBlocks } from '../corrected-blocks.ts'
import { asRecognized } from '../recognized-text.ts'

/** A line over a table with titles. */
function line(text: string, titles: string[], unsure: string[]): string | undefined {
  const source = drawSource({
    rules: gridRules([20, 220, 420], [60, ...titles.map((_, i) => 80 + 20 * i)]),
    texts: [
      { x: 22, y: 40, text, size: 9 },
      ...titles.flatMap((title, i) => [
        { x: 22, y: 74 + 20 * i, text: title, size: 9 },
        { x: 222, y: 74 + 20 * i, text: '○', size: 9 },
      ]),
    ],
  })
  const { blocks } = correctedBlocks(asRecognized(source, { unsure }))
  return blocks.flatMap((b) => (b.kind === 'line' ? [b.text.value] : []))[0]
}

test.each([
  ['(1) 空き店舖の活用の促進', ['空き店舗の活用の促進', '見本市の開催'], ['舖'], '(1) 空き店舗の活用の促進'],
  ['(1) 空き店舖の活用の促進', ['空き店舗の活用の促進', '見本市の開催'], [], '(1) 空き店舖の活用の促進'],
  ['(1) 図書室の相互の利用', ['図書館の相互の利用', '図書空の相互の利用'], ['室'], '(1) 図書室の相互の利用'],
  ['(1) るものづくりの人材の育成', ['ものづくりの人材の育成', '見本市の開催'], ['る'], '(1) ものづくりの人材の育成'],
  ['(1) 新ものづくりの人材の育成', ['ものづくりの人材の育成', '見本市の開催'], [], '(1) 新ものづくりの人材の育成'],
])('%s beside %j, unsure %j', (text, titles, unsure, right) => expect(line(text, titles, unsure)).toBe(right))
