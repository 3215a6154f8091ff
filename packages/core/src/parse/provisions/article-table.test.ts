import { expect, test } from 'vitest'
import { agreed, agreementOf, readAgreement } from '../../testing/read-agreement.ts'

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

test('reads a cell over the columns of several parties as said of each of them', async () => {
  const { agreement } = await readAgreement(
    `${agreementOf('米子市（以下「甲」という。）、境港市（以下「乙」という。）及び大山町（以下「丙」という。）は')}第２条　取組は、次の表による。
┌───┬───┬───┬───┐
│取組　│甲の役│乙の役│丙の役│
│　　　│割　　│割　　│割　　│
├───┼───┴───┼───┤
│研修　│人を出す。　　│定める│
│　　　│　　　　　　　│。　　│
├───┼───┬───┼───┤
│移住　│募る。│招く。│迎える│
│　　　│　　　│　　　│。　　│
└───┴───┴───┴───┘
第３条　費用は、協議して定める。
`,
  )
  expect(agreement.initiatives?.map((i) => [i.title, ...i.roles.map((r) => `${r.party} ${r.text}`)])).toEqual([
    ['研修', '甲 人を出す。', '乙 人を出す。', '丙 定める。'],
    ['移住', '甲 募る。', '乙 招く。', '丙 迎える。'],
  ])
})

test('reads shares of costs amid articles as no roles', async () => {
  const { agreement } = await readAgreement(
    `${agreementOf(agreed)}第２条　割合は、次の表による。\n\n区分\t米子市\t境港市\n整備費\t６割\t４割\n運営費\t人口割\t人口割\n`,
  )
  expect(agreement.initiatives).toBeUndefined()
})

test('keeps the first cell of a row empty that begins with a bar where no bars stand around the table', async () => {
  const { agreement } = await readAgreement(
    `${agreementOf(agreed)}第２条　取組は、次表による。\n\n分野　｜取組　　　　｜甲の役割　　　｜乙の役割\n経済　｜産業の支援　｜相談に応じる。｜知らせる。\n　　　｜観光の振興　｜案内を行う。　｜紹介する。\n`,
  )
  expect(agreement.initiatives?.map((i) => [i.path, i.title, ...i.roles.map((r) => `${r.party} ${r.text}`)])).toEqual([
    [['経済'], '産業の支援', '甲 相談に応じる。', '乙 知らせる。'],
    [['経済'], '観光の振興', '甲 案内を行う。', '乙 紹介する。'],
  ])
})
