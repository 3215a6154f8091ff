import { stat } from 'node:fs/promises'
import type { Row } from '../column.ts'

/** Writes the tables of one data set. Files bear their names once they are whole. */
export interface TableWriter {
  add(table: string, rows: readonly Row[]): Promise<void>
  /** Resolves with the paths of what was written. */
  end(): Promise<string[]>
  /** How many texts were cut, in a format whose cells hold no more. */
  cutTexts?(): number
  /** Leaves nothing half written behind. */
  abandon(): Promise<void>
}

/** A format cannot hold so much; another one can. */
export class TooManyRowsError extends Error {
  override readonly name = 'TooManyRowsError'
}

/** A folder has the name that a table would get; it is no place to write to. */
export class FolderInPlaceError extends Error {
  override readonly name = 'FolderInPlaceError'
  readonly path: string

  constructor(path: string) {
    super(`${path} is a folder`)
    this.path = path
  }
}

/** Told before anything is written: a rename at the end would fail with all the work done. @throws {FolderInPlaceError} */
export async function refuseFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined)
  if (found?.isDirectory()) throw new FolderInPlaceError(path)
}

/** The name of a file while it is written. */
export const partOf = (path: string): string => `${path}.part`
