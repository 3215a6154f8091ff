import { spawn, spawnSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ParseResult } from '@kyoyaku/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const command = join(import.meta.dirname, '../bin/kyoyaku.js')
let folder = ''
/** Takes nothing, as a disk without room. */
const fullDevice = '/dev/full'

const ordinance =
  '共同処理条例\n\n（趣旨）\n第１条　この条例は、共同処理に関し必要な事項を定める。\n第３条　前条の規定は、適用しない。\n'

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kyoyaku-'))
  writeFileSync(join(folder, 'a.txt'), ordinance)
  writeFileSync(join(folder, 'b.txt'), ordinance)
  writeFileSync(join(folder, 'empty.txt'), '')
  writeFileSync(join(folder, 'zeros.bin'), Buffer.alloc(100))
  writeFileSync(join(folder, 'locked.pdf'), '%PDF-1.7\n')
})
afterAll(() => rmSync(folder, { recursive: true }))

function run(args: string[], input = ''): { status: number | null; out: string; err: string[] } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  })
  return { status, out: stdout, err: stderr.split('\n').filter((line) => line !== '') }
}

describe('parse', () => {
  test('prints one file as one JSON object, and nothing else', () => {
    const { status, out, err } = run(['parse', 'a.txt'])
    expect({ status, err }).toEqual({ status: 0, err: [] })
    expect((JSON.parse(out) as ParseResult).source).toMatchObject({ name: 'a.txt', encoding: 'utf-8' })
  })

  test('prints several files as a line each', () => {
    const lines = run(['parse', 'a.txt', 'b.txt']).out.trimEnd().split('\n')
    expect(lines.map((line) => (JSON.parse(line) as ParseResult).source.name)).toEqual(['a.txt', 'b.txt'])
  })

  test('reads standard input', () =>
    expect((JSON.parse(run(['parse', '-'], ordinance).out) as ParseResult).source.name).toBe('stdin'))

  test('writes a file each into a folder', () => {
    expect(run(['parse', '-o', 'out', 'a.txt', 'b.txt'])).toMatchObject({ status: 0, out: '' })
    expect(readdirSync(join(folder, 'out'))).toEqual(['a.json', 'b.json'])
    expect((JSON.parse(readFileSync(join(folder, 'out/a.json'), 'utf8')) as ParseResult).source.name).toBe('a.txt')
  })

  test('gives bad input a line each and goes on with the rest', () => {
    const { status, out, err } = run(['parse', 'none.txt', 'empty.txt', 'zeros.bin', '.', 'a.txt'])
    expect(status).toBe(2)
    expect(err.map((line) => line.split(':')[1])).toEqual([' none.txt', ' empty.txt', ' zeros.bin', ' .'])
    expect((JSON.parse(out) as ParseResult).source.name).toBe('a.txt')
  })

  test('never takes the place of a document', () => {
    writeFileSync(join(folder, 'own.txt'), ordinance)
    expect(run(['parse', '-o', '.', '-f', 'text', 'own.txt'])).toMatchObject({
      status: 2,
      err: [expect.stringContaining('own.txt: is one of the documents themselves')],
    })
    expect(readFileSync(join(folder, 'own.txt'), 'utf8')).toBe(ordinance)
  })

  test('names the result that cannot be written', () => {
    mkdirSync(join(folder, 'taken/a.json'), { recursive: true })
    expect(run(['parse', '-o', 'taken', 'a.txt'])).toMatchObject({
      status: 2,
      err: [expect.stringContaining('taken/a.json: is a folder')],
    })
  })

  test
    .runIf(existsSync(fullDevice))
    .each([['parse', 'a.txt'], ['check', 'a.txt'], ['schema'], ['parse', 'a.txt', 'b.txt']])(
    'says in one line that nobody takes what it prints: %s',
    (...args) => {
      const output = openSync(fullDevice, 'w')
      const { status, stderr } = spawnSync(process.execPath, [command, ...args], {
        cwd: folder,
        stdio: ['ignore', output, 'pipe'],
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'C' },
      })
      closeSync(output)
      expect(status).toBe(2)
      expect(stderr).toBe('kyoyaku: standard output: no space left on the disk; make room for the results\n')
    },
  )

  test('speaks Japanese where it is asked to', () =>
    expect(run(['parse', '--locale', 'ja', 'none.txt']).err).toEqual([
      'kyoyaku: none.txt: ファイルがありません。パスを確認してください',
    ]))

  test('ends quietly when its reader has seen enough', async () => {
    const files = Array.from({ length: 200 }, () => 'a.txt')
    const child = spawn(process.execPath, [command, 'parse', ...files], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let err = ''
    child.stderr.on('data', (data) => {
      err += data
    })
    child.stdout.once('data', () => child.stdout.destroy())
    const status = await new Promise((resolve) => child.on('close', resolve))
    expect({ status, err }).toEqual({ status: 0, err: '' })
  })
})

describe('check', () => {
  test('prints places as linters do', () => {
    const { out, err } = run(['check', 'a.txt'])
    for (const line of out.trimEnd().split('\n'))
      expect(line).toMatch(/^a\.txt:\d+:\d+: (error|warning|info): .+ \[[a-z-]+\]$/u)
    expect(err).toEqual([expect.stringMatching(/^1 documents: 0 errors, \d+ warnings, \d+ notes$/u)])
  })

  test('exits 2 where a file cannot be read', () => expect(run(['check', 'none.txt', 'a.txt']).status).toBe(2))
})

describe('schema', () => {
  test('prints the schema of the whole output', () =>
    expect(JSON.parse(run(['schema']).out)).toMatchObject({ title: 'parse-result', type: 'object' }))
  test('refuses names it does not know', () =>
    expect(run(['schema', 'vison'])).toMatchObject({ status: 2, err: [expect.stringContaining('vision')] }))
})

test('help is printed on standard output when asked for, on standard error otherwise', () => {
  expect(run(['--help'])).toMatchObject({ status: 0, err: [] })
  expect(run([])).toMatchObject({ status: 2, out: '' })
})
