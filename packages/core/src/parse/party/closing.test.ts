import { expect, test } from 'vitest'
import { agreed, agreementOf, readAgreement } from '../../testing/read-agreement.ts'

test('reads a signature whose symbol stands closer to the office than the office to the name', async () => {
  const { agreement } = await readAgreement(
    `${agreementOf(agreed)}\n令和元年６月３日\n甲　米子市長　　皆　生　一　郎\n乙　境港市長　　夕　日　二　郎\n`,
  )
  expect(agreement.signatories?.map((s) => `${s.symbol} ${s.office} ${s.name}`)).toEqual([
    '甲 米子市長 皆生一郎',
    '乙 境港市長 夕日二郎',
  ])
})

test('takes no day on which a paper was laid before a council for that of the agreement in it', async () => {
  const paper = (above: string) =>
    `議案第４号\n\n連携協約の締結について\n\n${above}\n米子市長　皆生　一郎\n\n${agreementOf(agreed)}`
  expect((await readAgreement(paper('令和４年９月６日'))).agreement.concludedOn).toBeUndefined()
  expect((await readAgreement(`${paper('令和４年９月６日')}\n令和４年１０月１日\n`)).agreement.concludedOn?.edtf).toBe(
    '2022-10-01',
  )
})

test('reads a date of which nothing is written as the end of the articles', async () => {
  const { agreement } = await readAgreement(`${agreementOf(agreed)}　　年　　月　　日\n\n甲　米子市長\n乙　境港市長\n`)
  expect(agreement.articles[0]?.paragraphs[0]?.text).toBe('甲及び乙は、協力する。')
  expect([agreement.status, agreement.signatories?.length]).toEqual(['draft', 2])
})

test('reports a day that the calendar does not have', async () => {
  const { agreement, context } = await readAgreement(`${agreementOf(agreed)}\n令和５年２月３０日\n\n甲　米子市長\n`)
  expect(agreement.concludedOn).toBeUndefined()
  expect(context.diagnostics.map((d) => d.code)).toEqual(['date-invalid'])
})

test('reads whom a body signs for as it calls those who entrust a task', async () => {
  const { agreement } = await readAgreement(
    '事務の委託に関する協約書\n\n　飯山市（以下「受託市」という。）と中野市及び木島平村（以下「委託市村」という。）は、次のとおり協約する。\n\n第１条　委託市村は、事務を受託市に委託する。\n\n平成２２年３月２９日\n\n　受託市　飯山市大字飯山１１１０番地１\n　　　　　飯山市長　山　川　一　郎\n　委託市　中野市三好町一丁目３番１９号\n　　　　　中野市長　川　田　二　郎\n　委託村　木島平村大字往郷９７３番地１\n　　　　　木島平村長　田　中　三　郎\n',
  )
  expect(agreement.signatories?.map((s) => `${s.symbol} ${s.organization} ${s.name}`)).toEqual([
    '受託市 飯山市 山川一郎',
    '委託市 中野市 川田二郎',
    '委託村 木島平村 田中三郎',
  ])
})
