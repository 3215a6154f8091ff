import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { taskKey } from '../queue/task-key.ts'
import type { Task } from '../schema/task.ts'
import { trialFolder } from '../trial/trial-folder.ts'
import { FolderInUseError } from './folder-lock.ts'
import { resultLine } from './journal.ts'
import { type JournalQueue, openJournal } from './journal-queue.ts'
import { headOf, readJournal } from './read-journal.ts'

let folder: ReturnType<typeof trialFolder>
beforeEach(() => {
  folder = trialFolder()
})
afterEach(() => folder.remove())

const version = (n: number) => ({ version: `v${n}`, locale: 'ja' as const })
const taskAt = (path: string, contents: string, n = 1): Task => ({
  key: taskKey(contents, `v${n} ja`),
  path,
  file: path,
  name: path,
  sha256: contents,
  size: 1,
  locale: 'ja',
})
const completion = {
  json: '{"a":1}',
  facts: { pages: 1, kinds: [], diagnostics: {} },
  seconds: 1,
  cpuSeconds: 1,
  attempts: 1,
}
const failure = { reason: 'crash', message: 'SIGSEGV', attempts: 1 } as const

/** Opens the journal for one run, and closes it. */
async function run<T>(act: (journal: JournalQueue) => Promise<T>, options: { n?: number; retryFailed?: boolean } = {}) {
  const { n = 1, ...others } = options
  const journal = await openJournal(folder.path, { pipeline: version(n), ...others })
  try {
    return await act(journal)
  } finally {
    await journal.close()
  }
}
async function finish(journal: JournalQueue, how: 'complete' | 'fail' = 'complete'): Promise<void> {
  for (const claim of await journal.claim(100))
    await (how === 'complete' ? journal.complete(claim, completion) : journal.fail(claim, failure))
}
const offers = (tasks: Task[], options = {}) => run((journal) => journal.enqueue(tasks), options)
const results = () => readFileSync(folder.at('results.ndjson'), 'utf8').split('\n').filter(Boolean)

describe('a task that was done in an earlier run', () => {
  beforeEach(() =>
    run(async (journal) => {
      await journal.enqueue([taskAt('a', 'x')])
      await finish(journal)
    }),
  )
  test('is not added again', async () => expect(await offers([taskAt('a', 'x')])).toEqual(['done']))
  test('is added with other contents', async () => expect(await offers([taskAt('a', 'y')])).toEqual(['added']))
  test('is added for another version', async () =>
    expect(await offers([taskAt('a', 'x', 2)], { n: 2 })).toEqual(['added']))
  test('serves for a copy of its file', async () => {
    expect(await offers([taskAt('b', 'x')])).toEqual(['same'])
    expect((await readJournal(folder.path)).paths.get('b')).toMatchObject({ status: 'same', sha256: 'x' })
    expect(results()).toHaveLength(1)
  })
})

test('what was claimed but not ended is there again after a kill', async () => {
  await run(async (journal) => {
    await journal.enqueue([taskAt('a', 'x')])
    expect(await journal.claim(1)).toHaveLength(1)
  })
  expect(await offers([taskAt('a', 'x')])).toEqual(['added'])
})

test('copies in one run are read once', async () => {
  await run(async (journal) => {
    expect(await journal.enqueue([taskAt('a', 'x'), taskAt('b', 'x')])).toEqual(['added', 'same'])
    await finish(journal)
  })
  expect(results()).toHaveLength(1)
  expect([...(await readJournal(folder.path)).paths].map(([path, { status }]) => [path, status])).toEqual([
    ['a', 'done'],
    ['b', 'same'],
  ])
})

describe('a task that failed', () => {
  beforeEach(() =>
    run(async (journal) => {
      await journal.enqueue([taskAt('a', 'x')])
      await finish(journal, 'fail')
    }),
  )
  test('is left alone', async () => expect(await offers([taskAt('a', 'x')])).toEqual(['failed']))
  test('is tried again where that is asked for', async () =>
    expect(await offers([taskAt('a', 'x')], { retryFailed: true })).toEqual(['added']))
  test('is no failure any more once it is done', async () => {
    await run(
      async (journal) => {
        await journal.enqueue([taskAt('a', 'x')])
        await finish(journal)
      },
      { retryFailed: true },
    )
    const { failed, paths } = await readJournal(folder.path)
    expect([failed.size, paths.get('a')?.status]).toEqual([0, 'done'])
  })
  test('keeps its reason', async () =>
    expect((await readJournal(folder.path)).paths.get('a')).toMatchObject({ status: 'failed', failure }))
})

test('a path that holds no document is noted once', async () => {
  const refusal = { path: 'a', reason: 'missing', message: '' } as const
  expect(await run((journal) => journal.refuse(refusal))).toBe(true)
  expect(await run((journal) => journal.refuse(refusal))).toBe(false)
})

test('two runs on one folder refuse', async () => {
  await run(async () => {
    await expect(openJournal(folder.path, { pipeline: version(1) })).rejects.toThrow(FolderInUseError)
  })
  expect(await offers([])).toEqual([])
})

test('the head of a line is read whatever its path says', () => {
  const head = {
    seq: 1,
    key: 'k',
    path: ',"result":{"\n\\',
    sha256: 's',
    pipeline: 'p',
    at: 't',
    seconds: 0,
    cpuSeconds: 0,
    attempts: 1,
    facts: { pages: 1, kinds: [], diagnostics: {} },
  }
  const line = resultLine(head, '{"x":1}').join('')
  expect(headOf(Buffer.from(line.slice(0, -1)))).toEqual(head)
  expect(JSON.parse(line)).toMatchObject({ ...head, result: { x: 1 } })
})
