import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ParseResult } from '@kyoyaku/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const command = join(import.meta.dirname, '../../bin/kyoyaku.js')
let folder = ''
const text = (n: number): string =>
  `共同処理条例\n\n（趣旨）\n第１条　この条例は、第${n}号の共同処理に関し必要な事項を定める。\n`

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kyoyaku-'))
  mkdirSync(join(folder, 'in/下 位'), { recursive: true })
  writeFileSync(join(folder, 'in/a.txt'), text(1))
  writeFileSync(join(folder, 'in/下 位/b.txt'), text(2))
  writeFileSync(join(folder, 'in/empty.txt'), '')
})
afterAll(() => rmSync(folder, { recursive: true }))

const environment = { ...process.env, LC_ALL: 'C' }
function run(args: string[], input = ''): { status: number | null; out: string; err: string[] } {
  const options = { cwd: folder, input, encoding: 'utf8', env: environment } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], options)
  return { status, out: stdout, err: stderr.split('\n').filter((line) => line !== '') }
}
const events = (out: string): { event: string; path?: string }[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { event: string })

describe('batch', () => {
  test('reads a folder, says what failed and why, and goes on where it stopped', () => {
    const first = run(['batch', 'in', '-o', 'out', '-j', '1'])
    expect(first.status).toBe(1)
    expect(first.err[0]).toMatch(/empty\.txt: is empty$/u)
    expect(first.err[1]).toMatch(/^2 documents \(2 pages\) read in [\d.]+ s; 1 failed$/u)
    const lines = readFileSync(join(folder, 'out/results.ndjson'), 'utf8').trimEnd().split('\n')
    const results = lines.map((line) => JSON.parse(line) as { result: ParseResult })
    expect(results.map(({ result }) => result.source.name).sort()).toEqual(['a.txt', 'b.txt'])

    const second = run(['batch', 'in', '-o', 'out', '-j', '1'])
    expect(second.err).toEqual([
      expect.stringMatching(/^0 documents .+ 2 done before, 1 failed before$/u),
      '1 files without a result:',
      expect.stringMatching(/empty\.txt: is empty$/u),
      'what failed before is taken up again with --retry-failed',
      expect.stringContaining('out/results.ndjson'),
    ])

    writeFileSync(join(folder, 'in/a.txt'), text(3))
    expect(run(['batch', 'in', '-o', 'out', '-j', '1']).err.at(0)).toMatch(/^1 documents /u)
  })

  test('takes a list of paths, and tells programs what happens', () => {
    const { status, out, err } = run(['batch', '-', '-o', 'listed', '--json', '-j', '1'], 'in/a.txt\nin/none.txt\n')
    expect({ status, err }).toEqual({ status: 1, err: [] })
    const told = events(out)
    expect(told.map(({ event }) => event)).toEqual(['listed', 'failed', 'offered', 'sent', 'done', 'end'])
    expect(told.at(-1)).toMatchObject({ documents: 1, failed: 1, reasons: { missing: 1 }, kinds: { regulation: 1 } })
  })

  test('ends cleanly with Ctrl-C, and loses nothing', async () => {
    for (let i = 0; i < 40; i++) writeFileSync(join(folder, `in/下 位/${i}.txt`), text(i + 10))
    const child = spawn(process.execPath, [command, 'batch', 'in/下 位', '-o', 'broken', '--json', '-j', '1'], {
      cwd: folder,
      env: environment,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let out = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      if (!out.includes('"event":"done"') && (out + chunk).includes('"event":"done"')) child.kill('SIGINT')
      out += chunk
    })
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(130)
    const done = events(out).filter(({ event }) => event === 'done').length
    expect(events(out).at(-1)).toMatchObject({ event: 'end', interrupted: true })
    const rest = run(['batch', 'in/下 位', '-o', 'broken', '--json', '-j', '1'])
    expect(rest.status).toBe(0)
    expect(events(rest.out).filter(({ event }) => event === 'done').length + done).toBe(41)
  })

  test('says which files with recognised text fit, and which cannot be used', () => {
    mkdirSync(join(folder, 'scans'), { recursive: true })
    mkdirSync(join(folder, 'ocr'), { recursive: true })
    for (const name of ['x.png', 'y.png']) writeFileSync(join(folder, 'scans', name), name)
    for (const name of ['x.xml', 'z.xml']) writeFileSync(join(folder, 'ocr', name), '<alto>')
    const { status, err } = run(['batch', 'scans', '-o', 'of-scans', '--ocr', 'ocr', '-j', '1', '--locale', 'ja'])
    expect(status).toBe(1)
    const lines = [
      /^OCR の XML を使うファイル 1$/u,
      /見つからない画像・PDF 1 件/u,
      /^ {2}.*scans\/y\.png$/u,
      /名前とも合わない OCR の XML 1 件/u,
      /^ {2}.*ocr\/z\.xml$/u,
    ]
    expect(err.slice(0, lines.length)).toEqual(lines.map((line) => expect.stringMatching(line)))
    expect(err).toContainEqual(
      expect.stringMatching(/x\.png: 一緒に使う OCR の XML が使えません（.*ocr\/x\.xml: .+）$/u),
    )
    expect(run(['batch', 'scans', '-o', 'of-scans', '--ocr', 'nowhere'])).toMatchObject({
      status: 2,
      err: [expect.stringContaining('nowhere: the folder of --ocr does not exist')],
    })
  })

  test('needs a folder for its results, and sound limits', () => {
    expect(run(['batch', 'in'])).toMatchObject({ status: 2, err: [expect.stringContaining('-o DIR is missing')] })
    expect(run(['batch', 'in', '-o', 'x', '-j', 'many'])).toMatchObject({
      status: 2,
      err: [expect.stringContaining('-j'), expect.stringContaining('kyoyaku batch --help')],
    })
  })

  test('says that there is nothing to read', () => {
    mkdirSync(join(folder, 'nothing'), { recursive: true })
    expect(run(['batch', 'nothing', '-o', 'of-nothing'])).toMatchObject({
      status: 0,
      err: ['there is no file to read; check what is in the folders that were named'],
    })
  })

  test('says in one line that processes do not start', () =>
    expect(run(['batch', 'in/a.txt', '-o', 'small', '--memory', '20', '-j', '1'])).toMatchObject({
      status: 2,
      err: [expect.stringContaining('try more --memory')],
    }))
})

