import { openPostgresQueue, type PostgresQueue } from '@kyoyaku/batch/postgres'
import type { CommandLine } from '../command-line.ts'
import { failedStatus } from '../exit-status.ts'
import { say, type Words } from '../locale.ts'
import type { Terminal } from '../terminal.ts'
import { pipelineOf } from './batch-document-module.ts'
import { runFault } from './batch-run.ts'
import { queueUrl } from './queue-url.ts'

const words = {
  unknown: {
    ja: 'kyoyaku: queue {name} という操作はありません（status・retry・drain のいずれか）',
    en: 'kyoyaku: queue {name}: no such action; it is one of status, retry, drain',
  },
  status: {
    ja: '待ち {waiting}、処理中 {active}、済み {done}、失敗 {failed}',
    en: '{waiting} waiting, {active} in work, {done} done, {failed} failed',
  },
  retry: { ja: '失敗した {n} 件をキューに戻しました', en: '{n} failed documents are back in the queue' },
  drain: { ja: '待っていた {n} 件を取り消しました', en: '{n} waiting documents were taken off the queue' },
} as const satisfies Record<string, Words>

type Action = (queue: PostgresQueue) => Promise<{ words: Words; data: Record<string, unknown> }>

const actions: Readonly<Record<string, Action>> = {
  status: async (queue) => ({ words: words.status, data: { ...(await queue.stats()) } }),
  retry: async (queue) => ({ words: words.retry, data: { n: await queue.retryFailures() } }),
  drain: async (queue) => ({ words: words.drain, data: { n: await queue.drain() } }),
}

/** `kyoyaku queue`: shows a queue, gives failures another chance, or takes off what waits. */
export async function lookAfterQueue(terminal: Terminal, name: string, values: CommandLine['values']): Promise<number> {
  const { locale } = terminal
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined
  if (!action) {
    terminal.tell(say(words.unknown, locale, { name }))
    return failedStatus
  }
  const url = queueUrl(terminal, values)
  if (url === undefined) return failedStatus
  try {
    const queue = await openPostgresQueue({ url, version: pipelineOf(values.engine) })
    try {
      const { words, data } = await action(queue)
      await terminal.write(`${values.json === undefined ? say(words, locale, data) : JSON.stringify(data)}\n`)
      return 0
    } finally {
      await queue.close()
    }
  } catch (error) {
    return runFault(terminal, { url }, error)
  }
}
