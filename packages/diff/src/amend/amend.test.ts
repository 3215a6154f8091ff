import { type Agreement, readAmendment } from '@kyoyaku/core'
import { expect, test } from 'vitest'
import { agreement, articleTitle, numbered, script } from '../testing/articles.ts'
import { amend } from './amend.ts'
import { applyAmendment } from './apply.ts'
import { amendedParts } from './bare.ts'

/** Articles of one paragraph each, as [number, text]. */
const articles = (...texts: [string, string][]): Agreement =>
  agreement(texts.map(([number, text]) => ({ number, title: articleTitle(number), paragraphs: [{ number: 1, text }] })))
const lines = async (old: Agreement, other: Agreement): Promise<string[]> =>
  (await amend(old, other)).text.split('\n').slice(3, -1)

const one = '甲は、毎年度、林道の維持の状況を公表するものとする。'
const two = '乙は、協議の上、図書館の相互利用を推進するものとする。'
const three = '事務局は、速やかに、防災の備蓄を台帳に記録するものとする。'

test.each<[string, Agreement, Agreement, string[]]>([
  [
    'a word',
    articles(['1', one]),
    articles(['1', one.replace('林道', '農道')]),
    ['　第１条中「林道」を「農道」に改める。'],
  ],
  [
    'a word more',
    articles(['1', one]),
    articles(['1', one.replace('維持', '維持及び改良')]),
    ['　第１条中「維持」の下に「及び改良」を加える。'],
  ],
  [
    'a word less',
    articles(['1', one]),
    articles(['1', one.replace('毎年度、', '')]),
    ['　第１条中「毎年度、」を削る。'],
  ],
  [
    'a proviso',
    articles(['1', one]),
    articles(['1', `${one}ただし、町道を除く。`]),
    ['　第１条に次のただし書を加える。', '　ただし、町道を除く。'],
  ],
  [
    'an article less',
    articles(['1', one], ['2', two], ['3', three]),
    articles(['1', one], ['2', three]),
    ['　第２条を削る。', '　第３条を第２条とする。'],
  ],
  [
    'an article struck',
    articles(['1', one], ['2', two], ['3', three]),
    articles(['1', one], ['2', '削除'], ['3', three]),
    ['　第２条を次のように改める。', '第２条　削除'],
  ],
  [
    'an article more',
    articles(['1', one], ['2', three]),
    articles(['1', one], ['2', two], ['3', three]),
    ['　第２条を第３条とし、第１条の次に次の１条を加える。', `第２条　${two}`],
  ],
  [
    'a branch number',
    articles(['1', one], ['2', three]),
    articles(['1', one], ['1_2', two], ['2', three]),
    ['　第１条の次に次の１条を加える。', `第１条の２　${two}`],
  ],
  [
    'wording, then the move',
    articles(['1', two], ['2', one]),
    articles(['1', one.replace('林道', '農道')]),
    ['　第１条を削る。', '　第２条中「林道」を「農道」に改め、同条を第１条とする。'],
  ],
])('writes %s', async (_, old, other, wanted) => {
  expect(await lines(old, other)).toEqual(wanted)
})

test('shifts four or more in one clause', async () => {
  const { old } = script(3, 6, 0)
  const kept = numbered(old)
  expect(await lines(agreement(kept), agreement(numbered(old.slice(1))))).toEqual([
    '　第１条を削る。',
    '　第２条を第１条とし、第３条から第６条までを１条ずつ繰り上げる。',
  ])
})

test('says 変更する of agreements unless told otherwise, and when it takes effect', async () => {
  const [old, other] = [articles(['1', one]), articles(['1', two])].map((a): Agreement => ({ ...a, type: 'agreement' }))
  const text = (await amend(old as Agreement, other as Agreement, { effectiveOn: '令和８年４月１日' })).text
  expect(text).toContain('の一部を次のように変更する。')
  expect(text).toContain('令和８年４月１日から施行する。')
  expect((await amend(old as Agreement, other as Agreement, { verb: '改正' })).text).toContain(
    'の一部を次のように改正する。',
  )
})

const table = (...titles: string[]): Agreement => ({
  ...articles(['1', one]),
  appendedTables: [
    {
      title: '別表',
      relatesTo: ['1'],
      sections: [
        {
          number: '１',
          title: '圏域の経済',
          initiatives: titles.map((title) => ({
            title,
            description: `${title}を共に進める。`,
            roles: [{ party: '甲', text: `${title}の計画を作る。` }],
          })),
        },
      ],
    },
  ],
})

test('names rows of a table', async () => {
  expect(await lines(table('木材の販路', '移住の相談'), table('木材の販路'))).toEqual(['　別表移住の相談の項を削る。'])
  expect(await lines(table('木材の販路'), table('木材の販路', '移住の相談'))).toEqual([
    '　別表木材の販路の項の次に次のように加える。',
    '　移住の相談',
    '　　取組内容　移住の相談を共に進める。',
    '　　甲の役割　移住の相談の計画を作る。',
  ])
})

test('follows the articles that a table belongs to', async () => {
  const old = table('木材の販路')
  const other = structuredClone(old)
  other.articles.unshift({ number: '1', title: '第１条', paragraphs: [{ number: 1, text: two }] })
  Object.assign(other.articles[1] as object, { number: '2', title: '第２条' })
  Object.assign(other.appendedTables[0] as object, { relatesTo: ['2'] })
  expect(await lines(old, other)).toEqual([
    '　第１条を第２条とし、同条の前に次の１条を加える。',
    `第１条　${two}`,
    '　別表中「（第１条関係）」を「（第２条関係）」に改める。',
  ])
})

