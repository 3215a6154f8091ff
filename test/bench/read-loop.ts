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
const read = async (some: typeof files): Promise<void> => {
  for (const { parentPath, name } of some) {
    const file = join(parentPath, name)
    await readDocument({ key: '', path: file, file, name, sha256: '', size: 0, locale: 'en' })
  }
}
const before = cpu()
// The time of a batch is taken from its first result on, too.
await read(files.slice(0, 1))
const start = performance.now()
await read(files.slice(1))
const seconds = (performance.now() - start) / 1000
console.log(JSON.stringify({ documents: files.length - 1, seconds, cpuSeconds: cpu() - before }))
