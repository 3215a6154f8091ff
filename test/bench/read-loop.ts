import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readDocument } from '../../packages/cli/src/commands/batch-document.ts'

// What a batch is measured by: every file below a folder, read by the same reader, one after the other in one process.
const [, , folder = ''] = process.argv
const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
const cpu = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
const read = async (count: number): Promise<{ seconds: number; cpuSeconds: number }> => {
  const [start, before] = [performance.now(), cpu()]
  for (const { parentPath, name } of files.slice(0, count)) {
    const file = join(parentPath, name)
    await readDocument({ key: '', path: file, file, name, sha256: '', size: 0, locale: 'en' })
  }
  return { seconds: (performance.now() - start) / 1000, cpuSeconds: cpu() - before }
}
// A run of a batch is measured from its first document on, too.
await read(1)
console.log(JSON.stringify({ documents: files.length, ...(await read(files.length)) }))
