import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { openJournal } from '../journal/journal-queue.ts'
import { readJournal } from '../journal/read-journal.ts'
import { openPool } from '../pool/pool.ts'
import { taskKey } from '../queue/task-key.ts'
import { offeredTasks } from '../run/offer.ts'
import type { Task } from '../schema/task.ts'
import { trialFolder } from '../trial/trial-folder.ts'
import { startTrialServer } from '../trial/trial-server.ts'
import { openPostgresQueue, type PostgresQueue } from './postgres-queue.ts'
import { runShared } from './run-shared.ts'

const server = await startTrialServer()
afterAll(() => server?.stop())

let versions = 0
const freshVersion = (): string => `test ${process.pid} ${versions++}`
async function open(version: string, options = {}): Promise<PostgresQueue> {
  const queue = await openPostgresQueue({ url: server?.url ?? '', version, ...options })
  onTestFinished(() => queue.close())
  return queue
}
const taskAt = (version: string, path: string): Task => ({
  key: taskKey(path, version),
  path,
  file: path,
  name: path,
  sha256: path,
  size: 1,
  locale: 'ja',
})
const completion = {
  json: '{"a":1}',
  facts: { pages: 2, kinds: [], diagnostics: {} },
  seconds: 1,
  cpuSeconds: 1,
  attempts: 1,
}
const failure = { reason: 'crash', message: 'SIGSEGV', attempts: 1 } as const

describe.skipIf(server === undefined)('a queue on PostgreSQL', () => {
  test('has a task once, whoever adds it, and gives it to one worker', async () => {
    const version = freshVersion()
    const [one, two] = [await open(version), await open(version)]
    const tasks = ['a', 'b', 'c'].map((path) => taskAt(version, path))
    await Promise.all([one.enqueue(tasks), two.enqueue(tasks)])
    const claims = (await Promise.all([one.claim(2), two.claim(2)])).flat()
    expect(claims.map(({ task }) => task.path).sort()).toEqual(['a', 'b', 'c'])
    expect(await one.claim(9)).toEqual([])
  })

  test('keeps the first outcome of two', async () => {
    const version = freshVersion()
    const queue = await open(version)
    await queue.enqueue([taskAt(version, 'a')])
    const [claim] = await queue.claim(1)
    if (!claim) return expect.unreachable()
    expect([await queue.complete(claim, completion), await queue.fail(claim, failure)]).toEqual([true, false])
    expect(await queue.result(claim.task.key)).toBe('{"a":1}')
    expect(await queue.stats()).toMatchObject({ waiting: 0, active: 0, done: 1, failed: 0 })
    expect(await queue.enqueue([taskAt(version, 'a')])).toEqual(['done'])
  })

  test('gives failures another chance when asked to', async () => {
    const version = freshVersion()
    const queue = await open(version, { retryFailed: false })
    await queue.enqueue([taskAt(version, 'a')])
    const [claim] = await queue.claim(1)
    if (!claim) return expect.unreachable()
    await queue.fail(claim, failure)
    expect(await queue.claim(1)).toEqual([])
    expect(await queue.enqueue([taskAt(version, 'a')])).toEqual(['failed'])
    expect(await queue.retryFailures()).toBe(1)
    expect(await queue.claim(1)).toHaveLength(1)
  })

  test('takes back what is released, and drops what waits when drained', async () => {
    const version = freshVersion()
    const queue = await open(version)
    await queue.enqueue(['a', 'b'].map((path) => taskAt(version, path)))
    await queue.release(await queue.claim(2))
    expect(await queue.claim(1)).toHaveLength(1)
    expect(await queue.drain()).toBe(1)
    expect(await queue.claim(1)).toEqual([])
  })

  test('three workers, one killed, and a crash of the server: every document once, every poison with its reason', async () => {
    const good = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`in/${i}.txt`, `slow 200 ${i}`]))
    const poison = { 'in/segfault.txt': 'segfault', 'in/loop.txt': 'loop', 'in/empty.txt': '' }
    const folder = trialFolder({ ...good, ...poison })
    onTestFinished(folder.remove)
    const script = fileURLToPath(new URL('../trial/run-worker.ts', import.meta.url))
    const workers: ChildProcess[] = Array.from({ length: 2 }, () =>
      spawn(process.execPath, [script, server?.url ?? ''], { stdio: 'ignore' }),
    )
    onTestFinished(() => {
      for (const worker of workers) worker.kill('SIGKILL')
    })
    const pipeline = { version: 'trial 1', locale: 'ja' } as const
    const journal = await openJournal(folder.at('out'), { pipeline })
    const queue = await open(pipeline.version)
    setTimeout(() => workers[0]?.kill('SIGKILL'), 4000)
    setTimeout(() => server?.crash?.(), 6000)
    const summary = await runShared({
      queue,
      journal,
      pool: openPool({
        module: new URL('../trial/poison-reader.ts', import.meta.url).href,
        jobs: 1,
        memory: 300 * 2 ** 20,
        timeLimit: 5000,
      }),
      jobs: 1,
      timeLimitSeconds: 5,
      tasks: (tell) => offeredTasks({ operands: [folder.at('in')], output: folder.at('out'), pipeline }, journal, tell),
      signal: new AbortController().signal,
      onEvent: () => {},
    })
    await journal.close()
    expect(summary).toMatchObject({ documents: 60, failed: 3, interrupted: false })
    const lines = readFileSync(folder.at('out/results.ndjson'), 'utf8').trimEnd().split('\n')
    expect(new Set(lines.map((line) => (JSON.parse(line) as { path: string }).path)).size).toBe(60)
    expect(lines).toHaveLength(60)
    const { paths } = await readJournal(folder.at('out'))
    expect(paths.get(folder.at('in/segfault.txt'))).toMatchObject({ failure: { reason: 'crash' } })
    expect(paths.get(folder.at('in/loop.txt'))).toMatchObject({ failure: { reason: 'time-out' } })
    expect(paths.get(folder.at('in/empty.txt'))).toMatchObject({ failure: { reason: 'empty' } })
  }, 180_000)
})
