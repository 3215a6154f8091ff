import type { Agreement, Diagnostic, Document, Project, Vision } from '@kyoyaku/core'
import { describe, expect, test } from 'vitest'
import { width } from './columns.ts'
import { textOf } from './result.ts'

const print = (
  documents: Document[],
  diagnostics: Diagnostic[] = [],
  locale: 'ja' | 'en' = 'ja',
  columns = 80,
): string =>
  textOf(
    {
      schemaVersion: '1.0',
      source: { name: '文書.txt', sha256: '0', format: 'text', textLayer: 'plain' },
      documents,
      diagnostics,
    },
    '一行目\n二行目\n',
    { locale, columns },
  )

const agreement: Agreement = {
  type: 'agreement',
  title: '釧路市及び○○町村における連携協約',
  status: 'draft',
  parties: [
    { symbol: '甲', name: '釧路市' },
    { symbol: '乙', name: '○○町村', placeholder: true },
  ],
  region: { name: '釧路圏域', members: ['釧路市', '標茶町', '鶴居村'] },
  legalBasis: [{ law: '地方自治法', lawNumber: '昭和22年法律第67号', article: '252_2', paragraph: 1 }],
  articles: [
    {
      number: '1',
      title: '第１条',
      caption: '目的',
      paragraphs: [
        { number: 1, text: 'この協約は、甲及び乙が相互に役割を分担し、圏域全体の発展を図ることを目的とする。' },
      ],
    },
    {
      number: '2',
      title: '第２条',
      caption: '連携する取組',
      paragraphs: [{ number: 1, text: '取組は、別表のとおりとする。' }],
    },
  ],
  references: [],
  appendedTables: [
    {
      title: '別表',
      relatesTo: ['2'],
      sections: [
        {
          number: '１',
          title: '生活機能の強化',
          initiatives: [
            {
              number: 'ア',
              title: '夜間診療の維持',
              description: '夜間に診療を行う診療所の運営を支える。',
              roles: [
                {
                  party: '甲',
                  text: '診療所を運営し、医師の確保に努めるとともに、住民への周知を圏域の全ての町村で行う。',
                },
                { party: '乙', text: '運営に要する経費を負担する。' },
              ],
            },
          ],
        },
      ],
    },
  ],
}

const project = (title: string, yen: (number | null)[], total: number): Project => ({
  pillar: 'Ⅰ 観光',
  initiative: '広域周遊',
  title,
  participants: ['釧路市'],
  budget: {
    years: yen.map((value, i) => ({
      fiscalYear: 2021 + i,
      text: value === null ? '未定' : `${value / 1000}千円`,
      yen: value,
    })),
    total: { text: '', yen: total },
  },
  indicators: [{ name: '宿泊者数', baseline: { text: '10万人' }, target: { text: '12万人' } }],
})

const vision: Vision = {
  type: 'vision',
  title: '第2期釧路圏域共生ビジョン',
  revision: { status: 'revised', excerpt: true },
  participationGrids: [
    {
      municipalities: ['釧路市', '標茶町', '弟子屈町'],
      rows: [
        {
          pillar: 'Ⅰ 観光',
          initiative: '広域周遊',
          project: '周遊バスの運行',
          participants: ['釧路市', '弟子屈町'],
          marks: [
            { municipality: '釧路市', mark: '◎' },
            { municipality: '弟子屈町', mark: '○' },
          ],
          reliable: true,
        },
        { project: '案内板の整備', participants: ['標茶町'], marks: [], reliable: false },
      ],
    },
  ],
  projects: [
    project('周遊バスの運行', [1_500_000, null], 1_500_000),
    project('案内板の整備', [0, 12_000_000], 12_000_000),
  ],
}

describe('an agreement', () => {
  test('shows parties, articles, initiatives and roles, wrapped under their labels', () =>
    expect(print([agreement])).toMatchInlineSnapshot(`
      "文書.txt

      釧路市及び○○町村における連携協約                                 協約・協定 · 案
      ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
        当事者      甲 釧路市
                    乙 ○○町村 [未記入]
        圏域        釧路圏域
        構成市町村  釧路市、標茶町、鶴居村
        根拠        地方自治法（昭和22年法律第67号）第252条の2第1項

      条文  2
        第１条  目的          この協約は、甲及び乙が相互に役割を分担し、圏域全体の発…
        第２条  連携する取組  取組は、別表のとおりとする。

      取組と役割分担  1
        別表
          １ 生活機能の強化
            ア 夜間診療の維持
              内容  夜間に診療を行う診療所の運営を支える。
              甲    診療所を運営し、医師の確保に努めるとともに、住民への周知を圏域の全
                    ての町村で行う。
              乙    運営に要する経費を負担する。

      合わないところはありません

      "
    `))

  test('is labelled in English where that is asked for', () => {
    const text = print([agreement], [], 'en')
    for (const label of ['parties', 'legal basis', 'Articles  2', 'Initiatives and roles  1', 'Everything adds up'])
      expect(text).toContain(label)
  })
})

test('a vision shows its grid and its budgets by year', () =>
  expect(print([vision])).toMatchInlineSnapshot(`
    "文書.txt

    第2期釧路圏域共生ビジョン                                 ビジョン · 改訂 · 抜粋
    ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

    連携市町の一覧  2
                                        弟
                                  釧 標 子
                                  路 茶 屈
                                  市 町 町
      Ⅰ 観光
       広域周遊
        周遊バスの運行            ◎  ・ 〇
        案内板の整備            ? ・ 〇 ・
      ? は列の対応が確かでない行

    事務事業と事業費  2
      単位: 千円                   2021    2022      計
      Ⅰ 観光
       広域周遊
        周遊バスの運行            1,500    未定   1,500
        案内板の整備                  0  12,000  12,000

    重要業績評価指標  2
        宿泊者数  10万人                          → 12万人
        宿泊者数  10万人                          → 12万人

    合わないところはありません

    "
  `))

test('diagnostics come with their line, the worst first', () =>
  expect(
    print(
      [],
      [
        { code: 'text-unclaimed', severity: 'info', message: '残り', at: { span: [0, 2] } },
        { code: 'budget-total-mismatch', severity: 'error', message: '計が合いません', at: { span: [4, 6] } },
      ],
    ),
  ).toMatchInlineSnapshot(`
    "文書.txt

    読み取れる文書がありません

    合わないところ・確かめるところ  2
          2  エラー  計が合いません
          1  情報    残り

    "
  `))

test.each([60, 80, 100, 120])('no line is wider than %i columns', (columns) => {
  for (const line of print([agreement, vision], [], 'ja', columns).split('\n'))
    expect(width(line)).toBeLessThanOrEqual(columns + 2)
})

test('nothing in a document moves the cursor', () =>
  expect(print([{ ...agreement, title: 'あ\u001b[2Jい\nう' }])).not.toContain('\u001b'))
