import { expect, test } from 'vitest'
import { breakLines, widthOf } from './line-breaking.ts'

test.each([
  ['甲及び乙は、協力する。', 8, ['甲及び乙', 'は、協力', 'する。']],
  ['市が「甲」という', 6, ['市が', '「甲」', 'という']],
  ['全部で1,234千円', 10, ['全部で', '1,234千円']],
  ['', 10, ['']],
])('breaks %s at %i columns', (text, width, lines) => expect(breakLines(text, width)).toEqual(lines))

test('loses no character but the spaces at breaks', () => {
  const text = '第１条　この協約は、甲及び乙が連携して取り組む事項を定める。'
  const lines = breakLines(text, 12)
  expect(lines.join('')).toBe(text)
  expect(lines.every((line) => widthOf(line) <= 12)).toBe(true)
})
