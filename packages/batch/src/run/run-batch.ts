import type { ChildOutcome } from '../pool/child-process.ts'
import type { Pool } from '../pool/pool.ts'
import type { OnPage } from '../pool/protocol.ts'
import type { Claim, Offer, Queue } from '../queue/queue.ts'
import type { Task } from '../schema/task.ts'
import type { BatchEvent } from './event.ts'
import { retryOf } from './retry.ts'
import { count, emptySummary, type Summary } from './summary.ts'

export interface RunOptions {
  queue: Queue
  pool: Pool
  jobs: number
  timeLimitSeconds: number
  /** Work to add while the run goes on, telling of what is none; nothing for a worker that only takes from the queue. */
  tasks?: (tell: (event: BatchEvent) => void) => AsyncIterable<Task>
  /** Ends the run: documents in work are given back. */
  signal?: AbortSignal
  onEvent?: (event: BatchEvent) => void
  /** Milliseconds between two looks into a queue that was empty; 0 where only this process adds to it. */
  poll?: number
  /** Goes on when the queue is empty, for a worker that serves whoever adds to it. */
  forever?: boolean
  /** Milliseconds between two heartbeats. */
  heartbeat?: number
}

/** Tasks are offered to the queue in groups: one write and one sync each. */
const offerSize = 64
/** So many tasks may wait in a queue that is this process's own: what is offered later takes no memory yet. */
const waitingLimit = 1024
const usualHeartbeat = 4000
/** So many outcomes a job, and results of so many bytes, may wait for a slow disk before no more documents are begun. */
const settlingLimit = 64
const settlingSize = 64 << 20

interface Work {
  claim: Claim
  attempts: number
  alone: boolean
  notBefore: number
}

