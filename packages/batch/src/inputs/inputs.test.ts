import { spawnSync } from 'node:child_process'
import { symlinkSync, writeFileSync } from 'node:fs'
import { basename, relative } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { trialFolder } from '../trial/trial-folder.ts'
import { listFiles } from './files.ts'
import { pathsOfList } from './path-list.ts'
import { taskBytes } from './task-bytes.ts'
import { tasksOf } from './tasks.ts'

let folder: ReturnType<typeof trialFolder>
afterEach(() => folder.remove())
const pipeline = { version: 'v1', locale: 'ja' } as const

async function list(operands: string[], without = '/nowhere'): Promise<string[]> {
  const found: string[] = []
  for await (const file of listFiles(operands, without))
    found.push(relative(folder.path, file.path) + ('reason' in file ? ` ${file.reason}` : ''))
  return found
}

describe('the files that operands stand for', () => {
  const long = `${'長'.repeat(80)}.txt`
  const names = ['b.txt', 'a b.txt', '協約 甲乙.txt', '📄.txt', long, 'in/c.txt', '.hidden', 'in/[1].txt', 'out/x.txt']
  const make = () => {
    folder = trialFolder(Object.fromEntries(names.map((name) => [name, name])))
  }
  test('a folder: all files in it, without hidden ones and without the results', async () => {
    make()
    expect(await list([folder.path], folder.at('out'))).toEqual([
      'a b.txt',
      'b.txt',
      '協約 甲乙.txt',
      long,
      '📄.txt',
      'in/[1].txt',
      'in/c.txt',
    ])
  })
  test('what was written into the folder of the results is no document', async () => {
    folder = trialFolder(
      Object.fromEntries(
        [
          'a.txt',
          'results.ndjson',
          'journal.ndjson',
          'export/csv/files.csv',
          'export/kyoyaku.xlsx',
          'export/b.txt',
        ].map((name) => [name, name]),
      ),
    )
    const documents = ['a.txt', 'export/b.txt']
    expect(await list([folder.path], folder.path)).toEqual(documents)
    expect(await list([folder.at('**/*.*')], folder.path)).toEqual(documents)
    expect(await list([folder.at('results.ndjson')], folder.path)).toEqual([])
    expect(await list([folder.path])).toHaveLength(6)
  })
  test('a file with brackets in its name is that file', async () => {
    make()
    expect(await list([folder.at('in/[1].txt')])).toEqual(['in/[1].txt'])
  })
  test('a glob, each file once', async () => {
    make()
    expect(await list([folder.at('*b.txt'), folder.at('b.txt')])).toEqual(['a b.txt', 'b.txt'])
  })
  test('what is not there is said', async () => {
    make()
    symlinkSync('nowhere', folder.at('broken'))
    expect(await list([folder.at('none'), folder.at('none*'), folder.at('broken')])).toEqual([
      'none missing',
      'none* missing',
      'broken missing',
    ])
  })
  test('a link that leads back to a folder is not followed', async () => {
    make()
    symlinkSync('..', folder.at('in/up'))
    expect(await list([folder.at('in')])).toEqual(['in/[1].txt', 'in/c.txt'])
  })
})

test.each([
  ['a\nb c\n\nd', ['a', 'b c', 'd']],
  ['a\r\nb\r\n', ['a', 'b']],
  ['a\nb\0c\0', ['a\nb', 'c']],
  ['', []],
])('a list of paths: %j', async (text, expected) => {
  folder = trialFolder()
  async function* chunks() {
    yield Buffer.from(text)
  }
  const paths: string[] = []
  for await (const path of pathsOfList(chunks())) paths.push(path)
  expect(paths).toEqual(expected)
})

/** A ZIP archive as any tool writes it. Names are of one length as those that take their places afterwards. */
async function archive(
  members: Readonly<Record<string, string>>,
  names: Readonly<Record<string, string | Uint8Array>> = {},
  mode = 0o100644,
): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, contents] of Object.entries(members)) zip.addBuffer(Buffer.from(contents), name, { mode })
  zip.end()
  const parts: Uint8Array[] = []
  for await (const part of zip.outputStream) parts.push(part as Uint8Array)
  const bytes = Buffer.concat(parts)
  for (const [from, to] of Object.entries(names))
    for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1))
      bytes.set(Buffer.from(to as string), at)
  return bytes
}

