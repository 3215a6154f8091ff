import { expect, test } from 'vitest'
import { correctedLines } from '../recognized-text.ts'

test.each([
  ['倉吉市（以下『甲」という。）', '倉吉市（以下「甲」という。）'],
  ['倉吉市（以下「甲】という。）', '倉吉市（以下「甲」という。）'],
  ['倉吉市（以下「甲」という。）', '倉吉市（以下「甲」という。）'],
  ['案内（以下『手引』という。）', '案内（以下『手引』という。）'],
])('quotes around what a party is called: %s', (seen, right) => expect(correctedLines(seen)).toBe(right))
