import type { DatabaseSync } from 'node:sqlite'

/** Opens a database with Node's own SQLite, without the warning that the module is experimental. */
export async function openSqlite(path: string): Promise<DatabaseSync> {
  const { emitWarning } = process
  process.emitWarning = (): void => {}
  try {
    const { DatabaseSync } = await import('node:sqlite')
    return new DatabaseSync(path)
  } finally {
    process.emitWarning = emitWarning
  }
}
