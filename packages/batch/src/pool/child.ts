import { enableCompileCache, flushCompileCache } from 'node:module'
import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { begunWriter } from './begun-marks.ts'
import { ownCpuSeconds } from './cpu-time.ts'
import { holdReplies } from './held-replies.ts'
import { begunFile, type Order, type ReadDocument, replyFile, type Usage } from './protocol.ts'

// The process that parses: one document after the other, until its parent hangs up.
const [, , module = '', memory = '0', parent = '0', marked = ''] = process.argv

/**
 * V8's best compiler takes three seconds of CPU in every process for what some hundred documents need. Where it waits for
 * four times the calls (3,000 are usual) and inlines a third of the bytes (920), 4,000 texts cost 7 % less, PDFs 4 %.
 * An engine without such a flag says so on standard error and goes on.
 */
const compilerFlags = ['--invocation-count-for-turbofan=12000', '--max-inlined-bytecode-size-cumulative=300']
for (const flag of compilerFlags) setFlagsFromString(flag)

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

const replies = holdReplies(replyFile)
/** Without marks only the replies tell the parent what was begun. */
const begin = marked === '' ? undefined : begunWriter(begunFile)
let orders = 0
let done = 0

async function read({ task }: Order): Promise<void> {
  begin?.()
  done++
  const from = performance.now()
  const seconds = (): number => (performance.now() - from) / 1000
  try {
    const { json, ...read } = await readDocument(task, (page, all) =>
      replies.write({ reply: { kind: 'page', done: page, ...(all === undefined ? {} : { all }), ...usage() } }),
    )
    const taken = seconds()
    const isLast = begin === undefined || orders === done
    replies.hold({ reply: { kind: 'done', seconds: taken, read, ...usage() }, text: json }, taken, isLast)
  } catch (error) {
    replies.write({ reply: { kind: 'failed', seconds: seconds(), fault: faultOf(error), ...usage() } })
  }
}

/** The next documents come while one is read. */
let last = Promise.resolve()
process.on('message', (order: Order) => {
  orders++
  const keeps = Number.isInteger(Math.log2(orders))
  last = last.then(() => read(order)).then(keeps ? flushCompileCache : undefined)
})
replies.write({ reply: { kind: 'ready', ...usage() } })
