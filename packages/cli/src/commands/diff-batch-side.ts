import { existsSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { offeredTasks, openJournal, openPool, runBatch } from '@kyoyaku/batch'
import {
  type FolderFailure,
  failuresOfFolder,
  isResultFolder,
  type ResultPlace,
  resultAt,
  resultsOfFolder,
} from '@kyoyaku/batch/results'
import type { ParseResult } from '@kyoyaku/core'
import type { Terminal } from '../terminal.ts'
import { documentModule, pipelineOf } from './batch-document-module.ts'
import type { Limits } from './batch-limits.ts'
import type { Candidate } from './diff-batch-pairing.ts'
import { signatureOf } from './diff-batch-signature.ts'

/** A document of one side, without its contents. */
export interface SideDocument extends Candidate {
  path: string
  type: string
  title: string
  parties: string[]
  place: ResultPlace
}

/** One of the two folders, read. */
export interface Side {
  /** Where its results lie. */
  folder: string
  documents: SideDocument[]
  failures: FolderFailure[]
  /** Files that were read and hold no document of a kind that is known. */
  empty: string[]
}

export interface SideReading {
  terminal: Terminal
  limits: Limits
  engine: string | undefined
  signal: AbortSignal
}

const archiveOf = (path: string): string => path.split('!/')[0] ?? path

/** Reads the documents of a folder into another one, going on where an earlier run stopped; resolves with their paths. */
async function readFolder(
  dir: string,
  output: string,
  { terminal, limits, engine, signal }: SideReading,
): Promise<Set<string>> {
  const pipeline = { version: pipelineOf(engine), locale: terminal.locale }
  const journal = await openJournal(output, { pipeline })
  const paths = new Set<string>()
  let [ended, listed] = [0, 0]
  try {
    await runBatch({
      queue: journal,
      pool: openPool({ module: documentModule, ...limits }),
      jobs: limits.jobs,
      timeLimitSeconds: limits.timeLimit / 1000,
      tasks: async function* (tell) {
        for await (const task of offeredTasks({ operands: [dir], output: dirname(output), pipeline }, journal, tell)) {
          paths.add(task.path)
          yield task
        }
      },
      signal,
      onEvent: (event) => {
        if (event.event === 'listed') listed = event.files
        if (event.event === 'offered') ended += event.done + event.failed + event.same
        if (event.event === 'done' || event.event === 'failed') ended++
        terminal.progress(`${dir} ${ended}/${Math.max(listed, ended)}`)
      },
    })
  } finally {
    await journal.close()
    terminal.progress('')
  }
  return paths
}

/** A side of a comparison: a folder that a batch wrote is taken as it is, any other is read into `output`. */
export async function readSide(dir: string, output: string, reading: SideReading): Promise<Side> {
  const ready = await isResultFolder(dir)
  const folder = ready ? dir : output
  const among = ready ? undefined : await readFolder(dir, output, reading)
  const side: Side = { folder, documents: [], failures: [], empty: [] }
  for await (const { path, result, place } of resultsOfFolder(folder, { among })) {
    if (result.documents.length === 0) side.empty.push(path)
    for (const [index, document] of result.documents.entries())
      side.documents.push({
        path,
        file: basename(path),
        index,
        place,
        sha256: result.source.sha256,
        type: document.type,
        title: document.title,
        parties: 'parties' in document ? document.parties.map(({ name }) => name) : [],
        signature: signatureOf(document),
      })
  }
  // Results stand in the order in which they were ready.
  side.documents.sort((a, b) => (a.path === b.path ? a.index - b.index : a.path < b.path ? -1 : 1))
  side.empty.sort()
  // What an earlier run failed on may be gone by now.
  for (const failure of await failuresOfFolder(folder))
    if (ready || existsSync(archiveOf(failure.path))) side.failures.push(failure)
  return side
}

/** The result that holds one document and no other. */
export async function documentResult({ folder }: Side, { place, index }: SideDocument): Promise<ParseResult> {
  const result = await resultAt(folder, place)
  const alone = result.documents.length === 1
  // Which of its documents a file's diagnostics are about is not always to be told.
  return {
    ...result,
    documents: result.documents.slice(index, index + 1),
    diagnostics: alone ? result.diagnostics : [],
  }
}