async function members(bytes: Uint8Array, name = 'a.zip'): Promise<Record<string, string>> {
  folder = trialFolder({ [name]: bytes })
  const found: Record<string, string> = {}
  for await (const offered of tasksOf(listFiles([folder.path], '/nowhere'), pipeline)) {
    const path = ('task' in offered ? offered.task.path : offered.refusal.path).slice(folder.path.length + 1)
    found[path] = 'task' in offered ? Buffer.from(await taskBytes(offered.task)).toString() : offered.refusal.reason
  }
  return found
}

describe('the documents of an archive', () => {
  test('are read in place, under their names', async () =>
    expect(
      await members(await archive({ '甲/協約.txt': 'あ', 'b.txt': 'b', '.DS_Store': 'x', '__MACOSX/b.txt': 'x' })),
    ).toEqual({
      'a.zip!/甲/協約.txt': 'あ',
      'a.zip!/b.txt': 'b',
    }))
  test('with names that leave it are refused, the others read', async () =>
    expect(
      await members(
        await archive(
          { 'AA/e.txt': '1', 'BB.txt': '2', 'ok.txt': '3' },
          { 'AA/e.txt': '../e.txt', 'BB.txt': '/B.txt' },
        ),
      ),
    ).toEqual({ 'a.zip!/../e.txt': 'refused', 'a.zip!//B.txt': 'refused', 'a.zip!/ok.txt': '3' }))
  test('that are links are refused', async () =>
    expect(await members(await archive({ link: '/etc/passwd' }, {}, 0o120777))).toEqual({ 'a.zip!/link': 'refused' }))
  test('that unpack to very much are refused before they do', async () =>
    expect(await members(await archive({ 'bomb.txt': '0'.repeat(20_000_000) }))).toEqual({
      'a.zip!/bomb.txt': 'refused',
    }))
  test('of an archive that was cut off: its failure', async () =>
    expect(await members((await archive({ 'a.txt': 'a' })).subarray(0, 40))).toEqual({ 'a.zip': 'damaged' }))
  test('office documents are no archives of documents', async () =>
    expect(Object.keys(await members(await archive({ 'word/document.xml': 'x' }), 'a.docx'))).toEqual(['a.docx']))
})

test('the same contents have one key, other contents or another version another', async () => {
  folder = trialFolder({ 'a.txt': '1', 'b.txt': '1', 'c.txt': '2' })
  const keys = async (version: string) => {
    const found: Record<string, string> = {}
    for await (const offered of tasksOf(listFiles([folder.path], '/nowhere'), { version, locale: 'ja' }))
      if ('task' in offered) found[basename(offered.task.path)] = offered.task.key
    return found
  }
  const [one, two] = [await keys('v1'), await keys('v2')]
  expect(one['a.txt']).toBe(one['b.txt'])
  expect(new Set([one['a.txt'], one['c.txt'], two['a.txt']]).size).toBe(3)
})

test('a file that a reader may not open is refused with that reason', async () => {
  folder = trialFolder()
  writeFileSync(folder.at('a.txt'), 'x', { mode: 0 })
  const offered = await tasksOf(listFiles([folder.at('a.txt')], '/nowhere'), pipeline).next()
  // The superuser may read everything.
  const expected = process.getuid?.() === 0 ? { task: { size: 1 } } : { refusal: { reason: 'denied' } }
  expect(offered.value).toMatchObject(expected)
})

/** Of every system that has such files. */
const makePipe = 'mkfifo'

test('what may never end is not opened', async () => {
  folder = trialFolder()
  for (const name of ['a.txt', 'a.zip']) {
    if (spawnSync(makePipe, [folder.at(name)]).status !== 0) return
    const offered = await tasksOf(listFiles([folder.at(name)], '/nowhere'), pipeline).next()
    expect(offered.value).toMatchObject({ refusal: { reason: 'refused', message: 'a pipe or a device' } })
  }
})
