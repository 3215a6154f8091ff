import { expect, test } from 'vitest'
import type { Initiative } from '../../schema/agreement.ts'
import { agreed, agreementOf, readAgreement } from '../../testing/read-agreement.ts'
import { isInitiativeWord } from './initiative-word.ts'

const told = ({ title, description, roles }: Initiative): string =>
  [title, description ?? '', ...roles.map((r) => `${r.party}: ${r.text}`)].join(' | ')

test.each([
  [
    'behind the word',
    '(1)　医療\n　取組　当番医を維持する。\n　甲の役割　調整する。\n　乙の役割　負担する。\n',
    ['医療 | 当番医を維持する。 | 甲: 調整する。 | 乙: 負担する。'],
  ],
  [
    'below the word among items',
    '(1)　福祉\n　ア　取組\n　　広域で行う。\n　イ　甲の役割\n　　運営する。\n　ウ　乙の役割\n　　募る。\n',
    ['福祉 | 広域で行う。 | 甲: 運営する。 | 乙: 募る。'],
  ],
  [
    'below the word in brackets',
    '(1)　交通\n　【取組】\n　　乗り入れる。\n　【甲及び乙の役割】\n　　負担する。\n',
    ['交通 | 乗り入れる。 | 甲: 負担する。 | 乙: 負担する。'],
  ],
  [
    'behind a colon',
    '(1)　防災\n　取組：訓練を行う。\n　甲：会場を貸す。\n　乙：人を出す。\n',
    ['防災 | 訓練を行う。 | 甲: 会場を貸す。 | 乙: 人を出す。'],
  ],
  [
    'before a title',
    '(1)　取組　図書館の相互利用\n　　甲の役割　公開する。\n　　乙の役割　貸し出す。\n',
    ['取組　図書館の相互利用 |  | 甲: 公開する。 | 乙: 貸し出す。'],
  ],
])('reads what stands under 取組 in items: %s', async (_, items, expected) => {
  const { agreement } = await readAgreement(`${agreementOf(agreed)}（実施）\n第２条　次のとおり実施する。\n${items}`)
  expect(agreement.initiatives?.map(told)).toEqual(expected)
})

test.each([
  [
    'downwards',
    '１　教育\n　取組\n　　学校を結ぶ。\n　甲の役割\n　　回線を引く。\n　乙の役割\n　　端末を置く。\n２　環境\n　取組\n　　川を清める。\n　甲の役割\n　　計画を作る。\n　乙の役割\n　　人を出す。\n',
    [
      '教育 | 学校を結ぶ。 | 甲: 回線を引く。 | 乙: 端末を置く。',
      '環境 | 川を清める。 | 甲: 計画を作る。 | 乙: 人を出す。',
    ],
  ],
  [
    'downwards behind dots',
    '○　教育\n　・取組\n　　学校を結ぶ。\n　・甲の役割\n　　回線を引く。\n　・乙の役割\n　　端末を置く。\n○　環境\n　・取組\n　　川を清める。\n　・甲の役割\n　　計画を作る。\n　・乙の役割\n　　人を出す。\n',
    [
      '○　教育 | 学校を結ぶ。 | 甲: 回線を引く。 | 乙: 端末を置く。',
      '○　環境 | 川を清める。 | 甲: 計画を作る。 | 乙: 人を出す。',
    ],
  ],
  [
    'beside 項目',
    '項目\t取組\t甲の役割\t乙の役割\n教育\t学校を結ぶ。\t回線を引く。\t端末を置く。\n環境\t川を清める。\t計画を作る。\t同左\n',
    ['教育 | 学校を結ぶ。 | 甲: 回線を引く。 | 乙: 端末を置く。', '環境 | 川を清める。 | 甲: 計画を作る。 | 乙: 同左'],
  ],
  [
    'beside 施策名, parted by spaces',
    '施策名　　　　取組　　　　　　　　　　　甲の役割　　　　　乙の役割\n遠隔授業　　　学校を結び、遠隔の授業　　回線を引く。　　　端末を置く。\n　　　　　　　を行う。\n川の清掃　　　川を清める。　　　　　　　計画を作る。　　　同左\n',
    [
      '遠隔授業 | 学校を結び、遠隔の授業を行う。 | 甲: 回線を引く。 | 乙: 端末を置く。',
      '川の清掃 | 川を清める。 | 甲: 計画を作る。 | 乙: 同左',
    ],
  ],
  [
    'as titles beside 政策分野',
    '政策分野\t取組\t甲の役割\t乙の役割\n教育\t遠隔授業\t回線を引く。\t端末を置く。\n環境\t川の清掃\t計画を作る。\t人を出す。\n',
    ['遠隔授業 |  | 甲: 回線を引く。 | 乙: 端末を置く。', '川の清掃 |  | 甲: 計画を作る。 | 乙: 人を出す。'],
  ],
])('reads what stands under 取組 in a 別表: %s', async (_, table, expected) => {
  const { agreement } = await readAgreement(`${agreementOf(agreed)}\n別表（第１条関係）\n${table}`)
  expect(agreement.appendedTables[0]?.sections.flatMap((s) => s.initiatives.map(told))).toEqual(expected)
})

test.each([
  ['取組', true],
  ['【取組み】', true],
  ['連携する取り組み', true],
  ['取り組', false],
])('%s heads titles or what is done: %s', (text, is) => expect(isInitiativeWord(text)).toBe(is))
