import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { StatementSync } from 'node:sqlite'
import { openSqlite } from '../../sqlite.ts'
import type { ColumnType, Value } from '../column.ts'
import type { TableShape } from '../rows.ts'
import { partOf, refuseFolder, type TableWriter } from './writer.ts'

const types: Record<ColumnType, string> = { text: 'TEXT', integer: 'INTEGER', number: 'REAL', boolean: 'INTEGER' }

const quoted = (name: string): string => `"${name}"`

const stored = (value: Value): string | number | null =>
  value === undefined ? null : typeof value === 'boolean' ? Number(value) : value

/** One SQLite database; a table `columns` says what every column means. */
export async function sqliteWriter(path: string, shapes: readonly TableShape[]): Promise<TableWriter> {
  const part = partOf(path)
  await mkdir(dirname(path), { recursive: true })
  await refuseFolder(path)
  await rm(part, { force: true })
  const database = await openSqlite(part)
  // The file gets its name when it is whole, so that a crash leaves nothing to recover.
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN')
  database.exec('CREATE TABLE columns ("table" TEXT, "column" TEXT, "type" TEXT, "about" TEXT)')
  const note = database.prepare('INSERT INTO columns VALUES (?, ?, ?, ?)')
  const inserts = new Map<string, { statement: StatementSync; names: string[] }>()
  for (const { name, columns } of shapes) {
    database.exec(
      `CREATE TABLE ${quoted(name)} (${columns.map((c) => `${quoted(c.name)} ${types[c.type]}`).join(', ')})`,
    )
    for (const column of columns) note.run(name, column.name, column.type, column.about)
    const statement = database.prepare(`INSERT INTO ${quoted(name)} VALUES (${columns.map(() => '?').join(', ')})`)
    inserts.set(name, { statement, names: columns.map((column) => column.name) })
  }
  return {
    add: async (table, rows) => {
      const insert = inserts.get(table)
      for (const row of insert ? rows : []) insert?.statement.run(...insert.names.map((name) => stored(row[name])))
    },
    end: async () => {
      for (const { name, columns } of shapes)
        for (const key of ['document', 'project'])
          if (columns.some((column) => column.name === key))
            database.exec(`CREATE INDEX ${quoted(`${name}_${key}`)} ON ${quoted(name)} (${quoted(key)})`)
      database.exec('COMMIT')
      database.close()
      await rename(part, path)
      return [path]
    },
    abandon: async () => {
      // Closed already where it could not get its name.
      if (database.isOpen) database.close()
      await rm(part, { force: true })
    },
  }
}
