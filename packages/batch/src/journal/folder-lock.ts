import { join } from 'node:path'
import { openSqlite } from '../sqlite.ts'

/** Another run works on the same folder. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError'
}

/**
 * Takes a folder for this process alone. SQLite asks the operating system for the lock, which lets go of it when the
 * process ends in whatever way: there is no such thing as a stale lock.
 * @throws {FolderInUseError}
 */
export async function lockFolder(folder: string): Promise<{ release(): void }> {
  const database = await openSqlite(join(folder, '.lock'))
  try {
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    const busy = (error as { errcode?: number }).errcode === 5
    throw busy ? new FolderInUseError(`${folder} is in use`, { cause: error }) : error
  }
  return { release: () => database.close() }
}
