import { expect, test } from 'vitest'
import type { SeenLine } from '../page/read-line.ts'
import type { LayerCharacter } from './layer-text.ts'
import { hearLayer } from './second-reading.ts'

const em = 40
const printed = '市町村は相互に連携して取り組むものとする'

/** Lines below one another, each character an em wide; those of `doubted` are read with that confidence, all others surely; ␣ is not read. */
const lines = (texts: readonly string[], doubted: Record<string, number> = {}): SeenLine[] =>
  texts.map((text, row) => ({
    vertical: false,
    x0: 0,
    y0: row * 80,
    x1: text.length * em,
    y1: row * 80 + em,
    characters: Array.from(text, (value, i) => ({
      value,
      confidence: doubted[value] ?? 0.998,
      x0: i * em,
      x1: (i + 1) * em,
      y0: row * 80,
      y1: row * 80 + em,
    })).filter((c) => c.value !== '␣'),
  }))

const layer = (texts: readonly string[]): LayerCharacter[] =>
  texts.flatMap((text, row) => Array.from(text, (value, i) => ({ value, x: (i + 0.5) * em, y: row * 80 + em / 2 })))

const many = (text: string): string[] => [...Array.from({ length: 9 }, () => printed), text]
const last = (heard: ReturnType<typeof hearLayer>) => heard.lines.at(-1)?.characters ?? []
const textOf = (heard: ReturnType<typeof hearLayer>): string =>
  last(heard)
    .map((c) => c.value)
    .join('')

test.each([
  ['takes what a layer says for a doubted character', '市町内は', { 内: 0.6 }, '市町村は', '市町村は'],
  ['keeps what it read surely', '市町村は', {}, '市町内は', '市町村は'],
  ['puts a character that only the layer has between two that both have', '市町␣は', {}, '市町村は', '市町村は'],
  ['leaves out a doubted character that the layer lacks', '市町村人は', { 人: 0.5 }, '市町村は', '市町村は'],
  ['keeps a figure that the layer lacks', '市312は', { 3: 0.5 }, '市12は', '市312は'],
  ['keeps signs that the layer lacks', '市町（村）', { '）': 0.5 }, '市町（村', '市町（村）'],
  ['keeps what it read where the layer has nothing', '市町内は', { 内: 0.6 }, '', '市町内は'],
])('%s', (_, seen, doubted, said, expected) =>
  expect(textOf(hearLayer(lines(many(seen), doubted), layer(many(said))))).toBe(expected),
)

test('a figure that the layer has otherwise is doubted and keeps both readings', () => {
  const figure = last(hearLayer(lines(many('費用500円'), { 5: 0.98 }), layer(many('費用600円'))))[2]
  expect(figure?.other?.value === '5' || figure?.other?.value === '6').toBe(true)
  expect(figure?.confidence).toBeLessThan(0.9)
})

test('what both say is surer than what one says', () =>
  expect(last(hearLayer(lines(many('市町村は'), { 村: 0.6 }), layer(many('市町村は'))))[2]?.confidence).toBeGreaterThan(
    0.85,
  ))

test.each([
  ['says something else', layer(Array.from({ length: 10 }, () => '岬岩峠峰嶺岡岸島嶋峡岬岩峠峰嶺岡岸島嶋峡'))],
  ['stands where nothing is printed', layer(many('市町村は')).map((c) => ({ ...c, y: c.y + 3000 }))],
])('a layer that %s is rejected', (_, own) => {
  const read = lines(many('市町村は'))
  expect(hearLayer(read, own)).toEqual({ lines: read, rejected: true })
})
