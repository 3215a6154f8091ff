import { availableParallelism } from 'node:os'
import type { Task } from '../schema/task.ts'
import { type Child, type ChildLimits, type ChildOutcome, startChild, type Unread } from './child-process.ts'
import type { OnPage } from './protocol.ts'

export interface PoolOptions {
  /** URL of the module whose `readDocument` reads a task. */
  module: string
  /** Documents at the same time. */
  jobs: number
  /** Bytes that a child may hold. */
  memory: number
  /** Milliseconds that a document may take; each of its page images that are recognised has them anew. */
  timeLimit: number
}

/** Processes that read documents. The caller has no more than `jobs` and `ahead` documents here at a time. */
export interface Pool {
  /** Documents to be given ahead, to processes whose last one was short, so that they find the next ones at once. */
  readonly ahead: number
  read(task: Task, onPage?: OnPage): Promise<ChildOutcome>
  /** Reads with all the memory that the pool may use: for the caller to call when nothing else runs. */
  readAlone(task: Task, onPage?: OnPage): Promise<ChildOutcome>
  /** Ends every child at once. Documents in work end as lost. */
  close(): Promise<void>
}

/** A child that holds this share of its memory after a document is replaced: the next document wants its own. */
const tiredShare = 0.6

/**
 * A process gets the next document ahead where its last one took no more than so many milliseconds: longer ones would
 * keep it from other processes that have nothing to do, and gain nothing by it. Of still shorter ones it gets as many as
 * fill the second time: it answers in groups, and has more to do while a group is on its way.
 */
const quickPace = 500
const aheadTime = 150
const mostAhead = 16
/** Only short texts are given behind more than one document: what is longer may take a process long, and keep those behind it. */
const shortText = 1 << 16

function aheadOf({ alive, pace }: Child): number {
  if (!alive || pace === undefined || pace > quickPace) return 0
  return Math.min(Math.max(Math.floor(aheadTime / pace), 1), mostAhead)
}

/** A child that dies while it starts says nothing about a document. */
const startAttempts = 3

/** Children die before they can read anything: too little memory, or a fault of the program. */
export class PoolStartError extends Error {
  override readonly name = 'PoolStartError'
}

/** Starts children as they are needed and keeps them for the next document. */
export function openPool({ module, jobs, memory, timeLimit }: PoolOptions): Pool {
  const ready = new Set<Child>()
  const all = new Set<Child>()
  let closed = false
  /** Undefined where the pool was closed meanwhile. */
  const start = async (limits: ChildLimits): Promise<Child | undefined> => {
    let lastWords = ''
    for (let i = 0; i < startAttempts && !closed; i++) {
      const child = startChild(module, limits)
      all.add(child)
      const fault = await child.started
      if (fault === undefined) return child
      lastWords = fault
      await end(child)
    }
    if (closed) return undefined
    throw new PoolStartError(lastWords)
  }
  const end = async (child: Child): Promise<void> => {
    all.delete(child)
    ready.delete(child)
    await child.kill()
  }
  /** Resolves with the next answer of any child. */
  let next = Promise.withResolvers<void>()
  const rouse = (): void => {
    next.resolve()
    next = Promise.withResolvers()
  }
  /** A child with nothing to do, or a new one, or one that will soon be done. */
  const take = async ({ size }: Task): Promise<Child | undefined> => {
    for (;;) {
      for (const child of ready) if (!child.alive) await end(child)
      const [best] = [...ready].sort((a, b) => a.pending - b.pending)
      if (closed || !best || (best.pending > 0 && all.size < jobs)) break
      if (best.pending <= (size > shortText ? 1 : mostAhead)) return best
      await next.promise
    }
    const child = await start({ memory, cpus: jobs < availableParallelism() ? 'several' : 'one' })
    if (child) ready.add(child)
    return child
  }
  const lost: ChildOutcome = { kind: 'failed', fault: { reason: 'lost', message: 'the run was ended' } }
  return {
    get ahead() {
      return [...ready].reduce((sum, child) => sum + aheadOf(child), 0)
    },
    read: async (task, onPage) => {
      while (!closed) {
        const child = await take(task)
        if (!child) return lost
        const outcome: ChildOutcome | Unread = await child.read(task, timeLimit, onPage)
        rouse()
        // The one before it took the process with it: another process reads it.
        if (outcome.kind === 'unread') continue
        const tired = (outcome.memory ?? 0) > memory * tiredShare
        if (!child.alive || tired || closed) await end(child)
        return outcome
      }
      return lost
    },
    readAlone: async (task, onPage) => {
      if (closed) return lost
      for (const child of ready) await end(child)
      const child = await start({ memory: memory * jobs, cpus: 'several' })
      if (!child) return lost
      const outcome = await child.read(task, timeLimit, onPage)
      await end(child)
      return outcome.kind === 'unread' ? lost : outcome
    },
    close: async () => {
      closed = true
      rouse()
      await Promise.all([...all].map(end))
    },
  }
}
