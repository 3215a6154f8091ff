import { expect, test } from 'vitest'
import { readAgreement } from '../testing/read-agreement.ts'

const head = `阿南市と勝浦町との連携協約\n
　阿南市（以下「甲」という。）及び勝浦町（以下「乙」という。）は、次のとおり連携協約を締結する。\n
（取組）\n第１条　甲及び乙は、次の事項について協力する。\n(1)　医療\n(2)　防災\n（協議）\n第２条　定めのない事項は、協議して定める。\n`
const signed = '\n令和３年４月１日\n\n甲　阿南市長　岩佐　一郎\n乙　勝浦町長　野上　二郎\n'

const effect = 'この協約は、甲及び乙の議会の議決を経て効力を生ずる。'
test.each([
  ['below the last article', `${head}${effect}\n${signed}`],
  ['set in', `${head}　${effect}\n${signed}`],
  ['wrapped', `${head}\n　この協約は、甲及び乙の議会の議決を経て\n効力を生ずる。\n${signed}`],
  ['below items', `${head.replace(/（協議）\n.*\n/u, '')}${effect}\n${signed}`],
])('the sentence that gives an agreement effect is of no article: %s', async (_, text) => {
  const { agreement } = await readAgreement(text)
  expect(agreement.supplementary?.map((a) => [a.number, a.paragraphs.map((p) => p.text)])).toEqual([['附則', [effect]]])
  expect(JSON.stringify(agreement.articles)).not.toContain('効力')
  expect(agreement.signatories?.map((s) => s.symbol)).toEqual(['甲', '乙'])
})

test('the same sentence is the second paragraph of an article about effect', async () => {
  const { agreement } = await readAgreement(
    `${head}（効力）\n第３条　甲及び乙は、議会の議決を経る。\n　この協約は、議決の日から効力を生ずる。\n${signed}`,
  )
  expect(agreement.articles.at(-1)?.paragraphs.map((p) => p.text)).toEqual([
    '甲及び乙は、議会の議決を経る。',
    'この協約は、議決の日から効力を生ずる。',
  ])
})

test.each([
  ['上記議案を提出する。', '令和３年２月２２日　提出', '阿南市長　岩佐　一郎'],
  ['地方自治法第２５２条の２第３項の規定により、議会の議決を求める。', '令和３年２月２２日', '阿南市長　岩佐　一郎'],
])('a paper laid before a council ends with its own day and its own mayor: %s', async (...lines) => {
  const { agreement } = await readAgreement(`${head}\n　${lines.join('\n\n　')}\n`)
  expect(agreement.sections?.map((s) => s.text)).toEqual(lines)
  expect([agreement.concludedOn, agreement.signatories?.length ?? 0]).toEqual([undefined, 0])
})

test('a day of resolution and a remark above the date of an agreement keep the signatures', async () => {
  const { agreement } = await readAgreement(
    `${head}\n令和３年３月１９日原案可決\n\n備考　両市町の議会の議決を経たもの。\n${signed}`,
  )
  expect(agreement.concludedOn?.edtf).toBe('2021-04-01')
  expect(agreement.signatories?.map((s) => s.name)).toEqual(['岩佐一郎', '野上二郎'])
  expect(agreement.sections?.map((s) => s.text)).toEqual([
    '備考　両市町の議会の議決を経たもの。',
    '令和３年３月１９日原案可決',
  ])
})

test('documents that are to be handed in are asked for by the last article', async () => {
  const { agreement } = await readAgreement(`${head}　以上の書類は、乙が甲に提出する。\n${signed}`)
  expect(agreement.articles.at(-1)?.paragraphs).toHaveLength(2)
  expect(agreement.signatories).toHaveLength(2)
})
