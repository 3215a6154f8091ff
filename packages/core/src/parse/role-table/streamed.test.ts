import { expect, test } from 'vitest'
import { agreementOf, readAgreement } from '../../testing/read-agreement.ts'

test('takes what stands above a page break in the column of numbered pillars for the beginning of the title below it', async () => {
  const table =
    '政策分野 取組名 取組内容\n\n甲の役割分担\n\n乙の役割分担\n\n１　圏域\n全体の経\n済成長\n\n滞在す\nる観光\nの推進\n\n泊まりがけ\nの旅の効率\nを高めるた\nめ、案内人\nを養う。\n\n宿の予約の一\n元化を主導す\nる。\n\n泊まりがけの\n旅に関する乙\nの資料を出す\n。\n\nものづ\nくり人\n\n材の育\n成\n\nものづくり\nの技能の充\n実を図るた\nめ、人を育\nてる。\n\n技能大会の開\n催を主導す\nる。\n\nものづくりの\n技能に関する\n乙の資料を出\nす。\n\n２　高次\nの都市機\n能の集積\n\n医療の\n確保\n\n重い病にか\nかった者の\nため、医師\nを送る。\n\n医師の派遣を\n主導する。\n\n救命救急に関\nする乙の資料\nを出す。\n'
  const { agreement } = await readAgreement(
    `${agreementOf('長岡市（以下「甲」という。）及び見附市（以下「乙」という。）は')}\n別表（第１条関係）\n\n${table}`,
  )
  expect(agreement.appendedTables[0]?.sections.map((s) => [s.title, ...s.initiatives.map((i) => i.title)])).toEqual([
    ['圏域全体の経済成長', '滞在する観光の推進', 'ものづくり人材の育成'],
    ['高次の都市機能の集積', '医療の確保'],
  ])
})

test('cells of nouns, a line each, are as many rows as the headings part them into', async () => {
  const lines = ['取組項目', '取組内容', '甲の役割', '乙の役割']
  const cells = ['医療', '救急の確保', '病院の運営', '負担金の支払', '教育', '図書館の利用', '蔵書の公開', '同左']
  const { agreement } = await readAgreement(
    `${agreementOf('長岡市（以下「甲」という。）及び見附市（以下「乙」という。）は')}\n別表（第１条関係）\n${[...lines, ...cells].join('\n')}\n`,
  )
  expect(
    agreement.appendedTables[0]?.sections.flatMap((s) =>
      s.initiatives.map((i) => [i.title, i.description, ...i.roles.map((r) => r.text)]),
    ),
  ).toEqual([
    ['医療', '救急の確保', '病院の運営', '負担金の支払'],
    ['教育', '図書館の利用', '蔵書の公開', '同左'],
  ])
})
