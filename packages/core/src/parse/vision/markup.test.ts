import { expect, test } from 'vitest'
import { textOf } from '../../text/text.ts'
import { itemsOf, withoutTags } from './markup.ts'

const text = (value: string) => textOf(value, 0, value.length)
const items = (...values: string[]) => itemsOf(values.map(text)).map((t) => t.value.trim())

test.each([
  [['<ul><li>案内板の整備</li><li>研修</li></ul>'], ['案内板の整備', '研修']],
  [['案内板の整備<br>研修<br/>広報'], ['案内板の整備', '研修', '広報']],
  [['<ul style="list-style-type: none"> ● 案内板の整備 ● 研修'], ['案内板の整備', '研修']],
  [['<ul> 案内板の整備 研修の実施'], ['案内板の整備', '研修の実施']],
  [
    ['・図書館・博物館の連携', '・広報'],
    ['図書館・博物館の連携', '広報'],
  ],
  [
    ['・路線の見直しを', '行う。', '・広報'],
    ['路線の見直しを行う。', '広報'],
  ],
  [['路線を見直し、', '再編する。'], ['路線を見直し、再編する。']],
  [['①調査 ②実施'], ['①調査', '②実施']],
])('reads %j as items', (cells, expected) => expect(items(...cells)).toEqual(expected))

test('takes tags out and leaves comparisons alone', () => expect(withoutTags(text('<b>5 < 6</b>')).value).toBe('5 < 6'))
