import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Task } from '../schema/task.ts'
import { trialFolder } from '../trial/trial-folder.ts'
import { openPool, type Pool, PoolStartError } from './pool.ts'

const module = new URL('../trial/poison-reader.ts', import.meta.url).href
const megabyte = 2 ** 20
const limits = { module, jobs: 1, memory: 300 * megabyte, timeLimit: 3000 }

let folder: ReturnType<typeof trialFolder>
let pool: Pool
beforeAll(() => {
  folder = trialFolder()
  pool = openPool(limits)
})
afterAll(async () => {
  await pool.close()
  folder.remove()
})

function taskOf(contents: string): Task {
  const made = trialFolder({ [`${folder.path.split('/').at(-1)}.txt`]: contents })
  const file = made.at(`${folder.path.split('/').at(-1)}.txt`)
  return { key: contents, path: file, file, name: 'a.txt', sha256: '', size: 1, locale: 'ja' }
}
const outcome = async (contents: string): Promise<string> => {
  const read = await pool.read(taskOf(contents))
  return read.kind === 'done' ? 'done' : `${read.fault.reason}: ${read.fault.message}`
}

describe('one document after the other, each told for what it is', () => {
  test.each([
    ['good', /^done$/u],
    ['loop', /^time-out: took more than 3 s$/u],
    ['good', /^done$/u],
    ['allocate', /^memory: used \d{3,4} MB$/u],
    ['heap', /^memory: /u],
    ['abort', /^crash: ended by SIGABRT$/u],
    ['segfault', /^crash: ended by SIGSEGV$/u],
    ['exit', /^crash: exit status 3$/u],
    ['killed', /^lost: ended by SIGKILL$/u],
    ['throw it away', /^failed: throw it away$/u],
    ['', /^empty: $/u],
    ['good', /^done$/u],
  ])('%s', async (contents, expected) => expect(await outcome(contents)).toMatch(expected))
})

test('a document given ahead is read by another process where the one before it takes its process with it', async () => {
  expect(await outcome('good')).toBe('done')
  expect(pool.ahead).toBeGreaterThan(1)
  const both = await Promise.all(['segfault', 'good'].map(outcome))
  expect(both).toEqual(['crash: ended by SIGSEGV', 'done'])
  const late = await Promise.all(['loop', 'good'].map(outcome))
  expect(late).toEqual(['time-out: took more than 3 s', 'done'])
})

test('among short documents the one that takes the process with it is told, whatever replies it takes along', async () => {
  const around = (poison: string): string[] => ['good', 'good', 'good', poison, 'good', 'good']
  for (const [poison, told] of [
    ['abort', 'crash: ended by SIGABRT'],
    ['segfault', 'crash: ended by SIGSEGV'],
    ['loop', 'time-out: took more than 3 s'],
    ['throw it away', 'failed: throw it away'],
  ] as const) {
    await outcome('good')
    expect(await Promise.all(around(poison).map(outcome))).toEqual(['done', 'done', 'done', told, 'done', 'done'])
  }
  expect(await Promise.all(around('exit').map(outcome))).toContain('crash: exit status 3')
})

test('a document given ahead is read after the one before it, and its time begins then', async () => {
  const order: string[] = []
  const reads = ['slow 1600 a', 'slow 1600 b'].map(async (contents) =>
    order.push(`${contents} ${await outcome(contents)}`),
  )
  await Promise.all(reads)
  expect(order).toEqual(['slow 1600 a done', 'slow 1600 b done'])
})

test('each page image of a document has the time anew, and is told', async () => {
  const pages: (number | undefined)[][] = []
  const read = await pool.read(taskOf('pages 3 1600'), (...page) => pages.push(page))
  expect(read).toMatchObject({ kind: 'done' })
  expect(pages).toEqual([1, 2, 3].map((page) => [page, 3]))
  expect(await outcome('pages 1 9000')).toBe('time-out: took more than 3 s after page image 1')
})

test('a file that is gone is told as missing', async () =>
  expect(await pool.read({ ...taskOf('x'), file: '/nowhere' })).toMatchObject({ fault: { reason: 'missing' } }))

test('processes that cannot start are a fault of the run, not of a document', async () => {
  const broken = openPool({ ...limits, module: 'file:///nowhere.ts' })
  await expect(broken.read(taskOf('x'))).rejects.toThrow(PoolStartError)
})

test('the processes of a pool end with it, also amid a document', async () => {
  const other = openPool({ ...limits, timeLimit: 60_000 })
  const read = other.read(taskOf('loop'))
  setTimeout(() => other.close(), 1500)
  expect(await read).toMatchObject({ kind: 'failed', fault: { reason: 'lost' } })
})

test('a pool that is closed while its processes start gives the document back', async () => {
  const other = openPool(limits)
  const read = other.read(taskOf('good'))
  await other.close()
  expect(await read).toMatchObject({ kind: 'failed', fault: { reason: 'lost' } })
})
