import { expect, test } from 'vitest'
import { agreed, agreementOf, readAgreement } from '../../testing/read-agreement.ts'

test('sections in the place of articles keep it where the 附則 has articles', async () => {
  const { agreement } = await readAgreement(
    `協力に関する協定書\n\n${agreed}、次のとおり協定を締結する。\n\n第１（目的）\n　甲及び乙は、協力する。\n第２（経費）\n　経費は、等分する。\n\n附則\n第１条　この協定は、公布の日から施行する。\n`,
  )
  expect(agreement.articles.map((a) => `${a.number} ${a.caption ?? ''}`)).toEqual(['1 目的', '2 経費'])
  expect(agreement.supplementary?.map((a) => a.number)).toEqual(['附則', '1'])
})

test('reads the captions of paragraphs, in 附則 and elsewhere', async () => {
  const { agreement } = await readAgreement(
    `${agreementOf(agreed)}附　則
（施行期日）
１　この協約は、令和３年４月１日から施行する。
（経過措置）
２　旧協約による取組は、この協約によるものとみなす。
`,
  )
  expect(agreement.supplementary?.[0]?.paragraphs.map((p) => `${p.number} ${p.caption} ${p.text.slice(0, 5)}`)).toEqual(
    ['1 施行期日 この協約は', '2 経過措置 旧協約によ'],
  )
  expect(agreement.sections).toBeUndefined()
})

test('reads the captions of paragraphs that no number begins', async () => {
  const { agreement } = await readAgreement(
    `${agreementOf(agreed)}附　則
（施行期日）
　この協約は、令和３年４月１日から施行する。
（旧協約の廃止）
　旧協約は、
廃止する。
`,
  )
  expect(agreement.supplementary?.[0]?.paragraphs.map((p) => `${p.number} ${p.caption} ${p.text}`)).toEqual([
    '1 施行期日 この協約は、令和３年４月１日から施行する。',
    '2 旧協約の廃止 旧協約は、廃止する。',
  ])
})

test('ends at the date of the agreement, with what a council did in brackets behind it', async () => {
  const { agreement } = await readAgreement(
    `${agreementOf(agreed)}附　則
　この協約は、令和３年４月１日から施行する。

令和３年３月２５日（令和３年３月１９日境港市議会議決）

甲　米子市長　湖山　一夫
乙　境港市長　港　次郎
`,
  )
  expect(agreement.concludedOn?.edtf).toBe('2021-03-25')
  expect(agreement.signatories).toHaveLength(2)
  expect(agreement.sections).toMatchObject([{ text: '（令和３年３月１９日境港市議会議決）' }])
  expect(agreement.supplementary?.[0]?.paragraphs).toMatchObject([
    { text: 'この協約は、令和３年４月１日から施行する。' },
  ])
})

test('begins in the line of its heading', async () => {
  const { agreement } = await readAgreement(
    `${agreementOf(agreed)}附則　この協約は、令和３年４月１日（以下「施行日」という。）から施行する。\n令和３年３月２５日\n`,
  )
  expect(agreement.articles.map((a) => a.paragraphs.map((p) => p.text))).toEqual([['甲及び乙は、協力する。']])
  expect(agreement.supplementary).toMatchObject([
    { title: '附則', paragraphs: [{ text: 'この協約は、令和３年４月１日（以下「施行日」という。）から施行する。' }] },
  ])
})
