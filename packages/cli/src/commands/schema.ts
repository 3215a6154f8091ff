import { isSchemaName, jsonSchema, schemaNames } from '@kyoyaku/core/schema'
import { failedStatus } from '../exit-status.ts'
import { say, type Words } from '../locale.ts'
import type { Terminal } from '../terminal.ts'

const unknown: Words = {
  ja: 'kyoyaku: {name} という型はありません。次のいずれかを指定してください: {names}',
  en: 'kyoyaku: {name}: no such type; the names are {names}',
}

/** `kyoyaku schema`: the JSON Schema of one type. */
export async function printSchema(terminal: Terminal, name = 'parse-result'): Promise<number> {
  if (!isSchemaName(name)) {
    terminal.tell(say(unknown, terminal.locale, { name, names: schemaNames.join(', ') }))
    return failedStatus
  }
  await terminal.write(`${JSON.stringify(jsonSchema(name), undefined, 2)}\n`)
  return 0
}
