import { expect, test } from 'vitest'
import { agree, likeness } from './agreement.ts'

test.each([
  ['連携協約の締結', '連携協約の締結', 1],
  ['１，５４０，０００', '1,540,000', 1],
  ['連 携 協 約', '連携協約', 1],
  ['連携協約', '道路工事', 0],
  ['', '', 1],
])('%s and %s are alike: %d', (a, b, expected) => expect(likeness(a, b)).toBe(expected))

const line = (layer: string, seen: string) => ({ layer, seen })
test.each([
  ['the same lines', [line('車道舗装工', '車道舗装工'), line('直接工事費', '直接工事費')], true],
  ['a few misreadings', [line('車道舗装エ', '車道舗装工'), line('直接工事費 3,140,000', '直接工事費 3,14O,000')], true],
  ['other lines', [line('ｌｌｌｌｌ', '車道舗装工'), line('雪岬岬州', '直接工事費'), line('考卯約', '備考')], false],
  [
    'right words and wrong numbers',
    [line('金額', '金額'), line('圃圃閻団', '1,540,000'), line('皿皿', '600,000')],
    false,
  ],
  ['nothing where there are lines', [line('', '車道舗装工'), line('', '直接工事費')], false],
  ['no lines at all', [], true],
])('%s agree: %s', (_, lines, expected) => expect(agree(lines)).toBe(expected))
