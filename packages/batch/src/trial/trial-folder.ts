import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A folder of its own for a test, with files by their names; gone with `remove`. */
export function trialFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): {
  path: string
  at(name: string): string
  remove(): void
} {
  const path = mkdtempSync(join(tmpdir(), 'kyoyaku-batch-'))
  const at = (name: string): string => join(path, name)
  for (const [name, contents] of Object.entries(files)) {
    mkdirSync(dirname(at(name)), { recursive: true })
    writeFileSync(at(name), contents)
  }
  return { path, at, remove: () => rmSync(path, { recursive: true }) }
}
