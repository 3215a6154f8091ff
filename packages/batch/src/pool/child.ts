import { enableCompileCache, flushCompileCache } from 'node:module'
import { Worker } from 'node:worker_threads'
import { ownCpuSeconds } from './cpu-time.ts'
import { writeReply } from './frames.ts'
import { type Order, type ReadDocument, replyFile, type Usage } from './protocol.ts'

// The process that parses: one document after the other, until its parent hangs up.
const [, , module = '', memory = '0', parent = '0'] = process.argv

// Before anything else is loaded: a parent can be killed while its children start.
const watchdog = new Worker(new URL('./watchdog.ts', import.meta.url), {
  workerData: { parent: Number(parent), memory: Number(memory) },
  // Its own flags, not those of the parsing thread.
  execArgv: [],
  resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 },
})
watchdog.unref()

// A terminal sends Ctrl-C to the whole group; what becomes of a child is for its parent to say.
process.on('SIGINT', () => {})
process.on('disconnect', () => process.exit())
if (!process.connected) process.exit()

// Its parent ends it by a signal, before it would write what it compiled. Each kind of document loads modules of its own: what the
// first documents loaded is written after the 1st, 2nd, 4th, 8th …
enableCompileCache()
const { faultOf } = await import('./fault.ts')
const { readDocument } = (await import(module)) as { readDocument: ReadDocument }

const usage = (): Usage => ({ memory: process.memoryUsage.rss(), totalCpuSeconds: ownCpuSeconds() })

async function read({ task }: Order): Promise<void> {
  try {
    const { json, ...read } = await readDocument(task, (done, all) =>
      writeReply(replyFile, { kind: 'page', done, ...(all === undefined ? {} : { all }), ...usage() }),
    )
    writeReply(replyFile, { kind: 'done', read, ...usage() }, json)
  } catch (error) {
    writeReply(replyFile, { kind: 'failed', fault: faultOf(error), ...usage() })
  }
}

/** The next document comes while one is read. */
let last = Promise.resolve()
let orders = 0
process.on('message', (order: Order) => {
  orders++
  const keeps = Number.isInteger(Math.log2(orders))
  last = last.then(() => read(order)).then(keeps ? flushCompileCache : undefined)
})
writeReply(replyFile, { kind: 'ready', ...usage() })