describe('export', () => {
  test('writes tables', () => {
    run(['batch', 'in/a.txt', '-o', 'one', '-j', '1'])
    expect(run(['export', 'one', '--to', 'csv']).status).toBe(0)
    expect(readdirSync(join(folder, 'one/export/csv'))).toContain('articles.csv')
    expect(readFileSync(join(folder, 'one/export/csv/articles.csv'), 'utf8')).toContain('共同処理に関し')
  })
  test.each([
    [['export', 'one'], '--to is missing'],
    [['export', 'nowhere', '--to', 'csv'], 'holds no results'],
    [['export', 'in', '--to', 'csv'], 'holds no results'],
  ])('%j: %s', (args, words) => expect(run(args)).toMatchObject({ status: 2, err: [expect.stringContaining(words)] }))
})

describe('work and queue', () => {
  test.each([
    [['work'], 'KYOYAKU_QUEUE'],
    [['work', '--queue', 'mysql://localhost/x'], 'postgres://'],
    [['batch', 'in', '-o', 'x', '--queue', 'queue'], 'postgres://'],
    [['batch', 'in', '-o', 'in/a.txt'], 'there is a file of this name'],
    [['queue', 'status'], 'KYOYAKU_QUEUE'],
    [['queue', 'flush'], 'status, retry, drain'],
    [['queue', 'status', '--queue', 'postgres://me:secret@localhost:1/x'], 'me:***@localhost'],
  ])('%j: %s', (args, words) => expect(run(args)).toMatchObject({ status: 2, err: [expect.stringContaining(words)] }))
})
