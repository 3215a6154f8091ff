import { expect, test } from 'vitest'
import { correctedLines } from '../recognized-text.ts'

const of = (sentence: string): string =>
  `三朝町（以下「甲」という。）と北栄町（以下「乙」という。）は、連携する。\n（取組）\n第１条　${sentence}`

test.each([
  ['甲ととるとが連携する取組は、別表に定める。', '甲と乙とが連携する取組は、別表に定める。'],
  ['甲とととが連携する取組は、別表に定める。', '甲と乙とが連携する取組は、別表に定める。'],
  ['代表を甲とするとは限らない。', '代表を甲とするとは限らない。'],
])('of two parties the second, read as kana: %s', (seen, right) => expect(correctedLines(of(seen))).toBe(of(right)))
