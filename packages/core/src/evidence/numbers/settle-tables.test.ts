import { expect, test } from 'vitest'
import { correctedTable, tableSource } from '../recognized-text.ts'

const heads = ['区分', '令和4年度', '令和5年度', '令和6年度', '計']
/** The row of sums under the years. */
const yearsOf = (row: readonly string[], confidence = 0.98, unsure: readonly string[] = []) =>
  correctedTable([heads, ['事業費', ...row]], { confidence, unsure })

test.each([
  [['1,000', '2,000', '3,000', '8,000'], ['1,000', '2,000', '3,000', '6,000'], 'an unsure total by its years'],
  [['1,O00', '2,000', '3,000', '6,000'], ['1,000', '2,000', '3,000', '6,000'], 'a letter in a year'],
  [['1.000', '2,000', '3.000', '6,000'], ['1,000', '2,000', '3,000', '6,000'], 'points for commas'],
  [['1,00', '2,000', '3,000', '6,000'], ['1,000', '2,000', '3,000', '6,000'], 'a nought that was lost'],
  [['1,000', '2,000', '3,000', '6,0000'], ['1,000', '2,000', '3,000', '6,000'], 'a digit that was seen twice'],
  [
    ['1,000千円', '2,080千円', '3,000千円', '6,000千円'],
    ['1,000千円', '2,000千円', '3,000千円', '6,000千円'],
    'sums with their unit',
  ],
])('%j becomes %j: %s', (seen, right) =>
  expect(
    yearsOf(
      seen,
      0.98,
      seen.filter((s, i) => s !== right[i]),
    ).rows[1]?.slice(1),
  ).toEqual(right),
)

test.each([
  [
    ['7所000', '2,000', '3,000', '12所000'],
    ['7,000', '2,000', '3,000', '12,000'],
  ],
  [
    ['7円000', '2,000', '3,000', '12円000'],
    ['7円000', '2,000', '3,000', '12円000'],
  ],
])('a comma that was read as another character, and doubted: %j', (seen, right) =>
  expect(yearsOf(seen, 0.98, ['7所', '12所', '7円', '12円']).rows[1]?.slice(1)).toEqual(right),
)

test('a kana between figures is a comma, however sure it was', () =>
  expect(yearsOf(['2,497', '77', '1も119', '3,693']).rows[1]?.slice(1)).toEqual(['2,497', '77', '1,119', '3,693']))

test('two commas that were read as points, by the total', () =>
  expect(
    correctedTable([
      ['財源内訳', '国', '地方債', 'その他', '一般財源', '計'],
      ['', '0', '218', '1.925', '1.550', '3,693'],
    ]).rows[1]?.slice(3, 5),
  ).toEqual(['1,925', '1,550']))

test('what stands before sums and is none of their digits, where the total leaves nothing else', () => {
  expect(yearsOf(['@6,.500', '6,500', '@6,500', '19,500']).rows[1]?.slice(1)).toEqual([
    '6,500',
    '6,500',
    '6,500',
    '19,500',
  ])
  const unsure = ['@6', '和信']
  expect(yearsOf(['@6,000千円', '和信530千円', '610千円', '6,080千円'], 0.98, unsure).rows[1]?.slice(1, 3)).toEqual([
    '6,000千円',
    '△530千円',
  ])
})

test('puts a digit and its comma back that were read as one character, where the sum shows it', () =>
  expect(yearsOf(['名000千円', '未定', '7,000千円', '14,000千円'], 0.98, ['名']).rows[1]?.[1]).toBe('7,000千円'))

test('puts a sign in place of what it was read as, where the sum is negative', () => {
  const rows = [heads, ['事業費', '未定', '△8,000千円', '3,000千円', 'ん5,000千円']]
  const at = tableSource(rows).text.indexOf('ん5,000')
  const others = [{ span: [at + 1, at + 6] as [number, number], text: '-5,000', engine: 'other' }]
  expect(correctedTable(rows, { others, unsure: ['ん5,000'] }).rows[1]?.at(-1)).toBe('△5,000千円')
})

const stepped = ['', '準備', '実施', '実施', '']
test.each([
  ['A860千円', ['0千円', '70千円', 'A860千円', 'ん790千円'], ['0千円', '70千円', '△860千円', '△790千円']],
  [
    'んへ4,870千円',
    ['0千円', '70千円', 'んへ4,870千円', '△4,800千円'],
    ['0千円', '70千円', '△4,870千円', '△4,800千円'],
  ],
  ['Aム10,500', ['6,087,545', 'Aム10,500', '100', '6,077,145'], ['6,087,545', '△10,500', '100', '6,077,145']],
  ['A1,000 and A890', ['0', 'A1,000', '110', 'A890'], ['0', '△1,000', '110', '△890']],
  ['A1,000 twice', ['0', 'A1,000', '0', 'A1,000'], ['0', '△1,000', '0', '△1,000']],
  ['Alll twice', ['0', 'Alll', '0', 'Alll'], ['0', '△111', '0', '△111']],
  ['Alll', ['1,411', 'Alll', '0', '1,300'], ['1,411', '△111', '0', '1,300']],
  ['AムA31,747', ['46,145', '24,007', 'AムA31,747', '38,405'], ['46,145', '24,007', '△31,747', '38,405']],
  ['L1,612', ['20', 'L1,612', '950', '2,582'], ['20', '1,612', '950', '2,582']],
  ['8&.500千円', ['9,000千円', '0千円', '8&.500千円', '17,500千円'], ['9,000千円', '0千円', '8,500千円', '17,500千円']],
  ['○円', ['○円', '1,200円', '○円', '1,200円'], ['0円', '1,200円', '0円', '1,200円']],
  ['il', ['2,700', 'il', '60', '2,771'], ['2,700', '11', '60', '2,771']],
  ['円 in every cell', ['円', '円', '円', '0円'], ['0円', '0円', '0円', '0円']],
  ['円', ['円', '1,200円', '300円', '1,500円'], ['0円', '1,200円', '300円', '1,500円']],
])('below steps of the plan reads %s as the sum shows it', (_, seen, right) =>
  expect(
    correctedTable([heads, stepped, ['', ...seen]], { unsure: seen.filter((s, i) => s !== right[i]) }).rows[2]?.slice(
      1,
    ),
  ).toEqual(right),
)

