import type { DocumentRead, OnPage, Task } from '@kyoyaku/batch'
import { readOcrFile, taskBytes } from '@kyoyaku/batch/task-bytes'
import { formatOf, parse } from '@kyoyaku/core'
import { engineVariable, isEngine } from '../engine.ts'
import { readerOf, readOcr } from '../readers.ts'
import { tokenizer } from '../tokenizer.ts'

/** Reads one document of a batch; runs in a process of its own. */
export async function readDocument(task: Task, onPage?: OnPage): Promise<DocumentRead> {
  const bytes = await taskBytes(task)
  const told = await readOcrFile(task, readOcr)
  const engine = process.env[engineVariable]
  // The other cores have documents of their own.
  const options = { jobs: 1, ...(isEngine(engine) ? { engine } : {}), ...(onPage ? { onPage } : {}), told }
  const source = await readerOf(formatOf(bytes))(bytes, task.name, options)
  const result = await parse(source, { locale: task.locale, tokenizer })
  const diagnostics: Record<string, number> = {}
  for (const { code } of result.diagnostics) diagnostics[code] = (diagnostics[code] ?? 0) + 1
  return {
    json: JSON.stringify(result),
    sha256: result.source.sha256,
    facts: {
      pages: result.source.pages ?? 1,
      kinds: result.documents.map(({ type }) => type),
      diagnostics,
    },
  }
}
