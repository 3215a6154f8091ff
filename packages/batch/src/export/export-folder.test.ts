import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { ParseResult } from '@kyoyaku/core'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import readWorkbook from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openJournal } from '../journal/journal-queue.ts'
import { taskKey } from '../queue/task-key.ts'
import { openSqlite } from '../sqlite.ts'
import { trialFolder } from '../trial/trial-folder.ts'
import type { Row, Value } from './column.ts'
import { exportFormats, exportTables } from './export-folder.ts'
import { rowsOfFolder, tableShapes } from './rows.ts'

const hash = (n: number): string => String(n).padStart(64, 'ab')
const at = {
  page: 3,
  bbox: [72, 90.5, 300.25, 110] as [number, number, number, number],
  span: [10, 20] as [number, number],
}

const results = [
  { text: '980件', value: 980, unit: '件', period: { from: '2023' } },
  { text: '1,010件', value: 1010, unit: '件', period: { from: '2024' } },
]

const vision: ParseResult = {
  schemaVersion: '1.0',
  source: { name: 'v.pdf', sha256: hash(1), format: 'pdf', pages: 9, textLayer: 'digital' },
  documents: [
    {
      type: 'vision',
      title: '第3期中播広域圏ビジョン',
      term: 3,
      revision: { status: 'draft', excerpt: false },
      issuer: '姫路市',
      participationGrids: [
        {
          municipalities: ['姫路市', '太子町'],
          rows: [
            {
              project: '=HYPERLINK("http://x","観光")',
              participants: ['姫路市'],
              marks: [{ municipality: '姫路市', mark: '○', at }],
              reliable: true,
              at,
            },
          ],
        },
      ],
      projects: [
        {
          title: '=HYPERLINK("http://x","観光")',
          participants: ['姫路市', '太子町', '福崎町'],
          purpose: '改行と"引用符",\nコンマ',
          budget: {
            unit: '千円',
            years: [
              { fiscalYear: 2024, text: '12,345,678', yen: 12_345_678_000, at },
              { fiscalYear: 2025, text: '△1.5', yen: -1500 },
              { fiscalYear: 2026, text: '－', yen: null },
            ],
            total: { text: '12,345,676.5', yen: 12_345_676_500 },
            results: [
              { fiscalYear: 2024, text: '11,000', yen: 11_000_000, at },
              { fiscalYear: 2025, text: '未定', yen: null },
              { text: '11,000', yen: 11_000_000 },
            ],
          },
          roles: [{ party: '連携市町', items: ['-1+1', '＠cmd'] }],
          indicators: [{ name: '件数', target: { text: '1,234.5件', value: 1234.5, unit: '件' }, results, at }],
          at,
        },
      ],
    },
  ],
  diagnostics: [{ code: 'text-unclaimed', severity: 'info', message: '+SUM(A1)', data: { text: '残り' }, at }],
}
const agreement: ParseResult = {
  schemaVersion: '1.0',
  source: { name: 'a.txt', sha256: hash(2), format: 'text', textLayer: 'plain' },
  documents: [
    {
      type: 'agreement',
      title: '連携協約',
      status: 'concluded',
      parties: [
        { symbol: '甲', name: '府中市', at: { span: [0, 3] } },
        { symbol: '乙', name: '神石高原町' },
        { symbol: '丙', name: '広島県' },
      ],
      legalBasis: [],
      articles: [
        {
          number: '1',
          title: '第１条',
          caption: '目的',
          paragraphs: [
            {
              number: 1,
              text: '定める。',
              items: [{ number: '1', title: '(1)', text: '医療', items: [{ number: '1', title: 'ア', text: '救急' }] }],
            },
          ],
        },
      ],
      references: [],
      appendedTables: [
        {
          title: '別表',
          relatesTo: ['1'],
          sections: [{ title: '生活', initiatives: [{ title: '医療', roles: [{ party: '乙', text: '協力する。' }] }] }],
        },
      ],
    },
  ],
  diagnostics: [],
}

/** SQLite's own, where the machine has it. */
const shell = 'sqlite3'

const folder = trialFolder()
afterAll(() => folder.remove())
const expected: Record<string, Row[]> = {}

