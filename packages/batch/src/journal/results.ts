import { access, open } from 'node:fs/promises'
import { join } from 'node:path'
import type { ParseResult } from '@kyoyaku/core'
import type { Failure } from '../schema/outcome.ts'
import { type JournalIndex, resultsName } from './journal.ts'
import { readLines } from './line-file.ts'
import { headOf, readJournal } from './read-journal.ts'

/** Bytes of a line in results.ndjson, from and to. */
export type ResultPlace = readonly [number, number]

export interface FolderResult {
  path: string
  result: ParseResult
  place: ResultPlace
}

export type FolderFailure = { path: string } & Failure

/** The path that speaks for a key: the one it was read under, unless that holds something else by now. */
function pathsByKey({ paths }: JournalIndex, among?: ReadonlySet<string>): Map<string, string> {
  const chosen = new Map<string, string>()
  for (const [path, { key, status }] of paths) {
    if (among && !among.has(path)) continue
    if (status === 'done' || (status === 'same' && !chosen.has(key))) chosen.set(key, path)
  }
  return chosen
}

/** A line whose head was kept and whose result was not: somebody else than a run wrote it, or a disk lost it. */
export class DamagedResultError extends Error {
  override readonly name = 'DamagedResultError'
  readonly path: string
  constructor(path: string) {
    super(`the line of ${path} is damaged`)
    this.path = path
  }
}

function resultOf(line: Buffer, path: string): ParseResult {
  try {
    return (JSON.parse(line.toString()) as { result: ParseResult }).result
  } catch {
    throw new DamagedResultError(path)
  }
}

/** Whether a run of a batch wrote its results here. */
export async function isResultFolder(folder: string): Promise<boolean> {
  try {
    await access(join(folder, resultsName))
    return true
  } catch {
    return false
  }
}

/**
 * Every result of a folder, one at a time. Of a file that was read more than once the last reading counts; contents
 * that lie in several files are given once. `among`: no other files than these.
 * @throws {DamagedResultError}
 */
export async function* resultsOfFolder(
  folder: string,
  { index, among }: { index?: JournalIndex; among?: ReadonlySet<string> | undefined } = {},
): AsyncGenerator<FolderResult> {
  const paths = pathsByKey(index ?? (await readJournal(folder)), among)
  let start = 0
  for await (const { line, end } of readLines(join(folder, resultsName))) {
    const place: ResultPlace = [start, end]
    start = end
    const key = headOf(line)?.key
    const path = key === undefined ? undefined : paths.get(key)
    if (key === undefined || path === undefined) continue
    paths.delete(key)
    yield { path, result: resultOf(line, path), place }
  }
}

/** A result of a folder again, so that nobody need keep them all. */
export async function resultAt(folder: string, [start, end]: ResultPlace): Promise<ParseResult> {
  const file = await open(join(folder, resultsName))
  try {
    const line = Buffer.allocUnsafe(end - start)
    await file.read(line, 0, line.length, start)
    return resultOf(line, folder)
  } finally {
    await file.close()
  }
}

/** The files of a folder that have no result, with their reasons, in order of their paths. */
export async function failuresOfFolder(folder: string): Promise<FolderFailure[]> {
  const { paths } = await readJournal(folder)
  return [...paths]
    .flatMap(([path, state]): FolderFailure[] => {
      if (state.status !== 'failed') return []
      const { reason, message, attempts } = state.failure
      return [{ path, reason, message, attempts }]
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}
