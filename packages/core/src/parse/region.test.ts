import { expect, test } from 'vitest'
import { agreed, agreementOf, readAgreement } from '../testing/read-agreement.ts'

test.each([
  [
    `${agreed}、米子市、境港市及び大山町で構成される圏域（以下「圏域」という。）において`,
    { symbol: '圏域', members: ['米子市', '境港市', '大山町'] },
  ],
  [
    `${agreed}、連携中枢都市圏である中海広域圏域（以下「圏域」という。）を形成するため`,
    { symbol: '圏域', name: '中海広域圏域' },
  ],
])('reads the region of a preamble: %s', async (text, expected) =>
  expect((await readAgreement(agreementOf(text))).agreement.region).toMatchObject(expected),
)

test.each([
  ['湖畔地域（甲及び乙の区域をいう。）', ['米子市', '境港市']],
  ['圏域（甲並びに甲と連携協約を締結した町村の区域をいう。）', undefined],
])('reads who lies in a region where that is said: %s', async (text, members) => {
  const { agreement } = await readAgreement(`${agreementOf(agreed)}第２条　甲及び乙は、${text}の発展を図る。\n`)
  expect(agreement.region?.members).toEqual(members)
})

test('reads the region of a definitions article', async () => {
  const { agreement } = await readAgreement(
    `${agreementOf(agreed)}（定義）\n第２条　この協約における用語の意義は、次のとおりとする。\n(1)　圏域　甲、乙及び大山町の区域で構成する区域をいう。\n`,
  )
  expect(agreement.region).toMatchObject({ symbol: '圏域', members: ['米子市', '境港市', '大山町'] })
  expect(agreement.definitions).toMatchObject([{ term: '圏域' }])
})

test('does not take a verb for what a term stands for, nor one before a region for its name', async () => {
  const { agreement } = await readAgreement(
    `${agreementOf(agreed)}第２条　甲は、業務を乙に委託する（以下「委託事務」という。）。\n第３条　甲及び乙は、役割を分担して定住自立圏を形成する。\n`,
  )
  expect(agreement.definitions).toBeUndefined()
  expect(agreement.region).toBeUndefined()
})

test('takes no party with whom a region is formed for the beginning of its name', async () => {
  const { agreement } = await readAgreement(
    `${agreementOf(agreed)}第２条　甲の宣言に賛同した乙が、甲と定住自立圏を形成する。\n`,
  )
  expect(agreement.region).toBeUndefined()
})

test('takes a law by which a region is formed for no beginning of its name', async () => {
  const { agreement } = await readAgreement(
    agreementOf(
      `${agreed}、地方自治法の規定により連携中枢都市圏（甲、乙及び大山町で構成する区域をいう。以下「圏域」という。）に関し`,
    ),
  )
  expect(agreement.region).toMatchObject({ symbol: '圏域', members: ['米子市', '境港市', '大山町'] })
  expect(agreement.region?.name).toBeUndefined()
})

test.each([
  ['、協定に基づき中海連携中枢都市圏を形成するため', '中海連携中枢都市圏'],
  ['、平成30年中海連携中枢都市圏を形成するため', undefined],
  ['、広域協定中海定住自立圏を形成するため', undefined],
])('takes no words that were run together for the name of a region: %s', async (text, name) =>
  expect((await readAgreement(agreementOf(`${agreed}${text}`))).agreement.region?.name).toBe(name),
)
