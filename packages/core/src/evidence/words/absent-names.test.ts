import { expect, test } from 'vitest'
import { correctedLines } from '../recognized-text.ts'

const contract = (a: string, b: string, c: string): string =>
  `${a}（以下「甲」という。）及び七ヶ浜町（以下「乙」という。）は、${b[0]}${b[1]}みなと圏域を形成する。\n会議の庶務は、${b}において処理する。\n甲　宮城県${c}栄町三丁目\n乙　宮城県七ヶ浜町元町一丁目`

test.each([
  [contract('塩窟市', '塩電市', '塩電市'), ['窟'], contract('塩竈市', '塩竈市', '塩竈市')],
  [
    '福島県培町\n培町（以下「甲」という。）と白河市（以下「乙」という。）は、白河市\n埼町長',
    ['培町\n', '埼'],
    '福島県塙町\n塙町（以下「甲」という。）と白河市（以下「乙」という。）は、白河市\n塙町長',
  ],
])('a name that is read right nowhere: %s', (seen, unsure, right) =>
  expect(correctedLines(seen, { unsure })).toBe(right),
)

test.each([
  [
    'a name that is read alike and surely everywhere: a town that is no more',
    contract('塩沢市', '塩沢市', '塩沢市'),
    [],
  ],
  [
    'one that stands at one place',
    '塩窟市（以下「甲」という。）及び七ヶ浜町（以下「乙」という。）は、七ヶ浜町において協議する。',
    ['窟'],
  ],
  [
    'one as near to two names',
    '埼玉県東松出市\n東松出市（以下「甲」という。）と川越市（以下「乙」という。）',
    ['東松'],
  ],
  [
    'what is no name',
    '宮城県両市町\n両市町（以下「甲」という。）と白石市（以下「乙」という。）は、白石市と浜町地区、里町地区、構成市町において',
    ['里', '構成市町', '両'],
  ],
])('%s stays', (_, seen, unsure) => expect(correctedLines(seen, { unsure })).toBe(seen))
