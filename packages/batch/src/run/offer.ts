import { type ListedFile, listFiles } from '../inputs/files.ts'
import type { OcrMatches } from '../inputs/ocr-files.ts'
import { type Pipeline, tasksOf } from '../inputs/tasks.ts'
import type { JournalQueue } from '../journal/journal-queue.ts'
import type { Task } from '../schema/task.ts'
import type { BatchEvent } from './event.ts'

export interface Inputs {
  /** Files, folders, globs and archives. */
  operands: Iterable<string> | AsyncIterable<string>
  /** The folder of the results, which is no input where it lies in another. */
  output: string
  pipeline: Pipeline
  /** Folder or archive with what another program recognised on the pages of documents. */
  ocr?: string | undefined
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

const ocrTold =
  (tell: (event: BatchEvent) => void) =>
  ({ taken, missing, unused }: OcrMatches): void =>
    tell({ event: 'ocr', taken: taken.size, missing, unused })

/** The tasks of all inputs; what is none goes to the journal and to `tell`. All names are listed before the first is read. */
export async function* offeredTasks(
  { operands, output, pipeline, ocr }: Inputs,
  journal: JournalQueue,
  tell: (event: BatchEvent) => void,
): AsyncGenerator<Task> {
  const files: ListedFile[] = []
  for await (const file of listFiles(operands, output)) files.push(file)
  tell({ event: 'listed', files: files.length })
  const told = ocr === undefined ? undefined : { folder: ocr, tell: ocrTold(tell) }
  for await (const offered of tasksOf(each(files), pipeline, told)) {
    if ('task' in offered) {
      yield offered.task
      continue
    }
    const { path, reason, message } = offered.refusal
    if (await journal.refuse(offered.refusal)) tell({ event: 'failed', path, key: '', reason, message, attempts: 0 })
    else tell({ event: 'offered', added: 0, done: 0, failed: 1, same: 0 })
  }
}
