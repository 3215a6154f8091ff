import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readJournal } from '../packages/batch/src/journal/read-journal.ts'
import { drawDocuments } from './batch-documents.ts'
import { peakMemoryOf } from './peak-memory.ts'
import { poisonDocuments } from './poison.ts'

const command = join(import.meta.dirname, '../packages/cli/bin/kyoyaku.js')
const environment = { ...process.env, LC_ALL: 'C' }

let folder = ''
const at = (name: string): string => join(folder, name)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kyoyaku-'))
  mkdirSync(at('in'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const start = (...args: string[]): ChildProcess =>
  spawn(process.execPath, [command, 'batch', ...args], { cwd: folder, env: environment, stdio: 'ignore' })
const run = (...args: string[]): { status: number | null; err: string[] } => {
  const { status, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: environment,
  })
  return { status, err: stderr.split('\n').filter((line) => line !== '') }
}
const ended = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.once('close', resolve))
const pause = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time))

/** Paths below the input folder that have a result, a line each. */
const pathsRead = (): string[] =>
  readFileSync(at('out/results.ndjson'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { path: string }).path.slice(at('in/').length))

test('texts and PDFs among poison, killed three times and run to the end: each good one once, each bad one with its reason', async () => {
  const { names, pdf } = await drawDocuments(at('in'), { seed: 4100, texts: 270, pdfs: 21 })
  const poison = await poisonDocuments(1, pdf)
  for (const { name, bytes } of poison) writeFileSync(at(`in/${name}`), bytes)
  const limits = ['in', '-o', 'out', '-j', '2', '--timeout', '20', '--memory', '900']
  for (const after of [4000, 5000, 6000]) {
    const child = start(...limits)
    await pause(after)
    child.kill('SIGKILL')
    await ended(child)
  }
  const last = start(...limits)
  const peak = peakMemoryOf(last.pid ?? 0)
  expect(await ended(last)).toBe(1)
  expect(peak()).toBeLessThan(300 * 2 ** 20)
  expect(pathsRead().sort()).toEqual(names)
  const { paths } = await readJournal(at('out'))
  const reasons = new Map(
    [...paths].flatMap(([path, state]) => (state.status === 'failed' ? [[path, state.failure.reason] as const] : [])),
  )
  expect(reasons.size).toBe(poison.length)
  for (const { name, reasons: possible } of poison) {
    const member = [...reasons].find(([path]) => path === at(`in/${name}`) || path.startsWith(at(`in/${name}!/`)))
    expect([name, possible]).toEqual([name, expect.arrayContaining([member?.[1]])])
  }
}, 300_000)

const ordinance = (name: string): string =>
  `${name}条例\n\n（趣旨）\n第１条　この条例は、${name}に関し必要な事項を定める。\n`

describe('names', () => {
  /** 255 bytes is the longest name that common file systems allow; an archive knows no such limit. */
  const names = [
    'a b  c.txt',
    '協約 甲乙（案）.txt',
    '📄🏙️.txt',
    `${'長'.repeat(83)}.txt`,
    `${'x'.repeat(251)}.txt`,
    '[1]*.txt',
    '\'"$(id)`.txt',
    '-o.txt',
  ]

  test('of every sort are read, and nothing is written but into the folder of the results', () => {
    for (const name of names) writeFileSync(at(`in/${name}`), ordinance(name.slice(0, 20)))
    expect(run('batch', 'in', '-o', '結果 📂', '-j', '1').status).toBe(0)
    expect(run('export', '結果 📂', '--to', 'csv').status).toBe(0)
    expect(readdirSync(folder).sort()).toEqual(['in', '結果 📂'])
    expect(readdirSync(at('in')).sort()).toEqual([...names].sort())
    expect(readdirSync(at('結果 📂')).sort()).toEqual(['.lock', 'export', 'journal.ndjson', 'results.ndjson'])
  })

  test('of 255 bytes have results and papers of their own, shorter where an ending has to fit', () => {
    const text = ordinance('公園')
    mkdirSync(at('new'))
    for (const name of names) {
      writeFileSync(at(`in/${name}`), text.replace('公園', `公園${names.indexOf(name)}`))
      writeFileSync(at(`new/${name}`), text.replace('公園', `公園${names.indexOf(name)}`).replace('必要な', '所要の'))
    }
    expect(run('parse', ...names.map((name) => `in/${name}`), '-o', 'parsed').status).toBe(0)
    expect(readdirSync(at('parsed'))).toHaveLength(names.length)
    expect(run('diff', '--batch', 'in', 'new', '-o', 'papers', '-j', '1').status).toBe(1)
    expect(readdirSync(at('papers/pairs'))).toHaveLength(names.length)
  })

  test('that lead out of an archive, links in it and beside it write nothing and are refused', () => {
    // Python is no part of what is tested; it writes what no careful writer of archives would.
    const script = `
import zipfile
with zipfile.ZipFile('in/evil.zip', 'w') as z:
    for name in ['../up.txt', '/tmp/kyoyaku-absolute.txt', 'a/../../b.txt', 'C:\\\\c.txt', 'ok/' + '長' * 250 + '.txt']:
        z.writestr(name, '''${ordinance('墓地')}''' + name)
    link = zipfile.ZipInfo('link.txt'); link.create_system = 3; link.external_attr = 0o120777 << 16
    z.writestr(link, '/etc/passwd')
`
    const python = spawnSync('python3', ['-c', script], { cwd: folder })
    if (python.status !== 0) return
    symlinkSync('/etc', at('in/etc'))
    expect(run('batch', 'in', '-o', 'out', '-j', '1').status).toBe(1)
    expect(pathsRead()).toEqual([`evil.zip!/ok/${'長'.repeat(250)}.txt`])
    expect(readdirSync(folder).sort()).toEqual(['in', 'out'])
    expect(statSync('/tmp/kyoyaku-absolute.txt', { throwIfNoEntry: false })).toBe(undefined)
    expect(readFileSync(at('out/journal.ndjson'), 'utf8').match(/"reason":"refused"/gu)).toHaveLength(5)
  })
})

test('two runs on one folder refuse with one line', async () => {
  for (let i = 0; i < 30; i++) writeFileSync(at(`in/${i}.txt`), ordinance(`公園${i}`))
  const first = start('in', '-o', 'out', '-j', '1')
  while (statSync(at('out/results.ndjson'), { throwIfNoEntry: false }) === undefined) await pause(20)
  expect(run('batch', 'in', '-o', 'out')).toEqual({
    status: 2,
    err: ['kyoyaku: out: another run is using this folder'],
  })
  expect(await ended(first)).toBe(0)
  expect(pathsRead()).toHaveLength(30)
})
