import { readdir, readFile } from 'node:fs/promises'

/** The first look comes so early, in milliseconds and as a share of the limit: most documents are over by then. */
const firstLook = 1000
const firstShare = 0.1

/** Milliseconds between two looks at the least. */
const leastPause = 50

const nanoseconds = 1e6

/** Milliseconds that each thread of a process was ready to run and had no CPU; nothing where the system does not tell. */
async function waitsOf(pid: number): Promise<Map<string, number>> {
  const waits = new Map<string, number>()
  try {
    for (const thread of await readdir(`/proc/${pid}/task`)) {
      // A thread may end meanwhile.
      const stat = await readFile(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').catch(() => '')
      const wait = Number(stat.split(' ')[1])
      if (Number.isFinite(wait)) waits.set(thread, wait / nanoseconds)
    }
  } catch {}
  return waits
}

/**
 * Calls `expire` when a process has used up so many milliseconds, running or waiting for something. Time in which it
 * only waited for a CPU, which others had, does not count. Returns what stops the clock.
 */
export function startClock(pid: number, limit: number, expire: () => void): () => void {
  const from = performance.now()
  let stopped = false
  let before: Map<string, number> | undefined
  const look = async (): Promise<void> => {
    const waits = await waitsOf(pid)
    if (stopped) return
    before ??= waits
    // The thread that waited longest: what the others had to do was done beside it.
    const waited = Math.max(0, ...[...waits].map(([thread, wait]) => wait - (before?.get(thread) ?? wait)))
    const left = limit - (performance.now() - from - waited)
    if (left <= 0) return expire()
    timer = setTimeout(look, Math.max(left, leastPause))
  }
  let timer = setTimeout(look, Math.min(firstLook, limit * firstShare))
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