beforeAll(async () => {
  const journal = await openJournal(folder.at('out'), { pipeline: { version: 'v1', locale: 'ja' } })
  for (const result of [vision, agreement]) {
    const { sha256, name } = result.source
    const task = {
      key: taskKey(sha256, 'v1 ja'),
      path: `/in/${name}`,
      file: '',
      name,
      sha256,
      size: 1,
      locale: 'ja' as const,
    }
    const facts = { pages: 1, kinds: [], diagnostics: {} }
    await journal.keepResult(task, { json: JSON.stringify(result), facts, seconds: 1, cpuSeconds: 1, attempts: 1 })
  }
  await journal.refuse({ path: '/in/none', reason: 'missing', message: '' })
  await journal.close()
  for await (const { table, rows } of rowsOfFolder(folder.at('out')))
    expected[table] = [...(expected[table] ?? []), ...rows]
})

/** Rows as a format gives them back: every column, in order. */
const rowsOf = (table: string, of: (value: Value) => unknown): unknown[][] => {
  const columns = tableShapes.find(({ name }) => name === table)?.columns ?? []
  return (expected[table] ?? []).map((row) => columns.map(({ name }) => of(row[name])))
}
const namesOf = (table: string): string[] =>
  (tableShapes.find(({ name }) => name === table)?.columns ?? []).map(({ name }) => name)
const tables = tableShapes.map(({ name }) => name)

test('rows hold what the documents say, in yen and with codes', () => {
  expect(expected.budgets?.map(({ fiscal_year, yen }) => [fiscal_year, yen])).toEqual([
    [2024, 12_345_678_000],
    [2025, -1500],
    [2026, undefined],
  ])
  expect(expected.budgets?.[0]).toMatchObject({ page: 3, x0: 72, y1: 110, span_start: 10, path: '/in/v.pdf' })
  expect(expected.spending?.map(({ fiscal_year, yen, text, unit }) => [fiscal_year, yen, text, unit])).toEqual([
    [2024, 11_000_000, '11,000', '千円'],
    [2025, undefined, '未定', '千円'],
    [undefined, 11_000_000, '11,000', '千円'],
  ])
  expect(expected.spending?.[0]).toMatchObject({ page: 3, x0: 72, y1: 110, project: expected.projects?.[0]?.project })
  expect(expected.indicators?.[0]).toMatchObject({ results: 2, results_text: '2023: 980件、2024: 1,010件' })
  // 府中市 is in Tokyo and in Hiroshima; the other parties tell which. 太子町 is in Osaka and in Hyogo.
  expect(expected.parties?.map(({ code }) => code)).toEqual(['342084', '345458', '340006'])
  expect(expected.participation?.map(({ source, municipality, code }) => [source, municipality, code])).toEqual([
    ['sheet', '姫路市', '282014'],
    ['sheet', '太子町', '284645'],
    ['sheet', '福崎町', '284432'],
    ['grid', '姫路市', '282014'],
    ['grid', '太子町', '284645'],
  ])
  expect(expected.articles?.map(({ item, text }) => [item, text])).toEqual([
    [undefined, '定める。'],
    ['1', '医療'],
    ['1.1', '救急'],
  ])
  expect(expected.roles?.[0]).toMatchObject({ party: '連携市町', text: '-1+1' })
  expect(expected.roles?.at(-1)).toMatchObject({ party: '乙', name: '神石高原町', code: '345458' })
  expect(expected.files?.map(({ path, status }) => [path, status])).toEqual([
    ['/in/a.txt', 'done'],
    ['/in/none', 'failed'],
    ['/in/v.pdf', 'done'],
  ])
})

