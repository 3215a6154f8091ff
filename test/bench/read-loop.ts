import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readDocument } from '../../packages/cli/src/commands/batch-document.ts'

// What a batch is measured by: every file below a folder, read by the same reader, one after the other in one process.
const [, , folder = '', repeats = '1'] = process.argv
const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
const read = async (count: number): Promise<number> => {
  const start = performance.now()
  for (const { parentPath, name } of files.slice(0, count)) {
    const file = join(parentPath, name)
    await readDocument({ key: '', path: file, file, name, sha256: '', size: 0, locale: 'en' })
  }
  return (performance.now() - start) / 1000
}
// A run of a batch is measured from its first document on, too.
await read(1)
for (let i = 0; i < Number(repeats); i++)
  console.log(JSON.stringify({ documents: files.length, seconds: await read(files.length) }))
