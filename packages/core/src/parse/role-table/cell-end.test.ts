import { expect, test } from 'vitest'
import { agreed, agreementOf, readAgreement } from '../../testing/read-agreement.ts'

/** The rows of a 別表, each as its title and its roles. */
async function rolesIn(table: string): Promise<string[]> {
  const { agreement } = await readAgreement(`${agreementOf(agreed)}\n別表\n${table}`)
  return agreement.appendedTables.flatMap(({ sections }) =>
    sections.flatMap(({ initiatives }) =>
      initiatives.map(({ title, roles }) => [title, ...roles.map((r) => `${r.party}: ${r.text}`)].join(' | ')),
    ),
  )
}

test.each([
  [
    'nouns without full stops',
    `取組　　　　　　甲の役割　　　　　乙の役割
医療　　　　　　病院の運営　　　　患者の紹介
消防　　　　　　指令室の設置　　　費用の負担
図書館　　　　　蔵書の公開　　　　同左
`,
    [
      '医療 | 甲: 病院の運営 | 乙: 患者の紹介',
      '消防 | 甲: 指令室の設置 | 乙: 費用の負担',
      '図書館 | 甲: 蔵書の公開 | 乙: 同左',
    ],
  ],
  [
    'words for what stands elsewhere',
    `取組　　　　甲の役割　　　　　乙の役割
観光の振興　周遊の道筋をつく　同左
　　　　　　る。
水産業　　　市場を整える。　　出荷に協力する。
防災　　　　共同　　　　　　　共同
交通　　　　路線を維持する。　利用を促す。
`,
    [
      '観光の振興 | 甲: 周遊の道筋をつくる。 | 乙: 同左',
      '水産業 | 甲: 市場を整える。 | 乙: 出荷に協力する。',
      '防災 | 甲: 共同 | 乙: 共同',
      '交通 | 甲: 路線を維持する。 | 乙: 利用を促す。',
    ],
  ],
  [
    'cells that are wrapped together',
    `取組　　　　　　甲の役割　　　　　乙の役割
地域医療の　　　病院を運営　　　　患者を紹介
充実　　　　　　する。　　　　　　する。
消防の広域　　　指令室を設　　　　費用を負担
化　　　　　　　ける。　　　　　　する。
`,
    [
      '地域医療の充実 | 甲: 病院を運営する。 | 乙: 患者を紹介する。',
      '消防の広域化 | 甲: 指令室を設ける。 | 乙: 費用を負担する。',
    ],
  ],
  [
    'nouns of which one is wrapped',
    `取組　　　　　　取組内容　　　　　　　甲の役割　　　　　乙の役割
救急医療　　　　当番医制の維持　　　　当番医の調整　　　当番医の派遣
　　　　　　　　と周知
こども医療　　　電話相談の実施　　　　窓口の設置　　　　窓口の周知
歯科医療　　　　病児保育　　　　　　　施設の設置　　　　〃
`,
    [
      '救急医療 | 甲: 当番医の調整 | 乙: 当番医の派遣',
      'こども医療 | 甲: 窓口の設置 | 乙: 窓口の周知',
      '歯科医療 | 甲: 施設の設置 | 乙: 〃',
    ],
  ],
  [
    'a mark over a text below cells that are empty',
    `取組　　　　内容　　　　　　　甲の役割　　　　乙の役割
医療　　　　救急の確保　　　　病院の運営　　　負担金
教育　　　　図書館の利用　　　蔵書の公開　　　同左
移住　　　　　　　　　　　　　窓口の設置　　　空き家の調査
`,
    [
      '医療 | 甲: 病院の運営 | 乙: 負担金',
      '教育 | 甲: 蔵書の公開 | 乙: 同左',
      '移住 | 甲: 窓口の設置 | 乙: 空き家の調査',
    ],
  ],
])('rows of a table of spaces end where their cells do: %s', async (_, table, expected) => {
  expect(await rolesIn(table)).toEqual(expected)
})
