import { expect, test } from 'vitest'
import { agreed, agreementOf, readAgreement } from '../testing/read-agreement.ts'

test.each([
  ['甲、乙及び大山町（以下「三者」という。）は、協議する。', '三者', '甲、乙及び大山町'],
  ['毎年４月１日、甲及び乙（以下「両者」という。）は、協議する。', '両者', '甲及び乙'],
  ['甲は、乙の条例、規則その他の規程（以下「条例等」という。）による。', '条例等', '乙の条例、規則その他の規程'],
  [
    '甲及び乙は、暮らしやすい圏域を形成するための計画（以下「本計画」という。）を作る。',
    '本計画',
    '暮らしやすい圏域を形成するための計画',
  ],
])('reads what a term stands for as the whole list: %s', async (text, term, meaning) => {
  const { agreement } = await readAgreement(`${agreementOf(agreed)}第２条　${text}\n`)
  expect(agreement.definitions).toMatchObject([{ term, meaning }])
})
