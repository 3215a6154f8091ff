import { expect, test } from 'vitest'
import { correctedLines } from '../recognized-text.ts'

test.each([
  ['OO市（以下「甲」という。）', '○○市（以下「甲」という。）'],
  ['○QO市町長', '〇○○市町長'],
  ['乙OO町O番O号', '乙○○町○番○号'],
  ['○○市', '○○市'],
  ['OOHATA市', 'OOHATA市'],
  ['10市町', '10市町'],
])('circles of forms that leave names open: %s', (seen, right) => expect(correctedLines(seen)).toBe(right))
