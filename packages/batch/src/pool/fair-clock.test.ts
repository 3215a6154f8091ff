import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { expect, test } from 'vitest'
import { startClock } from './fair-clock.ts'

const limit = 800
const run = (script: string) => spawn(process.execPath, ['-e', script], { stdio: 'ignore' })

/** Milliseconds until the clock of a process has run off. */
const timeOf = (pid: number): Promise<number> => {
  const from = performance.now()
  return new Promise((resolve) => startClock(pid, limit, () => resolve(performance.now() - from)))
}

test('a process that sleeps uses up its time', async () => {
  const sleeper = run('setTimeout(() => {}, 60000)')
  expect(await timeOf(sleeper.pid ?? 0)).toBeGreaterThanOrEqual(limit - 1)
  sleeper.kill('SIGKILL')
})

test.runIf(process.platform === 'linux')('time in which others had the CPU does not count', async () => {
  const busy = Array.from({ length: availableParallelism() * 4 }, () => run('for (;;);'))
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(await timeOf(busy[0]?.pid ?? 0)).toBeGreaterThan(limit * 1.5)
  for (const child of busy) child.kill('SIGKILL')
})

test('a clock that is stopped does not ring', async () => {
  let rung = false
  startClock(process.pid, 100, () => {
    rung = true
  })()
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(rung).toBe(false)
})