test('writes a title and a preamble anew', async () => {
  const old: Agreement = { ...articles(['1', one]), preamble: '甲及び乙は、連携協約を締結する。' }
  const other: Agreement = { ...old, title: '谷川流域連携条例', preamble: '甲、乙及び丙は、連携協約を締結する。' }
  expect(await lines(old, other)).toEqual([
    '　題名を次のように改める。',
    '　谷川流域連携条例',
    '　前文を次のように改める。',
    '　甲、乙及び丙は、連携協約を締結する。',
  ])
})

test('replaces the whole, with the reason, where the new version cannot be said as an amendment', async () => {
  const old = articles(['1', one], ['2', two])
  const other = { ...articles(['1', one], ['2', three]), sections: [{ text: '第一章　総則' }] }
  const amended = await amend(old, other)
  expect([amended.kind, amended.verified]).toEqual(['whole', false])
  expect(amended.reason).toContain('章')
  expect(amended.text).toContain('の全部を次のように改正する。')
})

test('gives nothing for equal versions', async () => {
  expect((await amend(articles(['1', one]), articles(['1', one]))).kind).toBe('none')
})

test('generated amendments are verified, 97 of 100 at least, and give the new version when read and carried out', async () => {
  const runs = 150
  let verified = 0
  for (let seed = 1; seed <= runs; seed++) {
    const { old, new: revised } = script(seed, 3 + (seed % 16), 0.35)
    const [a, b] = [agreement(numbered(old)), agreement(numbered(revised))]
    const amended = await amend(a, b)
    if (!amended.verified) continue
    verified++
    const { document, faults } = applyAmendment(a, (await readAmendment(amended.text)).amendment)
    expect(faults).toEqual([])
    expect(amendedParts(document)).toEqual(amendedParts(b))
  }
  expect(verified / runs).toBeGreaterThanOrEqual(0.97)
})

test('says which operations it could not carry out, and carries out the others', async () => {
  const base = articles(['1', one], ['2', two])
  const { amendment } = await readAmendment(
    '　条例の一部を改正する条例\n\n　谷川条例の一部を次のように改正する。\n　第１条中「無い語」を「語」に改める。\n　第２条を削る。\n',
  )
  const { document, faults } = applyAmendment(base, amendment)
  expect(faults.map((f) => f.operation)).toEqual([0])
  expect(document.articles.length).toBe(1)
})

/** The agreement with the tables given in place of its own. */
const withTables = (old: Agreement, ...tables: Agreement['appendedTables']): Agreement => ({
  ...old,
  appendedTables: tables,
})
const rowTable = (title: string, ...rows: string[][]): Agreement['appendedTables'][number] => ({
  title,
  relatesTo: ['1'],
  sections: [],
  rows,
})

test('adds a 別表 after the one before it, which is given a number', async () => {
  const old = table('木材の販路')
  const [first] = old.appendedTables as [Agreement['appendedTables'][number]]
  const other = withTables(
    old,
    { ...first, title: '別表第１' },
    rowTable('別表第２', ['施設', '負担'], ['図書館', '甲']),
  )
  expect(await lines(old, other)).toEqual([
    '　別表を別表第１とする。',
    '　別表第１の次に次の１表を加える。',
    '別表第２（第１条関係）',
    '施設|負担',
    '図書館|甲',
  ])
})

test('adds the first 別表 at the end', async () => {
  const old = articles(['1', one])
  const other = withTables(old, ...table('木材の販路').appendedTables)
  expect(await lines(old, other)).toEqual([
    '　末尾に次の別表を加える。',
    '別表（第１条関係）',
    '　１　圏域の経済',
    '　　木材の販路',
    '　　　取組内容　木材の販路を共に進める。',
    '　　　甲の役割　木材の販路の計画を作る。',
  ])
})

test('adds a 別表 before the first', async () => {
  const old = withTables(articles(['1', one]), rowTable('別表第２', ['路線', '便数'], ['山手線', '４']))
  const other = withTables(old, rowTable('別表第１', ['施設', '負担'], ['図書館', '甲']), ...old.appendedTables)
  expect((await lines(old, other))[0]).toBe('　別表第２の前に次の１表を加える。')
})

test('each 附則 keeps its heading, its articles their numbers and captions', () => {
  const text = (number: string, title: string, caption: string | undefined, said: string) => ({
    number,
    title,
    ...(caption === undefined ? {} : { caption }),
    paragraphs: said === '' ? [] : [{ number: 1, text: said }],
  })
  const document: Agreement = {
    ...articles(['1', one]),
    supplementary: [
      text('附則', '附　則', undefined, ''),
      text('1', '第１条', '施行期日', 'この協約は、令和６年４月１日から施行する。'),
      text('附則', '附　則', '令和７年協約第２号', 'この協約は、締結の日から施行する。'),
    ],
  }
  const made = applyAmendment(document, { type: 'amendment', title: '', operations: [] })
  expect(made.text).toContain(
    [
      '　　　附　則',
      '　（施行期日）',
      '第１条　この協約は、令和６年４月１日から施行する。',
      '',
      '　　　附　則（令和７年協約第２号）',
      'この協約は、締結の日から施行する。',
    ].join('\n'),
  )
})
