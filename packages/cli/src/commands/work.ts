import { openPool, runBatch } from '@kyoyaku/batch'
import { openPostgresQueue } from '@kyoyaku/batch/postgres'
import type { CommandLine } from '../command-line.ts'
import { failedStatus } from '../exit-status.ts'
import type { Terminal } from '../terminal.ts'
import { documentModule, pipelineOf } from './batch-document-module.ts'
import { limitsOf } from './batch-limits.ts'
import { reporterOf } from './batch-report.ts'
import { interruption, runFault, statusOf } from './batch-run.ts'
import { queueUrl } from './queue-url.ts'

/** Milliseconds between two looks into an empty queue. */
const poll = 1000

/** `kyoyaku work`: reads what a queue has, on any machine that sees the same files. */
export async function workOnQueue(terminal: Terminal, values: CommandLine['values']): Promise<number> {
  const url = queueUrl(terminal, values)
  if (url === undefined) return failedStatus
  const limits = limitsOf(values)
  const signal = interruption()
  const report = reporterOf(terminal, { json: values.json !== undefined })
  try {
    const queue = await openPostgresQueue({ url, version: pipelineOf(values.engine) })
    try {
      const summary = await runBatch({
        queue,
        pool: openPool({ module: documentModule, ...limits }),
        jobs: limits.jobs,
        timeLimitSeconds: limits.timeLimit / 1000,
        signal,
        poll,
        forever: values['until-empty'] === undefined,
        onEvent: report.event,
      })
      return statusOf(summary)
    } finally {
      await queue.close()
    }
  } catch (error) {
    return runFault(terminal, { url }, error)
  } finally {
    await report.end()
  }
}
