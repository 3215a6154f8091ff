import { expect, test } from 'vitest'
import { correctedLines } from '../recognized-text.ts'

const told = '・呉市と協議の上、負担する。\n・呉市と協議の上、負担する。\n'

test.each([
  ['・具市と協議の上、負担する。', '・呉市と協議の上、負担する。'],
  ['・上具市と協議の上、負担する。', '・呉市と協議の上、負担する。'],
  ['・具市を訪ねる。', '・具市を訪ねる。'],
  ['・津市と協議の上、負担する。', '・津市と協議の上、負担する。'],
  ['・本市と協議の上、負担する。', '・本市と協議の上、負担する。'],
])('a name of two characters where the document has it elsewhere: %s', (seen, right) =>
  expect(correctedLines(told + seen, { unsure: ['具', '津', '本'] }).split('\n')[2]).toBe(right),
)

test('a name that was read with doubt is no other where the document has two such', () =>
  expect(
    correctedLines(`${told}・津市と協議の上、負担する。\n・津市と\n・具市と協議の上、負担する。`, { unsure: ['具'] }),
  ).toContain('具市'))
