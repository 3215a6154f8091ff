import { expect, test } from 'vitest'
import { agreed, agreementOf, readAgreement } from '../testing/read-agreement.ts'

test('reads a drawn table amid articles whose 役割分担 goes over the parties', async () => {
  const { agreement } = await readAgreement(
    `${agreementOf(agreed)}第２条　取組は、次の表による。
┏━━━┳━━━━━━━┓
┃　　　┃役　割　分　担┃
┃取　組┣━━━┳━━━┫
┃　　　┃　甲　┃　乙　┃
┣━━━╋━━━╋━━━┫
┃移住　┃募る。┃招く。┃
┗━━━┻━━━┻━━━┛
第３条　費用は、協議して定める。
`,
  )
  expect(agreement.initiatives?.map((i) => [i.title, ...i.roles.map((r) => `${r.party} ${r.text}`)])).toEqual([
    ['移住', '甲 募る。', '乙 招く。'],
  ])
})