test.each([
  ['引', ['引', '0', '3,472', '3,563'], ['91', '0', '3,472', '3,563']],
  ['引引引引 among its like', ['560', '560', '引引引引', '1,680'], ['560', '560', '560', '1,680']],
  ['引 for too much', ['引', '0', '3,472', '7,563'], ['引', '0', '3,472', '7,563']],
  ['a word', ['調整', '0', '3,472', '3,563'], ['調整', '0', '3,472', '3,563']],
])('takes what the sum leaves for %s, of which nothing but its width was seen', (_, seen, right) =>
  expect(correctedTable([heads, stepped, ['', ...seen]], { unsure: ['引'] }).rows[2]?.slice(1)).toEqual(right),
)

test('leaves a letter and digits alone that are no sum', () =>
  expect(yearsOf(['A10', '200', '100', '500']).rows[1]?.[1]).toBe('A10'))

test('does not take a letter before a number for its first digit where no sum shows it', () =>
  expect(yearsOf(['0千円', '70千円', 'A860千円', '未定']).rows[1]?.[3]).toBe('A860千円'))

test('leaves sums alone that hold, and does not doubt them', () =>
  expect(yearsOf(['1,000', '2,000', '3,000', '6,000'], 0.98, ['1,000', '2,000', '3,000', '6,000'])).toEqual({
    rows: [heads, ['事業費', '1,000', '2,000', '3,000', '6,000']],
    doubts: [],
  }))

test('takes a year that closes the sum for what the other years have', () =>
  expect(yearsOf(['18,500', '8,500', '18,500', '55,500']).rows[1]?.[2]).toBe('18,500'))

test('puts back a nought that was lost before a unit, by the sum', () =>
  expect(yearsOf(['1,000千円', '(千円', '3,000千円', '4,000千円']).rows[1]?.[2]).toBe('0千円'))

test('puts a comma where a long first group shows that one was lost', () =>
  expect(yearsOf(['1234,567', '2,000', '3,000', '未定']).rows[1]?.[1]).toBe('1,234,567'))

test('leaves sums alone that two readings would close, and doubts all of them', () => {
  const { rows, doubts } = yearsOf(['16,300', '16,500', '1,000', '33,600'], 0.85)
  expect(rows[1]?.slice(1)).toEqual(['16,300', '16,500', '1,000', '33,600'])
  expect(doubts).toEqual(['16,300', '16,500', '1,000', '33,600'])
})

test('does not change characters that are sure for one sum, and doubts its numbers', () => {
  const { rows, doubts } = yearsOf(['1,000', '2,000', '3,000', '8,000'], 0.99)
  expect(rows[1]?.at(-1)).toBe('8,000')
  expect(doubts).toContain('8,000')
})

test('takes what another engine read where it closes the sum', () => {
  const rows = [heads, ['事業費', '1,000', '2,000', '3,000', '8,000']]
  const at = tableSource(rows).text.indexOf('8,000')
  const others = [{ span: [at, at + 5] as [number, number], text: '6,000', engine: 'other' }]
  expect(correctedTable(rows, { confidence: 0.99, others }).rows[1]?.at(-1)).toBe('6,000')
})

test('settles columns by their bottom row and rows by their total at once', () =>
  expect(
    correctedTable([
      ['区分', '令和4年度', '令和5年度', '計'],
      ['道路', '1,100', '2,200', '3,300'],
      ['公園', '4,400', '5,500', '9,900'],
      ['合計', '5,500', '7,708', '13,200'],
    ]).rows[3],
  ).toEqual(['合計', '5,500', '7,700', '13,200']))

test('settles amounts by quantity and price', () =>
  expect(
    correctedTable(
      [
        ['種別', '数量', '単価', '金額'],
        ['舗装工', '220', '7.00', '1,540.000'],
        ['側溝工', '50', '12,000', '60.000'],
        ['植栽工', '10', '65.00', '650.00'],
      ],
      { confidence: 0.99 },
    ).rows.map((row) => row.slice(1)),
  ).toEqual([
    ['数量', '単価', '金額'],
    ['220', '7,000', '1,540,000'],
    ['50', '12,000', '600,000'],
    ['10', '65,000', '650,000'],
  ]))

test('a table without sums keeps its numbers, and the unsure ones are doubted', () =>
  expect(
    correctedTable(
      [
        ['名称', '件数', '年度'],
        ['相談', '128', '令和4年度'],
      ],
      { confidence: 0.7 },
    ),
  ).toEqual({
    rows: [
      ['名称', '件数', '年度'],
      ['相談', '128', '令和4年度'],
    ],
    doubts: ['128'],
  }))
