import { enableCompileCache } from 'node:module'
import { Worker } from 'node:worker_threads'
import { faultOf } from './fault.ts'
import type { Order, ReadDocument, Reply } from './protocol.ts'

// The process that parses: one document at a time, until its parent hangs up.
enableCompileCache()
const [, , module = '', memory = '0'] = process.argv

const watchdog = new Worker(new URL('./watchdog.ts', import.meta.url), {
  workerData: { parent: process.ppid, memory: Number(memory) },
  // Its own flags, not those of the parsing thread.
  execArgv: [],
  resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 },
})
watchdog.unref()

// A terminal sends Ctrl-C to the whole group; what becomes of a child is for its parent to say.
process.on('SIGINT', () => {})
process.on('disconnect', () => process.exit())

const reply = (message: Reply): void => {
  process.send?.(message)
}

const { readDocument } = (await import(module)) as { readDocument: ReadDocument }
process.on('message', async ({ task }: Order) => {
  const before = process.cpuUsage()
  try {
    const read = await readDocument(task)
    const { user, system } = process.cpuUsage(before)
    reply({ kind: 'done', read, cpuSeconds: (user + system) / 1e6, memory: process.memoryUsage.rss() })
  } catch (error) {
    reply({ kind: 'failed', fault: faultOf(error), memory: process.memoryUsage.rss() })
  }
})
reply({ kind: 'ready' })
