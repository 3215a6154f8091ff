import { existsSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Inputs,
  type JournalQueue,
  offeredTasks,
  openJournal,
  openPool,
  pathsOfList,
  resultsName,
  runBatch,
} from '@kyoyaku/batch'
import { type CommandLine, standardInput } from '../command-line.ts'
import { failedStatus } from '../exit-status.ts'
import { say, type Words } from '../locale.ts'
import type { Terminal } from '../terminal.ts'
import { makeFolder } from '../written-file.ts'
import { documentModule, pipelineOf } from './batch-document-module.ts'
import { failureLines } from './batch-failures.ts'
import { limitsOf } from './batch-limits.ts'
import { reporterOf } from './batch-report.ts'
import { interruptedStatus, interruption, runFault, statusOf } from './batch-run.ts'
import { batchWords, quoted } from './batch-words.ts'
import { queueUrl } from './queue-url.ts'
import { keepHeapSmall } from './small-heap.ts'

const words = {
  noFolder: {
    ja: 'kyoyaku: 結果のフォルダーを -o DIR で指定してください',
    en: 'kyoyaku: -o DIR is missing: the folder of the results',
  },
  noOcr: {
    ja: 'kyoyaku: {dir}: --ocr のフォルダーがありません',
    en: 'kyoyaku: {dir}: the folder of --ocr does not exist',
  },
  damaged: {
    ja: 'kyoyaku: {dir}: 壊れた行 {n} 行は使いません。ほかに結果のない文書は読み取り直します',
    en: 'kyoyaku: {dir}: {n} damaged lines are passed over; documents without another line are read again',
  },
} as const satisfies Record<string, Words>

async function* pathsOf(operands: readonly string[]): AsyncGenerator<string> {
  for (const operand of operands) {
    if (operand === standardInput) yield* pathsOfList(process.stdin)
    else yield operand
  }
}

/** `kyoyaku batch`: everything that the paths stand for, read into one folder, going on where an earlier run stopped. */
export async function runFolder(
  terminal: Terminal,
  operands: readonly string[],
  values: CommandLine['values'],
): Promise<number> {
  keepHeapSmall()
  const { locale } = terminal
  const output = values.output
  if (output === undefined) {
    terminal.tell(say(words.noFolder, locale))
    return failedStatus
  }
  if (values.ocr !== undefined && !existsSync(values.ocr)) {
    terminal.tell(say(words.noOcr, locale, { dir: values.ocr }))
    return failedStatus
  }
  if (values.queue !== undefined && queueUrl(terminal, values) === undefined) return failedStatus
  const limits = limitsOf(values)
  const retryFailed = values['retry-failed'] !== undefined
  const pipeline = { version: pipelineOf(values.engine), locale }
  const signal = interruption()
  // Of a process that ends because nobody reads what it says; the run itself says how it ended.
  process.exitCode = interruptedStatus
  let journal: JournalQueue
  try {
    makeFolder(output)
    journal = await openJournal(output, { pipeline, retryFailed })
  } catch (error) {
    return runFault(terminal, { dir: output, url: values.queue }, error)
  }
  const { damagedLines } = journal.index
  if (damagedLines > 0) terminal.tell(say(words.damaged, locale, { dir: output, n: damagedLines }))
  const report = reporterOf(terminal, { json: values.json !== undefined })
  try {
    const inputs: Inputs = { operands: pathsOf(operands), output, pipeline, ocr: values.ocr }
    const here = (): ReturnType<typeof runBatch> =>
      runBatch({
        queue: journal,
        pool: openPool({ module: documentModule, ...limits }),
        jobs: limits.jobs,
        timeLimitSeconds: limits.timeLimit / 1000,
        tasks: (tell) => offeredTasks(inputs, journal, tell),
        signal,
        onEvent: report.event,
      })
    const elsewhere = async (url: string): ReturnType<typeof runBatch> => {
      const { runOverQueue } = await import('./batch-queue.ts')
      return runOverQueue(url, journal, inputs, { limits, retryFailed, signal, onEvent: report.event })
    }
    const result = await (values.queue === undefined ? here() : elsewhere(values.queue))
    if (values.json === undefined) {
      const retriable = result.skipped.failed > 0
      for (const line of failureLines(journal.index, { dir: output, retriable, locale })) terminal.tell(line)
      if (journal.index.done.size > 0)
        terminal.tell(say(batchWords.written, locale, { dir: quoted(output), path: join(output, resultsName) }))
    }
    return statusOf(result)
  } catch (error) {
    return runFault(terminal, { dir: output, url: values.queue }, error)
  } finally {
    await report.end()
    await journal.close()
  }
}
