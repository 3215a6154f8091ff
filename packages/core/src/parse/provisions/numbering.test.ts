import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '../../text/fold.ts'
import { follows, numberOf, readLabel } from './numbering.ts'

const forms = (line: string): string[] | undefined =>
  readLabel(fold(line))?.readings.map((r) => `${r.form} ${numberOf(r.ordinal, r.upTo)}`)

test.each([
  ['２　甲は', ['arabic 2']],
  ['②　甲は', ['circled 2']],
  ['（１）　事業', ['(arabic) 1']],
  ['⑴事業', ['(arabic) 1']],
  ['一　事業', ['kanji 1']],
  ['二の二　事業', ['kanji 2_2']],
  ['四及び五　削除', ['kanji 4:5']],
  ['七から九まで　削除', ['kanji 7:9']],
  ['ア　事業', ['aiueo 1', 'iroha 36']],
  ['(ｱ) 事業', ['(aiueo) 1', '(iroha) 36']],
  ['イ　事業', ['aiueo 2', 'iroha 1']],
  ['ａ　事業', ['latin 1']],
  ['(i) 事業', ['(latin) 9', '(roman) 1']],
  ['Ⅱ　事業', ['capital-roman 2']],
  ['㋒　事業', ['circled-aiueo 3']],
])('reads %s as %j', (line, expected) => expect(forms(line)).toEqual(expected))

test.each([
  '２以上の市町',
  '(1)に掲げる',
  '（１）から（３）まで',
  'イからハまで',
  '1.5倍',
  '一般の',
  'アンケート',
  '①及び②',
])('reads no label in %s', (line) => expect(forms(line)).toBeUndefined())

test.each([
  [[2], [3], true],
  [[2], [2, 2], true],
  [[2, 2], [2, 3], true],
  [[2, 3], [3], true],
  [[846, 2], [846, 2, 2], true],
  [[2], [4], false],
  [[2], [2], false],
  [[2, 2], [2, 2], false],
  [[2], [3, 2], false],
])('says that after %j comes %j: %s', (last, next, expected) => expect(follows(last, next)).toBe(expected))

test('no text makes reading a label fail', () =>
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'第(１)一イａの及びから 。①') }),
      (s) => (readLabel(fold(s))?.end ?? 0) <= s.length,
    ),
  ))
