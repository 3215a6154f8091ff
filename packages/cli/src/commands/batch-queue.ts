import { type BatchEvent, type Inputs, type JournalQueue, offeredTasks, openPool, type Summary } from '@kyoyaku/batch'
import { openPostgresQueue, runShared } from '@kyoyaku/batch/postgres'
import { documentModule } from './batch-document-module.ts'
import type { Limits } from './batch-limits.ts'

export interface QueueRun {
  limits: Limits
  retryFailed: boolean
  signal: AbortSignal
  onEvent: (event: BatchEvent) => void
}

/** `kyoyaku batch --queue`: sends the documents to a queue, works on it too, and gathers the results. */
export async function runOverQueue(
  url: string,
  journal: JournalQueue,
  inputs: Inputs,
  { limits, retryFailed, signal, onEvent }: QueueRun,
): Promise<Summary & { interrupted: boolean }> {
  const queue = await openPostgresQueue({ url, version: inputs.pipeline.version, retryFailed })
  try {
    return await runShared({
      queue,
      journal,
      pool: openPool({ module: documentModule, ...limits }),
      jobs: limits.jobs,
      timeLimitSeconds: limits.timeLimit / 1000,
      tasks: (tell) => offeredTasks(inputs, journal, tell),
      signal,
      onEvent,
    })
  } finally {
    await queue.close()
  }
}
