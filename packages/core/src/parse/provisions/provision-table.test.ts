import { expect, test } from 'vitest'
import { readAgreement } from '../../testing/read-agreement.ts'
import { readAmendment } from '../amendment/read.ts'

const front = '谷川市と沢町との間の消防事務の委託に関する規約\n\n第１条　沢町は、消防の事務を谷川市に委託する。\n'
const articles = async (text: string) => (await readAgreement(`${front}${text}\n`)).agreement.articles.slice(1)

test('keeps the rows of a table amid provisions, and what stands around it', async () => {
  const [article] = await articles(
    '第２条　経費は、次の表により負担する。\n\t区分\t割合\n\t１　人件費\t１０分の７\n\t２　施設費\t１０分の３\n２　負担金は、毎年度納める。',
  )
  expect(article?.paragraphs).toMatchObject([
    {
      text: '経費は、次の表により負担する。　区分　割合　１　人件費　１０分の７　２　施設費　１０分の３',
      tables: [
        {
          rows: [
            ['区分', '割合'],
            ['１　人件費', '１０分の７'],
            ['２　施設費', '１０分の３'],
          ],
        },
      ],
    },
    { number: 2, text: '負担金は、毎年度納める。' },
  ])
})

test('gives an item its table', async () => {
  const [article] = await articles(
    '第２条　市は、次の施設を使う。\n(1)　消防署\n名称\t位置\n港署\t港町１番地\n(2)　分団',
  )
  expect(article?.paragraphs[0]?.items).toMatchObject([
    {
      tables: [
        {
          rows: [
            ['名称', '位置'],
            ['港署', '港町１番地'],
          ],
        },
      ],
    },
    { text: '分団' },
  ])
})

test('reads provisions that stand in cells as provisions', async () => {
  const read = await articles('第２条\t市は、次の事務を行う。\t\n(1)\t消火\t\n(2)\t救急\t')
  expect(read[0]?.paragraphs[0]?.items?.map((i) => i.text)).toEqual(['消火', '救急'])
})

test('keeps the tables of new provisions', async () => {
  const { amendment, diagnostics } = await readAmendment(
    '谷川市消防規約の一部を改正する規約\n\n谷川市消防規約（平成３年谷川市告示第８号）の一部を次のように改正する。\n第３条の次に次の１条を加える。\n第４条　割合は、次の表による。\n区分\t割合\n人件費\t１０分の７\n第８条に次の１項を加える。\n２　位置は、次のとおりとする。\n名称\t位置\n港署\t港町１番地\n',
  )
  const [added, below] = amendment.operations
  expect(added?.content?.articles?.[0]?.paragraphs[0]?.tables?.[0]?.rows).toEqual([
    ['区分', '割合'],
    ['人件費', '１０分の７'],
  ])
  expect(below?.content?.paragraphs?.[0]?.tables?.[0]?.rows).toEqual([
    ['名称', '位置'],
    ['港署', '港町１番地'],
  ])
  expect(diagnostics).toEqual([])
})

test('reads rows in columns of spaces below the sentence that announces them', async () => {
  const [second, third] = await articles(
    '第２条　定数は、次のとおりとする。\n　　谷川市　　　３人\n　　沢町　　　　２人\n２　任期は、２年とする。\n第３条　甲は、次に掲げる町とする。\n沢町　山町\n谷町　川町',
  )
  expect(second?.paragraphs).toMatchObject([
    {
      text: '定数は、次のとおりとする。　谷川市　３人　沢町　２人',
      tables: [
        {
          rows: [
            ['谷川市', '３人'],
            ['沢町', '２人'],
          ],
        },
      ],
    },
    { number: 2 },
  ])
  expect(third?.paragraphs[0]?.tables).toBeUndefined()
})
