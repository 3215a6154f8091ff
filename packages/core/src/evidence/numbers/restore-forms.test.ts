import { expect, test } from 'vitest'
import { drawSource, gridRules } from '../../layout/draw-page.ts'
import { correctedBlocks } from '../corrected-blocks.ts'
import { asRecognized, correctedLines, correctedTable } from '../recognized-text.ts'
import { yearHeads } from './year-head.ts'

const years = ['概算事業費(単位:千円)', 'R4年度', 'R5年度', 'R6年度', '計']
const sums = ['', '1,200', '340', '560', '2,100']

const headsOf = (heads: readonly string[], row: readonly string[] = sums): string[] | undefined =>
  correctedTable([heads, row]).rows[0]

test.each([
  [['事業費', 'R4年度', 'Re年度', 'R6年度', '計'], 'R5年度'],
  [['事業費', 'R4年度', 'R8年度', 'R6年度', '計'], 'R5年度'],
  [['事業費', 'R4年度', 'R年度', 'R6年度', '計'], 'R5年度'],
  [['事業費', '2022年度', '2o23年度', '2024年度', '計'], '2023年度'],
  [['事業費', '令和4年度', '令和5年渡', '令和6年度', '計'], '令和5年度'],
  [['事業費', 'H30年度', 'R7年度', 'R2年度', '計'], 'R1年度'],
])('reads the years %j as rising by one', (heads, right) => expect(headsOf(heads)?.[2]).toBe(right))

test('reads years before and after those that are right', () => {
  expect(headsOf(['事業費', 'R4年度', 'R5年度', 'Re年度', '計'])?.[3]).toBe('R6年度')
  expect(headsOf(['事業費', 'Ra年度', 'R5年度', 'R6年度', '計'])?.[1]).toBe('R4年度')
})

test('leaves years alone that two columns have each', () => {
  const heads = ['事業費', 'R4年度', 'R4年度', 'R5年度', 'R5年度']
  expect(headsOf(heads)).toEqual(heads)
})

test('goes over to the next era', () => {
  expect(yearHeads('H30年度', 2018, 2019)).toContain('R1年度')
  expect(yearHeads('平成30年度', 2018, 2020)).toContain('令和2年度')
  expect(yearHeads('2022年(R4年)', 2022, 2024)).toEqual(['2024年(R6年)'])
})

test('reads the last heading as the total where the sums below say so, and only there', () => {
  expect(headsOf(['事業費', 'R4年度', 'R5年度', 'R6年度', '×'])?.[4]).toBe('計')
  expect(headsOf(['事業費', 'R4年度', 'R5年度', 'R6年度', '×'], ['', '1,200', '340', '560', '9,870'])?.[4]).toBe('×')
})

test.each([
  ['概算事業費単位:千円)', '概算事業費(単位:千円)'],
  ['概算事業費(単位:百万内)', '概算事業費(単位:百万円)'],
  ['事業費(見込額)(単位:手円)', '事業費(見込額)(単位:千円)'],
  ['事業費(見込額)(単位重円)', '事業費(見込額)(単位:千円)'],
  ['概算事業費(単位:世円)', '概算事業費(単位:世円)'],
])('reads the label %s as %s', (label, right) => expect(headsOf([label, ...years.slice(1)])?.[0]).toBe(right))

test('reads label and total as the other sums of the document have them', () => {
  const misread = ['概算事業費(単位:還', 'R4年度', 'R5年度', 'R6年度', '言']
  expect(correctedTable([years, sums, misread, ['', '1,200', '340', '未定', '2,100']]).rows[2]).toEqual(years)
})

test('reads years as the other sums of the document have them where their own step says too little', () =>
  expect(correctedTable([years, sums, ['事業費', 'R4年度', 'R8年度', 'Ro年度', '計'], sums]).rows[2]?.slice(1)).toEqual(
    years.slice(1),
  ))

test('reads headings as those of the other sums where hardly one of them was read', () =>
  expect(
    correctedTable([years, sums, ['事業費', 'R4年度》', 'R5年渡', 'Re年度', '計'], sums]).rows[2]?.slice(1),
  ).toEqual(years.slice(1)))

test('takes no digit for a part of the unit', () =>
  expect(correctedTable([years, ['', '1,200千円', '34O千円', '560千円', '調整中']]).rows[1]?.[2]).toBe('340千円'))

test('gives sums the unit of those beside them', () => {
  const rows = [years, ['', '1,200千円', '340手円', '560', '2,100千円']]
  expect(correctedTable(rows).rows[1]).toEqual(['', '1,200千円', '340千円', '560千円', '2,100千円'])
})

test('gives a sum back what its unit lost', () =>
  expect(correctedTable([years, ['', '1,200千円', '340円', '560千円', '2,100千円']]).rows[1]?.[2]).toBe('340千円'))

test('leaves another unit alone', () => {
  const row = ['', '1,200千円', '34百万円', '560千円', '8,700千円']
  expect(correctedTable([years, row]).rows[1]).toEqual(row)
})

test('takes the split of a total for its sum', () => {
  const rows = [years, sums, ['財源内訳', '国', '県', '地方債', '一般財源'], ['', '1,000', '200', '300', '608']]
  expect(correctedTable(rows, { unsure: ['608'] }).rows[3]?.[4]).toBe('600')
})

