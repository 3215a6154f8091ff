import { writeSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import { memoryMark } from './protocol.ts'

// A thread beside the one that parses, because that one may never come back to its event loop.
const { parent, memory } = workerData as { parent: number; memory: number }

/** Memory fills at some gigabytes a second at most; this often a limit is not overrun by much. */
const interval = 100

setInterval(() => {
  // A child whose parent was killed belongs to another process now. Nobody waits for its result.
  if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
  const used = process.memoryUsage.rss()
  if (used <= memory) return
  writeSync(2, `${memoryMark}${used}\n`)
  process.kill(process.pid, 'SIGKILL')
}, interval)
