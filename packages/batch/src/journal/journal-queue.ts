import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Refusal } from '../inputs/refusal.ts'
import { type Pipeline, pipelineName } from '../inputs/tasks.ts'
import type { Claim, Completion, Offer, Queue } from '../queue/queue.ts'
import { taskKey } from '../queue/task-key.ts'
import type { Failure, JournalLine } from '../schema/outcome.ts'
import type { Task } from '../schema/task.ts'
import { lockFolder } from './folder-lock.ts'
import {
  addJournalLine,
  addResult,
  emptyIndex,
  type JournalIndex,
  journalName,
  resultLine,
  resultsName,
} from './journal.ts'
import { openLineFile } from './line-file.ts'

export interface JournalOptions {
  pipeline: Pipeline
  /** Takes up again what failed in earlier runs. */
  retryFailed?: boolean
}

export interface JournalQueue extends Queue {
  readonly index: JournalIndex
  /** Keeps an outcome that another place came to, as the results of a shared queue. */
  keepResult(task: Task, completion: Completion): Promise<void>
  keepFailure(task: Task, failure: Failure): Promise<void>
  /** Keeps why a path holds no document; false where an earlier run said the same. */
  refuse(refusal: Refusal): Promise<boolean>
  /** Whether a key was offered and has no outcome yet. */
  expects(key: string): Task | undefined
  /** All such keys. */
  expected(): string[]
}

interface Pending {
  task: Task
  /** Paths with the same contents. */
  aliases: string[]
}

/**
 * The queue of one folder: results.ndjson and journal.ndjson, a line an outcome, synced before it counts.
 * What is waiting or in work is in memory only: after a kill it is found again, as it has no line.
 * @throws {FolderInUseError} where another run holds the folder
 */
export async function openJournal(folder: string, options: JournalOptions): Promise<JournalQueue> {
  await mkdir(folder, { recursive: true })
  const lock = await lockFolder(folder)
  const index = emptyIndex()
  const visitors = (): Promise<typeof import('./read-journal.ts')> => import('./read-journal.ts')
  const results = await openLineFile(join(folder, resultsName), async () => {
    const { visitResult } = await visitors()
    return (line) => visitResult(index, line)
  })
  const journal = await openLineFile(join(folder, journalName), async () => {
    const { visitJournal } = await visitors()
    return (line) => visitJournal(index, line)
  })
  const pipeline = pipelineName(options.pipeline)
  const open = new Map<string, Pending>()
  const waiting: string[] = []
  const active = new Set<string>()
  const retried = new Set<string>()
  const stamp = (): { seq: number; at: string } => ({ seq: ++index.lastSeq, at: new Date().toISOString() })
  const note = (lines: readonly JournalLine[]): Promise<void> => {
    if (lines.length === 0) return Promise.resolve()
    for (const line of lines) addJournalLine(index, line)
    return journal.append(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  }
  const sameLine = (key: string, path: string): JournalLine => ({ ...stamp(), type: 'same', key, path })
  const failedLine = ({ key, sha256 }: Task, path: string, failure: Failure): JournalLine => ({
    ...stamp(),
    type: 'failed',
    key,
    path,
    sha256,
    pipeline,
    ...failure,
  })
  const end = (key: string): Pending | undefined => {
    const pending = open.get(key)
    open.delete(key)
    active.delete(key)
    return pending
  }

  const keepResult = async (task: Task, completion: Completion): Promise<void> => {
    const { key, path, sha256 } = task
    const { json, seconds, cpuSeconds, attempts, facts } = completion
    const { seq, at } = stamp()
    const head = { seq, key, path, sha256, pipeline, at, seconds, cpuSeconds, attempts, facts }
    await results.append(...resultLine(head, json))
    addResult(index, head)
    await note((end(key)?.aliases ?? []).map((alias) => sameLine(key, alias)))
  }
  const keepFailure = async (task: Task, failure: Failure): Promise<void> => {
    const paths = [task.path, ...(end(task.key)?.aliases ?? [])]
    await note(paths.map((path) => failedLine(task, path, failure)))
  }

  const offer = (task: Task, lines: JournalLine[]): Offer => {
    const { key, path } = task
    const known = index.paths.get(path)
    const isKnown = known?.key === key
    const pending = open.get(key)
    if (pending) {
      if (pending.task.path !== path) pending.aliases.push(path)
      return 'same'
    }
    if (index.done.has(key)) {
      if (isKnown && known.status !== 'failed') return known.status
      lines.push(sameLine(key, path))
      return 'same'
    }
    const failed = index.failed.get(key)
    if (failed && (!options.retryFailed || retried.has(key))) {
      const { reason, message, attempts } = failed
      if (!isKnown) lines.push(failedLine(task, path, { reason, message, attempts }))
      return 'failed'
    }
    retried.add(key)
    open.set(key, { task, aliases: [] })
    waiting.push(key)
    return 'added'
  }

  return {
    index,
    enqueue: async (tasks) => {
      const lines: JournalLine[] = []
      const offers = tasks.map((task) => offer(task, lines))
      // Offered in groups already; the next group would wait for this one's sync to be shared.
      await Promise.all([note(lines), journal.flush()])
      return offers
    },
    claim: async (count) =>
      waiting.splice(0, count).flatMap((key): Claim[] => {
        const task = open.get(key)?.task
        if (!task) return []
        active.add(key)
        return [{ id: key, task }]
      }),
    heartbeat: async () => [],
    complete: async ({ id, task }, completion) => {
      if (!active.has(id)) return false
      await keepResult(task, completion)
      return true
    },
    fail: async ({ id, task }, failure) => {
      if (!active.has(id)) return false
      await keepFailure(task, failure)
      return true
    },
    release: async (claims) => {
      for (const { id } of claims) if (active.delete(id)) waiting.push(id)
    },
    stats: async () => ({
      waiting: waiting.length,
      active: active.size,
      done: index.done.size,
      failed: index.failed.size,
    }),
    close: async () => {
      await results.close()
      await journal.close()
      lock.release()
    },
    keepResult,
    keepFailure,
    refuse: async ({ path, reason, message }) => {
      const known = index.paths.get(path)
      if (known?.status === 'failed' && known.failure.reason === reason) return false
      const key = taskKey(`path ${path}`, pipeline)
      await note([{ ...stamp(), type: 'failed', key, path, sha256: '', pipeline, reason, message, attempts: 0 }])
      return true
    },
    expects: (key) => open.get(key)?.task,
    expected: () => [...open.keys()],
  }
}