test.each([
  [['財源内訳', '園', '県', '地方債', 'その他'], '国', 1],
  [['財源内訳', '国', '県', '地方偵', 'その他'], '地方債', 3],
  [['財源内訳', '国庫支出金', '県支出金', '市債', '一股財源'], '一般財源', 4],
  [['財源内訳', '国', '見', '地方債', 'その他', '一般財源'], '県', 2],
  [['財源内訳', '計', '県', '地方債', 'その他'], '計', 1],
] as const)('reads the sources %j by their order', (row, right, place) =>
  expect(correctedTable([years, sums, row, ['', '1,000', '200', '300', '600']]).rows[2]?.[place]).toBe(right),
)

test('gives sums of sources below each other the unit of the others', () => {
  const rows = [
    ['事業費', 'R4年度', 'R5年度', 'R6年度', '計'],
    ['', '900千円', '1,200千円', '0千円', '2,100千円'],
    ['財源内訳', '国', '2,000千円', '', ''],
    ['', '県', '69千円', '', ''],
    ['', '地方偵', '31午円', '', ''],
  ]
  expect(
    correctedTable(rows)
      .rows.map((row) => row.slice(1, 3))
      .slice(2),
  ).toEqual([
    ['国', '2,000千円'],
    ['県', '69千円'],
    ['地方債', '31千円'],
  ])
})

test.each(['=', '~', '=~'])('reads %s in place of a sum as a dash', (seen) =>
  expect(correctedTable([years, ['', '1,200', seen, '560', '1,760']]).rows[1]?.[2]).toBe('－'),
)

test('takes off what was doubtfully read behind a unit', () =>
  expect(
    correctedTable([years, ['', '1,200千円', '340千円9', '560千円', '2,100千円']], { unsure: ['円9'] }).rows[1]?.[2],
  ).toBe('340千円'))

test('reads the labels of a sheet as those of the other sheets', () => {
  const sheet = (label: string) => [[label, '観光案内の充実', '', '', ''], years, sums]
  const sheets = ['事務事業名', '事務事業名', '亊務事菜名'].map((label, i) => {
    const cells = sheet(label)
    return {
      rules: gridRules([20, 140, 230, 320, 410, 500], [40, 60, 80, 100]),
      texts: [
        { x: 22, y: 30, text: ['観光を盛んにする。', '医師を確保する。', '路線を保つ。'][i] as string, size: 9 },
        ...cells.flatMap((row, r) =>
          row.flatMap((text, c) =>
            text === '' ? [] : [{ x: c === 0 ? 22 : 52 + c * 90, y: 54 + r * 20, text, size: 9 }],
          ),
        ),
      ],
    }
  })
  const { blocks } = correctedBlocks(asRecognized(drawSource(...sheets)))
  const labels = blocks.flatMap((block) => (block.kind === 'table' ? [block.rows[0]?.[0]?.text.value] : []))
  expect(labels).toEqual(['事務事業名', '事務事業名', '事務事業名'])
})

test.each(['.SDGs', 'DGs', 'SDG5'])('reads %s beside the name of a project as a label', (label) =>
  expect(correctedTable([['事務事業名', '夜間診療の充実', '', label, '3、12'], years, sums]).rows[0]?.[3]).toBe('SDGs'),
)

test('reads a label that lost a character as those of the other sums', () => {
  const rows = [years, sums, ['概算事業(単位:千円)', ...years.slice(1)], sums]
  expect(correctedTable(rows).rows[2]?.[0]).toBe('概算事業費(単位:千円)')
})

const goalsIn = (seen: string): string | undefined =>
  correctedTable([['事務事業名', '夜間診療の充実', '', 'SDGs', seen], years, sums]).rows[0]?.[4]

test.each([
  ['89に12', '8、9、12'],
  ['1:415', '1、4、15'],
  ['91517', '9、15、17'],
  ['3、12', '3、12'],
  ['ぶ:15', 'ぶ:15'],
  ['131517', '131517'],
  ['3すべての人に', '3すべての人に'],
])('reads the goals %s as %s', (seen, goals) => expect(goalsIn(seen)).toBe(goals))

test.each(['重要業績評価指標(KPD', '重要業績評価指標(KPID)', '重要業績評価指標KPI)'])(
  'reads %s as the label of indicators',
  (label) =>
    expect(correctedTable([['事業名', '夜間診療'], [label, '指標名'], years, sums]).rows[1]?.[0]).toBe(
      '重要業績評価指標(KPI)',
    ),
)

test.each([
  ['ー一日当たりの乗降客数', '一日当たりの乗降客数'],
  ['一一人当たりの排出量', '一人当たりの排出量'],
  ['ー人当たりの排出量', '一人当たりの排出量'],
  ['一般廃棄物の量', '一般廃棄物の量'],
])('reads the name %s as %s', (seen, name) => expect(correctedTable([[seen, '12人'], years]).rows[0]?.[0]).toBe(name))

test.each([
  ['(単位:手円)', '(単位:千円)'],
  ['(単位・千円)', '(単位:千円)'],
  ['(単位:百万門', '(単位:百万円)'],
  ['単位:干円', '単位:千円'],
  ['(単位:人)', '(単位:人)'],
  ['(単位:月)', '(単位:月)'],
  ['単位互換', '単位互換'],
])('reads the caption %s beside sums as %s', (seen, right) =>
  expect(
    correctedTable([
      ['事業費', 'R4年度', 'R5年度', seen],
      ['', '1,200', '340', ''],
    ]).rows[0]?.[3],
  ).toBe(right),
)

test.each([
  ['令和四年一月ニナ一日', '令和四年一月二十一日'],
  ['平成二十五年三月二二三日', '平成二十五年三月二十三日'],
  ['令和元年十ニ月三十日', '令和元年十二月三十日'],
  ['令和五年四月一日', '令和五年四月一日'],
])('reads the date %s as %s', (seen, right) => expect(correctedLines(seen)).toBe(right))
