import { expect, test } from 'vitest'
import { type PooledWorker, workerPool } from './worker-pool.ts'

/** Workers that answer with their number, and do what a job is called. */
function pool(size: number) {
  let started = 0
  const stopped: number[] = []
  const start = async (): Promise<PooledWorker<string, string>> => {
    const number = ++started
    return {
      run: (job) => {
        if (job === 'hang' || (job === 'hang once' && number === 1)) return new Promise(() => {})
        return job === 'die' ? Promise.reject(new Error('dead')) : Promise.resolve(`${job} by ${number}`)
      },
      stop: async () => {
        stopped.push(number)
      },
    }
  }
  const made = workerPool({ size, start, timeLimit: () => 20, givenUp: 'given up' })
  return { ...made, stopped, startedCount: () => started }
}

test('one worker serves many jobs; more are started as jobs pile up, up to the size', async () => {
  const { run, close, stopped, startedCount } = pool(2)
  expect(await run('a')).toBe('a by 1')
  expect(await run('b')).toBe('b by 1')
  const results = await Promise.all(['c', 'd', 'e', 'f'].map(run))
  expect(results.map((r) => r[0])).toEqual(['c', 'd', 'e', 'f'])
  expect(startedCount()).toBe(2)
  await close()
  expect(stopped.toSorted()).toEqual([1, 2])
})

test('a worker that hangs or dies is replaced, and the job tried once more', async () => {
  const { run, close, stopped } = pool(1)
  expect(await run('hang once')).toBe('hang once by 2')
  expect(stopped).toEqual([1])
  expect(await run('die')).toBe('given up')
  expect(await run('hang')).toBe('given up')
  expect(await run('a')).toMatch(/^a by/u)
  await close()
})

test('jobs are refused where no worker can be started, and after close', async () => {
  const broken = workerPool<string, string>({
    size: 1,
    start: () => Promise.reject(new Error('no model')),
    timeLimit: () => 20,
    givenUp: '',
  })
  await expect(broken.run('a')).rejects.toThrow('no model')
  await broken.close()
  await expect(broken.run('a')).rejects.toThrow('close')
})
