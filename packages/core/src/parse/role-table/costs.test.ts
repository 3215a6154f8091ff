import { expect, test } from 'vitest'
import { readAgreement } from '../../testing/read-agreement.ts'

const head = `西予市と内子町の連携協約

西予市（以下「甲」という。）及び内子町（以下「乙」という。）は、次のとおり連携協約を締結する。
第１条　甲及び乙は、別表の取組を行う。
別表（第１条関係）
`

test('keeps a table of what the parties pay as rows', async () => {
  const { agreement, context } = await readAgreement(
    `${head}事業名\t西予市\t内子町\n図書の相互貸出\t500,000円\t１２万円\n観光の宣伝\t２分の１\t－\n`,
  )
  expect(agreement.appendedTables[0]).toMatchObject({
    sections: [],
    rows: [
      ['事業名', '西予市', '内子町'],
      ['図書の相互貸出', '500,000円', '１２万円'],
      ['観光の宣伝', '２分の１', '－'],
    ],
  })
  expect(context.diagnostics).toEqual([])
})

test('gives no party a sum for a role, and says which sums it left', async () => {
  const { agreement, context } = await readAgreement(
    `${head}取組\t甲の役割\t乙の役割\t甲の費用負担\t乙の費用負担\n図書の相互貸出\t貸し出す。\t受け取る。\t年額５０万円\t10%\n`,
  )
  expect(agreement.appendedTables[0]?.sections[0]?.initiatives[0]?.roles.map((r) => `${r.party} ${r.text}`)).toEqual([
    '甲 貸し出す。',
    '乙 受け取る。',
  ])
  expect(context.diagnostics.map((d) => `${d.code} ${d.data?.text}`)).toEqual([
    'role-unassigned 年額５０万円',
    'role-unassigned 10%',
  ])
})

test('reads who pays what in words as a role', async () => {
  const { agreement } = await readAgreement(
    `${head}取組\t甲の費用負担\t乙の費用負担\n図書の相互貸出\t運営に要する費用を負担する。\t１２万円\n`,
  )
  expect(agreement.appendedTables[0]?.sections[0]?.initiatives[0]?.roles.map((r) => r.party)).toEqual(['甲'])
})

test('says what 費用負担 labels below the roles, and gives it to no party', async () => {
  const { agreement, context } = await readAgreement(
    `${head}１　医療\n取組内容　救急医療の維持\n甲の役割　補助する。\n乙の役割　周知する。\n費用負担　人口割\n２　交通\n取組内容　バスの運行\n甲の役割　運行する。\n乙の役割　停留所を置く。\n費用負担　距離割\n`,
  )
  const [section, ...others] = agreement.appendedTables[0]?.sections ?? []
  expect(others).toEqual([])
  expect(section?.initiatives.map((i) => [i.title, ...i.roles.map((r) => r.text)])).toEqual([
    ['医療', '補助する。', '周知する。'],
    ['交通', '運行する。', '停留所を置く。'],
  ])
  expect(context.diagnostics.map((d) => d.data?.text)).toEqual(['人口割', '距離割'])
})
