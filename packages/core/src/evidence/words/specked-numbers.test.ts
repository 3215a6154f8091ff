import { expect, test } from 'vitest'
import { correctedLines } from '../recognized-text.ts'

const article = '第３条　甲は、計画を作る。\n'

test.each([
  ['・２　乙は、これに協力する。', '２　乙は、これに協力する。'],
  ['・２_乙は、これに協力する。', '２　乙は、これに協力する。'],
  ['・３　乙は、これに協力する。', '・３　乙は、これに協力する。'],
  ['・２人が交代で務める。', '・２人が交代で務める。'],
])('a speck before the number of a paragraph: %s', (seen, right) =>
  expect(correctedLines(article + seen)).toBe(article + right),
)
