import { spawnSync } from 'node:child_process'
import { formatOf, type ParseResult, parse, readText, type Vision } from '@kyoyaku/core'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import readWorkbook from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bytesOf, casesOf } from '../../../corpus/src/index.ts'
import { readPdf } from '../../../pdf/src/index.ts'
import { openJournal } from '../journal/journal-queue.ts'
import { taskKey } from '../queue/task-key.ts'
import { openSqlite } from '../sqlite.ts'
import { trialFolder } from '../trial/trial-folder.ts'
import { exportFormats, exportTables } from './export-folder.ts'

// Tables of generated texts and PDFs, by readers of their own, beside what the results themselves say.
const seed = 4200
const texts = 10
const pdfs = 6

const folder = trialFolder()
afterAll(() => folder.remove())

type Sums = Record<string, unknown>
let wanted: Sums

const sum = (numbers: readonly (number | null | undefined)[]): number =>
  numbers.reduce<number>((all, n) => all + (n ?? 0), 0)

/** Numbers of a table's rows that no mistake in a column leaves as they are. */
const sumsOf = (table: (name: string) => Record<string, unknown>[]): Sums => {
  const of = (name: string, column: string): number => sum(table(name).map((row) => Number(row[column] ?? 0)))
  return {
    documents: table('documents').length,
    articles: table('articles').filter(({ item, part }) => !item && part === 'main').length,
    yen: of('budgets', 'yen'),
    years: of('budgets', 'fiscal_year'),
    totals: of('projects', 'budget_total_yen'),
    targets: of('indicators', 'target_value'),
    baselines: of('indicators', 'baseline_value'),
    marks: table('participation').filter(({ mark }) => mark !== null && mark !== undefined && mark !== '').length,
    pages: of('budgets', 'page'),
    left: Math.round(of('budgets', 'x0') * 100),
    diagnostics: table('diagnostics').length,
  }
}

/** The same of the results themselves. */
function sumsOfResults(results: readonly ParseResult[]): Sums {
  const documents = results.flatMap((result) => result.documents)
  const visions = documents.filter((document): document is Vision => document.type === 'vision')
  const projects = visions.flatMap((vision) => [...vision.projects, ...(vision.interRegionProjects ?? [])])
  const years = projects.flatMap(({ budget, at, where }) =>
    (budget?.years ?? []).map((year) => ({
      ...year,
      place: [year.at, at, where?.title].find((p) => p?.bbox) ?? year.at ?? at,
    })),
  )
  const indicators = [...projects, ...visions].flatMap(({ indicators: own = [] }) => own)
  const articles = documents.flatMap((d) => ('articles' in d && d.type !== 'outline' ? d.articles : []))
  return {
    documents: documents.length,
    articles: sum(articles.map(({ paragraphs }) => Math.max(1, paragraphs.length))),
    yen: sum(years.map(({ yen }) => yen)),
    years: sum(years.map(({ fiscalYear }) => fiscalYear)),
    totals: sum(projects.map(({ budget }) => budget?.total?.yen)),
    targets: sum(indicators.map(({ target }) => target?.value)),
    baselines: sum(indicators.map(({ baseline }) => baseline?.value)),
    marks: sum(
      visions.flatMap(({ participationGrids }) =>
        participationGrids.flatMap(({ rows }) => rows.map((r) => r.marks.length)),
      ),
    ),
    pages: sum(years.map(({ place }) => place?.page)),
    left: Math.round(sum(years.map(({ place }) => place?.bbox?.[0])) * 100),
    diagnostics: sum(results.map(({ diagnostics }) => diagnostics.length)),
  }
}

async function resultsOf(): Promise<ParseResult[]> {
  const results: ParseResult[] = []
  for (const one of [...casesOf(seed, texts, 'text'), ...casesOf(seed, pdfs, 'pdf')]) {
    const bytes = await bytesOf(one)
    const read = formatOf(bytes) === 'pdf' ? readPdf : readText
    results.push(await parse(await read(bytes, `${results.length}`)))
  }
  return results
}

