import type { Task } from '../schema/task.ts'
import { type Child, type ChildOutcome, startChild } from './child-process.ts'

export interface PoolOptions {
  /** URL of the module whose `readDocument` reads a task. */
  module: string
  /** Documents at the same time. */
  jobs: number
  /** Bytes that a child may hold. */
  memory: number
  /** Milliseconds that a document may take. */
  timeLimit: number
}

/** Processes that read documents. The caller runs no more than `jobs` at a time. */
export interface Pool {
  read(task: Task): Promise<ChildOutcome>
  /** Reads with all the memory that the pool may use: for the caller to call when nothing else runs. */
  readAlone(task: Task): Promise<ChildOutcome>
  /** Ends every child at once. Documents in work end as lost. */
  close(): Promise<void>
}

/** A child that holds this share of its memory after a document is replaced: the next document wants its own. */
const tiredShare = 0.6

/** A child that dies while it starts says nothing about a document. */
const startAttempts = 3

/** Children die before they can read anything: too little memory, or a fault of the program. */
export class PoolStartError extends Error {
  override readonly name = 'PoolStartError'
}

/** Starts children as they are needed and keeps them for the next document. */
export function openPool({ module, jobs, memory, timeLimit }: PoolOptions): Pool {
  const idle: Child[] = []
  const all = new Set<Child>()
  let closed = false
  /** Undefined where the pool was closed meanwhile. */
  const start = async (limit: number): Promise<Child | undefined> => {
    let lastWords = ''
    for (let i = 0; i < startAttempts && !closed; i++) {
      const child = startChild(module, limit)
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
    await child.kill()
  }
  const take = async (): Promise<Child | undefined> => {
    for (let child = idle.pop(); child; child = idle.pop()) {
      if (child.alive) return child
      all.delete(child)
    }
    return start(memory)
  }
  const lost: ChildOutcome = { kind: 'failed', fault: { reason: 'lost', message: 'the run was ended' } }
  return {
    read: async (task) => {
      if (closed) return lost
      const child = await take()
      if (!child) return lost
      const outcome = await child.read(task, timeLimit)
      const tired = (outcome.memory ?? 0) > memory * tiredShare
      if (child.alive && !tired && !closed) idle.push(child)
      else await end(child)
      return outcome
    },
    readAlone: async (task) => {
      if (closed) return lost
      for (const child of idle.splice(0)) await end(child)
      const child = await start(memory * jobs)
      if (!child) return lost
      const outcome = await child.read(task, timeLimit)
      await end(child)
      return outcome
    },
    close: async () => {
      closed = true
      await Promise.all([...all].map(end))
    },
  }
}