async function* groupsOf(tasks: AsyncIterable<Task>, size: number): AsyncGenerator<Task[]> {
  let group: Task[] = []
  for await (const task of tasks) {
    group.push(task)
    if (group.length < size) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}

/** Seconds, to the millisecond. */
const milliseconds = (seconds: number): number => Math.round(seconds * 1000) / 1000

const countsOf = (offers: readonly Offer[]): BatchEvent => {
  const counts = { added: 0, done: 0, failed: 0, same: 0 }
  for (const offer of offers) counts[offer]++
  return { event: 'offered', ...counts }
}

/**
 * Reads everything that the queue has. This process only hands out work: nothing in it takes long, so that heartbeats
 * are sent in time. Rejects where children cannot start or the queue fails; what was completed by then is kept.
 */
export async function runBatch(options: RunOptions): Promise<Summary & { interrupted: boolean }> {
  const { queue, pool, jobs, signal, poll = 0 } = options
  const started = performance.now()
  const summary = emptySummary()
  const running = new Map<string, Work>()
  /** Read, with an outcome that is on its way to the disk or the server. */
  const settling = new Map<string, Work>()
  let settlingBytes = 0
  const later: Work[] = []
  const ending = new Set<Promise<void>>()
  let fault: { error: unknown } | undefined
  let offering = options.tasks !== undefined
  let wake = (): void => {}
  let woken = false
  let taken = (): void => {}
  const rouse = (): void => {
    woken = true
    wake()
    taken()
  }
  const tell = (event: BatchEvent): void => {
    count(summary, event)
    options.onEvent?.(event)
  }
  const fail = (error: unknown): void => {
    fault ??= { error }
    rouse()
  }
  const stopped = (): boolean => fault !== undefined || signal?.aborted === true
  signal?.addEventListener('abort', rouse)

  /** Of a queue that others take from, everything is theirs to see at once. */
  const roomForOffers = async (): Promise<void> => {
    while (poll === 0 && !stopped() && (await queue.stats()).waiting > waitingLimit)
      await new Promise<void>((resolve) => {
        taken = resolve
      })
  }
  const offerAll = async (tasks: AsyncIterable<Task>): Promise<void> => {
    for await (const group of groupsOf(tasks, offerSize)) {
      if (stopped()) break
      tell(countsOf(await queue.enqueue(group)))
      rouse()
      await roomForOffers()
    }
    offering = false
    tell({ event: 'sent' })
    rouse()
  }

  const settle = async (work: Work, outcome: ChildOutcome, seconds: number): Promise<void> => {
    const { claim, attempts, alone } = work
    const { key, path, sha256 } = claim.task
    let failed = outcome.kind === 'failed' ? outcome : undefined
    if (outcome.kind === 'done' && outcome.read.sha256 !== sha256)
      failed = { kind: 'failed', fault: { reason: 'changed', message: 'changed after the run began' } }
    if (!failed && outcome.kind === 'done') {
      const { read } = outcome
      const cpuSeconds = milliseconds(outcome.cpuSeconds)
      const completion = { json: read.json, facts: read.facts, seconds, cpuSeconds, attempts }
      summary.cpuSeconds += cpuSeconds
      if (await queue.complete(claim, completion))
        tell({ event: 'done', path, key, seconds, attempts, facts: read.facts })
      return
    }
    if (!failed || stopped()) return
    const { reason, message } = failed.fault
    const { timeLimitSeconds } = options
    const retry = retryOf({
      fault: failed.fault,
      attempts,
      alone,
      cpuSeconds: failed.cpuSeconds,
      timeLimitSeconds,
      jobs,
    })
    if (retry) {
      later.push({ claim, attempts: attempts + 1, alone: retry.alone, notBefore: performance.now() + retry.delay })
      tell({ event: 'retry', path, key, reason, attempt: attempts + 1, ...retry })
    } else if (await queue.fail(claim, { reason, message, attempts }))
      tell({ event: 'failed', path, key, reason, message, attempts })
  }

  const start = (work: Work): void => {
    const { id, task } = work.claim
    running.set(id, work)
    const from = performance.now()
    const { path, key } = task
    const onPage: OnPage = (page, pages) =>
      tell({ event: 'page', path, key, page, ...(pages === undefined ? {} : { pages }) })
    const read = work.alone ? pool.readAlone(task, onPage) : pool.read(task, onPage)
    let size = 0
    const ended = read
      .then((outcome) => {
        // The next document need not wait until this one's line is on the disk.
        running.delete(id)
        settling.set(id, work)
        size = outcome.kind === 'done' ? outcome.read.json.length : 0
        settlingBytes += size
        rouse()
        const seconds = outcome.seconds ?? (performance.now() - from) / 1000
        return settle(work, outcome, milliseconds(seconds))
      })
      .catch(fail)
      .finally(() => {
        settling.delete(id)
        settlingBytes -= size
        ending.delete(ended)
        rouse()
      })
    ending.add(ended)
  }

  /** Starts what can start now; resolves with whether anything is left to wait for. */
  const advance = async (): Promise<boolean> => {
    if ([...running.values()].some((work) => work.alone)) return true
    const now = performance.now()
    const places = jobs + pool.ahead
    for (const work of later
      .filter((w) => !w.alone && w.notBefore <= now)
      .slice(0, Math.max(places - running.size, 0))) {
      later.splice(later.indexOf(work), 1)
      start(work)
    }
    const room = settlingBytes < settlingSize ? jobs * settlingLimit - settling.size : 0
    const wanted = Math.min(places - running.size, room)
    const claims = wanted > 0 ? await queue.claim(wanted) : []
    if (stopped()) {
      await queue.release(claims)
      return false
    }
    for (const claim of claims) start({ claim, attempts: 1, alone: false, notBefore: 0 })
    if (running.size + settling.size > 0) return true
    // Nothing else to do: the turn of those that need the machine for themselves.
    const alone = later.findIndex((work) => work.alone)
    if (alone >= 0 && !offering) {
      for (const work of later.splice(alone, 1)) start(work)
      return true
    }
    return later.length > 0 || offering || options.forever === true
  }

  const heart = setInterval(() => {
    const claims = [...running.values(), ...settling.values(), ...later].map((work) => work.claim)
    if (claims.length > 0) queue.heartbeat(claims).catch(() => {})
  }, options.heartbeat ?? usualHeartbeat)
  try {
    if (options.tasks) offerAll(options.tasks(tell)).catch(fail)
    while (!stopped()) {
      woken = false
      if (!(await advance())) break
      if (woken) continue
      // What waits for the machine to itself is started by the end of the others.
      const due = Math.min(...later.filter((w) => !w.alone).map((work) => work.notBefore)) - performance.now()
      const pause = running.size < jobs && poll > 0 ? Math.min(poll, due) : due
      await new Promise<void>((resolve) => {
        const timer = Number.isFinite(pause) ? setTimeout(resolve, Math.max(pause, 1)) : undefined
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
        if (woken) wake()
      })
    }
  } finally {
    clearInterval(heart)
    signal?.removeEventListener('abort', rouse)
    const left = [...running.values(), ...settling.values(), ...later].map((work) => work.claim)
    await pool.close()
    await Promise.all(ending)
    if (left.length > 0) await queue.release(left).catch(() => {})
  }
  if (fault) throw fault.error
  const interrupted = signal?.aborted === true
  summary.seconds = milliseconds((performance.now() - started) / 1000)
  const result = { ...summary, interrupted }
  options.onEvent?.({ event: 'end', ...result })
  return result
}