beforeAll(async () => {
  const results = await resultsOf()
  const pipeline = { version: 'v1', locale: 'ja' } as const
  const journal = await openJournal(folder.at('out'), { pipeline })
  const tasks = results.map(({ source: { sha256, format } }, i) => {
    const path = `/in/${i}.${format}`
    return { key: taskKey(sha256, 'v1 ja'), path, file: path, name: `${i}`, sha256, size: 1, locale: 'ja' as const }
  })
  await journal.enqueue(tasks)
  const facts = { pages: 1, kinds: [], diagnostics: {} }
  for (const claim of await journal.claim(tasks.length)) {
    const json = JSON.stringify(results[tasks.findIndex(({ key }) => key === claim.id)])
    await journal.complete(claim, { json, facts, seconds: 1, cpuSeconds: 1, attempts: 1 })
  }
  await journal.close()
  for (const format of exportFormats) await exportTables(folder.at('out'), format, folder.at('export'))
  wanted = sumsOfResults(results)
}, 120_000)

const exported = (name: string): string => folder.at(`export/${name}`)

describe('numbers of generated documents are those of their results', () => {
  test('and there are some', () => {
    for (const [name, n] of Object.entries(wanted))
      if (name !== 'diagnostics') expect([name, Number(n) > 0]).toEqual([name, true])
  })

  test('in SQLite, with a page, a box and a code wherever a PDF has them', async () => {
    const database = await openSqlite(exported('kyoyaku.sqlite'))
    expect(sumsOf((name) => database.prepare(`SELECT * FROM "${name}"`).all())).toEqual(wanted)
    const count = (where: string): unknown => database.prepare(`SELECT count(*) n FROM ${where}`).get()?.n
    for (const table of [
      'documents',
      'parties',
      'articles',
      'initiatives',
      'roles',
      'projects',
      'participation',
      'budgets',
      'indicators',
    ])
      expect([
        table,
        count(`"${table}" WHERE path LIKE '%.pdf' AND (page IS NULL OR x0 IS NULL OR y1 IS NULL)`),
      ]).toEqual([table, 0])
    expect(count('participation WHERE code IS NULL')).toBe(0)
    expect(count("participation WHERE length(code) <> 6 OR code GLOB '*[^0-9]*'")).toBe(0)
    database.close()
  })

  test('in Parquet', async () => {
    const tables = new Map<string, Record<string, unknown>[]>()
    for (const name of ['documents', 'articles', 'budgets', 'projects', 'indicators', 'participation', 'diagnostics'])
      tables.set(
        name,
        await parquetReadObjects({ file: await asyncBufferFromFile(exported(`parquet/${name}.parquet`)) }),
      )
    expect(sumsOf((name) => tables.get(name) ?? [])).toEqual(wanted)
  })

  test('in a workbook', async () => {
    const sheets = await readWorkbook(exported('kyoyaku.xlsx'), { trim: false })
    const rowsOf = (name: string): Record<string, unknown>[] => {
      const [head = [], ...rows] = sheets.find(({ sheet }) => sheet === name)?.data ?? []
      return rows.map((row) => Object.fromEntries(head.map((column, i) => [String(column), row[i]])))
    }
    expect(sumsOf(rowsOf)).toEqual(wanted)
  })

  test('in CSV, as Python reads it', () => {
    const script = `
import csv, json, sys
csv.field_size_limit(1 << 30)
tables = {}
for name in sys.argv[2:]:
    with open(sys.argv[1] + '/' + name + '.csv', encoding='utf-8-sig', newline='') as f:
        tables[name] = list(csv.DictReader(f))
print(json.dumps(tables))`
    const names = ['documents', 'articles', 'budgets', 'projects', 'indicators', 'participation', 'diagnostics']
    const { status, stdout } = spawnSync('python3', ['-c', script, exported('csv'), ...names], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    })
    if (status !== 0) return
    const tables = JSON.parse(stdout) as Record<string, Record<string, string>[]>
    expect(sumsOf((name) => tables[name] ?? [])).toEqual(wanted)
  })
})
