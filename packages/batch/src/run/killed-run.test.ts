import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { readJournal } from '../journal/read-journal.ts'
import { trialFolder } from '../trial/trial-folder.ts'

const script = fileURLToPath(new URL('../trial/run-folder.ts', import.meta.url))
let folder: ReturnType<typeof trialFolder>
afterEach(() => folder.remove())

const argumentsOf = (): string[] => [script, folder.at('in'), folder.at('out'), '2', '3', '300']

/** Processes that still read documents of this test's folder: their command lines name no folder, so by parent. */
const leftOver = (pids: readonly number[]): string[] =>
  pids
    .filter((pid) => {
      try {
        return (
          execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' })
            .trim()
            .startsWith('Z') === false
        )
      } catch {
        return false
      }
    })
    .map(String)

const childrenOf = (pid: number): number[] => {
  try {
    return execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map(Number)
  } catch {
    return []
  }
}

test('killed three times and run to its end, a batch has every document once and every poison with its reason', async () => {
  const poison: Record<string, [string, string]> = {
    'in/loop.txt': ['loop', 'time-out'],
    'in/allocate.txt': ['allocate', 'memory'],
    'in/segfault.txt': ['segfault', 'crash'],
    'in/abort.txt': ['abort', 'crash'],
    'in/empty.txt': ['', 'empty'],
  }
  const good = Object.fromEntries(
    Array.from({ length: 60 }, (_, i) => [`in/${i}.txt`, `slow ${20 + (i % 7) * 20} ${i}`]),
  )
  folder = trialFolder({ ...good, ...Object.fromEntries(Object.entries(poison).map(([path, [text]]) => [path, text])) })
  const readers: number[] = []
  for (const after of [900, 1700, 2600]) {
    const run = spawn(process.execPath, argumentsOf(), { stdio: 'ignore' })
    await new Promise((resolve) => setTimeout(resolve, after))
    readers.push(...childrenOf(run.pid ?? 0))
    run.kill('SIGKILL')
    await new Promise((resolve) => run.once('close', resolve))
  }
  // A thread that looks ten times a second ends them; on a busy machine it has to wait for its turn.
  await expect.poll(() => leftOver(readers), { timeout: 10_000 }).toEqual([])
  const { status, stdout } = spawnSync(process.execPath, argumentsOf(), { encoding: 'utf8' })
  expect(status).toBe(0)
  expect((JSON.parse(stdout) as { peakMemory: number }).peakMemory).toBeLessThan(300 * 2 ** 20)

  const lines = readFileSync(folder.at('out/results.ndjson'), 'utf8').trimEnd().split('\n')
  const read = lines.map((line) => (JSON.parse(line) as { path: string }).path)
  expect(read.sort()).toEqual(Object.keys(good).map(folder.at).sort())
  const { paths } = await readJournal(folder.at('out'))
  for (const [path, [, reason]] of Object.entries(poison))
    expect(paths.get(folder.at(path))).toMatchObject({ status: 'failed', failure: { reason } })
})

test('a second run on the folder refuses with one line', async () => {
  folder = trialFolder({ 'in/a.txt': 'slow 3000' })
  const first = spawn(process.execPath, argumentsOf(), { stdio: 'ignore' })
  await new Promise((resolve) => setTimeout(resolve, 1500))
  const { status, stderr } = spawnSync(process.execPath, argumentsOf(), { encoding: 'utf8' })
  expect([status, stderr.trimEnd().split('\n').length]).toEqual([2, 1])
  expect(await new Promise((resolve) => first.once('close', resolve))).toBe(0)
})
