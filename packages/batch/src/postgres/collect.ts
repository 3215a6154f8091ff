import type { JournalQueue } from '../journal/journal-queue.ts'
import type { BatchEvent } from '../run/event.ts'
import type { PostgresQueue } from './postgres-queue.ts'

/** Keys that are asked for at a time. */
const askSize = 500

/** Fetches what became of everything that the journal still expects; resolves with how many outcomes it kept. */
export async function collect(
  queue: PostgresQueue,
  journal: JournalQueue,
  tell: (event: BatchEvent) => void,
): Promise<number> {
  const keys = journal.expected()
  let kept = 0
  for (let i = 0; i < keys.length; i += askSize)
    for (const head of await queue.heads(keys.slice(i, i + askSize))) {
      const { key, attempts, seconds, cpuSeconds, failure, facts } = head
      const task = journal.expects(key)
      if (!task) continue
      if (failure) {
        await journal.keepFailure(task, failure)
        tell({ event: 'failed', path: task.path, key, ...failure })
      } else if (facts) {
        const json = await queue.result(key)
        if (json === undefined) continue
        await journal.keepResult(task, { json, facts, seconds, cpuSeconds, attempts })
        tell({ event: 'done', path: task.path, key, seconds, attempts, facts })
      }
      kept++
    }
  return kept
}
