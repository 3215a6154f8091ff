import type { Facts, Failure } from '../schema/outcome.ts'
import type { Task } from '../schema/task.ts'

/** A task that this process works on until it completes or fails it, or stops sending heartbeats. */
export interface Claim {
  id: string
  task: Task
}

/** A result as the journal keeps it: JSON (in UTF-8, where bytes) that nobody needs to parse on the way. */
export interface Completion {
  json: string | Uint8Array
  facts: Facts
  seconds: number
  cpuSeconds: number
  attempts: number
}

/** What became of an offered task: new work, done or failed in an earlier run, or the contents of another path. */
export type Offer = 'added' | 'done' | 'failed' | 'same'

export interface QueueStats {
  waiting: number
  active: number
  done: number
  failed: number
}

/** Work to do and what came of it. Both back ends hold to it: the journal of a folder, and PostgreSQL. */
export interface Queue {
  /** Idempotent: what is there already is not added again. Resolves in the order of the tasks. */
  enqueue(tasks: readonly Task[]): Promise<Offer[]>
  /** At most so many tasks, each for one claimer alone. */
  claim(count: number): Promise<Claim[]>
  /** Says that the claims are still worked on. Resolves with the ids of those that were taken away meanwhile. */
  heartbeat(claims: readonly Claim[]): Promise<string[]>
  /** Keeps the result and ends the task, both or neither; false where another worker had ended it. */
  complete(claim: Claim, completion: Completion): Promise<boolean>
  /** Puts the task on the dead-letter list; false where another worker had ended it. */
  fail(claim: Claim, failure: Failure): Promise<boolean>
  /** Gives tasks back untouched, as on Ctrl-C. */
  release(claims: readonly Claim[]): Promise<void>
  stats(): Promise<QueueStats>
  close(): Promise<void>
}
