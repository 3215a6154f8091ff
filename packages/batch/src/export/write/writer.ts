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

/** The name of a file while it is written. */
export const partOf = (path: string): string => `${path}.part`