describe('what was written reads back the same', () => {
  test('from Parquet', async () => {
    await exportTables(folder.at('out'), 'parquet', folder.at('x'))
    for (const table of tables) {
      const file = await asyncBufferFromFile(folder.at(`x/parquet/${table}.parquet`))
      const rows = await parquetReadObjects({ file })
      const names = namesOf(table)
      expect(rows.map((row) => names.map((name) => row[name]))).toEqual(rowsOf(table, (value) => value ?? null))
    }
  })

  test('from SQLite', async () => {
    await exportTables(folder.at('out'), 'sqlite', folder.at('x'))
    const database = await openSqlite(folder.at('x/kyoyaku.sqlite'))
    for (const table of tables) {
      const rows = database.prepare(`SELECT * FROM "${table}"`).all()
      expect(rows.map((row) => Object.values(row))).toEqual(
        rowsOf(table, (value) => (typeof value === 'boolean' ? Number(value) : (value ?? null))),
      )
    }
    database.close()
  })

  test.skipIf(spawnSync(shell, ['-version']).status !== 0)('from SQLite, by its own shell', async () => {
    await exportTables(folder.at('out'), 'sqlite', folder.at('x'))
    const sum = execFileSync(shell, [folder.at('x/kyoyaku.sqlite'), 'SELECT CAST(sum(yen) AS INTEGER) FROM budgets'])
    expect(Number(sum)).toBe(12_345_676_500)
  })

  test('from a workbook', async () => {
    await exportTables(folder.at('out'), 'xlsx', folder.at('x'))
    const path = folder.at('x/kyoyaku.xlsx')
    const sheets = await readWorkbook(path, { trim: false })
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['columns', ...tables])
    for (const table of tables) {
      const [header, ...rows] = sheets.find(({ sheet }) => sheet === table)?.data ?? []
      expect(header).toEqual(namesOf(table))
      expect(rows).toEqual(rowsOf(table, (value) => value ?? null))
    }
  })

  test('from CSV, but for apostrophes before what a spreadsheet would run', async () => {
    await exportTables(folder.at('out'), 'csv', folder.at('x'))
    for (const table of tables) {
      const [header, ...rows] = csvRows(readFileSync(folder.at(`x/csv/${table}.csv`), 'utf8'))
      expect(header?.[0]?.startsWith('\ufeff')).toBe(true)
      const guarded = (value: Value): string =>
        typeof value === 'string' && /^[=+\-＠]./u.test(value) ? `'${value}` : String(value ?? '')
      expect(rows).toEqual(rowsOf(table, guarded))
    }
  })
})

test('a workbook has formulas nowhere, frozen headers everywhere', async () => {
  await exportTables(folder.at('out'), 'xlsx', folder.at('x'))
  const { status, stdout } = spawnSync('unzip', ['-p', folder.at('x/kyoyaku.xlsx'), 'xl/worksheets/*'], {
    encoding: 'utf8',
  })
  if (status !== 0) return
  expect(stdout).not.toMatch(/<f[ >]/u)
  expect(stdout.match(/state="frozen"/gu)).toHaveLength(tables.length + 1)
})

test.each(exportFormats)('%s that cannot be written is an error, and leaves no parts behind', async (format) => {
  const place = trialFolder()
  for (const name of ['csv/roles.csv.part', 'parquet/roles.parquet.part', 'kyoyaku.xlsx.part', 'kyoyaku.sqlite.part'])
    mkdirSync(place.at(`${name}/taken`), { recursive: true })
  await expect(exportTables(folder.at('out'), format, place.path)).rejects.toThrow()
  const left = readdirSync(place.path, { recursive: true }).map(String)
  expect(left.filter((name) => name.includes('.part')).sort()).toHaveLength(8)
  place.remove()
})

test.each([
  ['csv', 'csv/roles.csv'],
  ['parquet', 'parquet/roles.parquet'],
  ['sqlite', 'kyoyaku.sqlite'],
  ['xlsx', 'kyoyaku.xlsx'],
] as const)('%s says that a folder has the name %s, and writes nothing', async (format, name) => {
  const place = trialFolder()
  mkdirSync(place.at(name), { recursive: true })
  const made = exportTables(folder.at('out'), format, place.path)
  await expect(made).rejects.toMatchObject({ name: 'FolderInPlaceError', path: place.at(name) })
  expect(readdirSync(place.path, { recursive: true }).filter((file) => String(file).endsWith('.part'))).toEqual([])
  place.remove()
})

test('a damaged result is an error that names its document', async () => {
  const place = trialFolder()
  cpSync(folder.at('out'), place.path, { recursive: true })
  const lines = readFileSync(place.at('results.ndjson'), 'utf8').replace('"result":{', '"result":{{')
  writeFileSync(place.at('results.ndjson'), lines)
  for (const format of exportFormats)
    await expect(exportTables(place.path, format, place.at('x'))).rejects.toMatchObject({ path: '/in/v.pdf' })
  expect(readdirSync(place.at('x'), { recursive: true }).filter((name) => String(name).includes('.'))).toEqual([])
  place.remove()
})

/** RFC 4180, in the plainest way. */
function csvRows(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gu)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}
