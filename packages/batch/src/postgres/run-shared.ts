import type { JournalQueue } from '../journal/journal-queue.ts'
import type { Pool } from '../pool/pool.ts'
import type { Offer, Queue } from '../queue/queue.ts'
import type { BatchEvent } from '../run/event.ts'
import { runBatch } from '../run/run-batch.ts'
import { count, emptySummary, type Summary } from '../run/summary.ts'
import type { Task } from '../schema/task.ts'
import { collect } from './collect.ts'
import type { PostgresQueue } from './postgres-queue.ts'

export interface SharedRunOptions {
  queue: PostgresQueue
  journal: JournalQueue
  pool: Pool
  jobs: number
  timeLimitSeconds: number
  tasks: (tell: (event: BatchEvent) => void) => AsyncIterable<Task>
  signal: AbortSignal
  onEvent: (event: BatchEvent) => void
}

/** Milliseconds between two looks for work and for outcomes. */
const poll = 1000

/**
 * Puts tasks into a shared queue, works on it beside whoever else does, and fetches all outcomes into the journal
 * of a folder. A task that the journal knows is not sent; ends when the journal expects nothing more.
 */
export async function runShared(options: SharedRunOptions): Promise<Summary & { interrupted: boolean }> {
  const { queue, journal, pool, jobs, timeLimitSeconds, signal } = options
  const started = performance.now()
  const summary = emptySummary()
  const tell = (event: BatchEvent): void => {
    count(summary, event)
    options.onEvent(event)
  }
  const finished = new AbortController()
  let sending = true
  // What the journal does not know goes on to the server; what the server knows already is collected like the rest.
  const sender: Queue = {
    ...queue,
    enqueue: async (tasks): Promise<Offer[]> => {
      const offers = await journal.enqueue(tasks)
      const fresh = tasks.filter((_, i) => offers[i] === 'added')
      if (fresh.length > 0) await queue.enqueue(fresh)
      return offers
    },
  }
  const tasks = async function* (): AsyncGenerator<Task> {
    yield* options.tasks(tell)
  }
  const working = runBatch({
    queue: sender,
    pool,
    jobs,
    timeLimitSeconds,
    tasks,
    signal: AbortSignal.any([signal, finished.signal]),
    poll,
    forever: true,
    onEvent: (event) => {
      // Outcomes are told when they are in the journal, whoever's work they are.
      if (event.event === 'offered' || event.event === 'page' || event.event === 'retry') tell(event)
      if (event.event === 'sent') sending = false
    },
  })
  let fault: { error: unknown } | undefined
  working.catch((error: unknown) => {
    fault = { error }
  })
  while (!signal.aborted && fault === undefined) {
    const over = !sending
    await collect(queue, journal, tell)
    if (over && journal.expected().length === 0) break
    await new Promise((resolve) => setTimeout(resolve, poll))
  }
  finished.abort()
  await working
  summary.seconds = Math.round(performance.now() - started) / 1000
  const result = { ...summary, interrupted: signal.aborted }
  options.onEvent({ event: 'end', ...result })
  return result
}
