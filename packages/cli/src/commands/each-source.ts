import type { Source } from '@kyoyaku/core'
import { faultLine } from '../faults.ts'
import { sourceOf } from '../inputs.ts'
import type { Terminal } from '../terminal.ts'

/** Exit status where something could not be read or written; errors of documents themselves are 1. */
export const failedStatus = 2

/** Does one thing to every file, one after the other. A file that fails gets its line, and the rest go on. */
export async function eachSource(
  terminal: Terminal,
  paths: readonly string[],
  visit: (source: Source, path: string) => Promise<void>,
): Promise<number> {
  let failures = 0
  for (const [i, path] of paths.entries()) {
    if (paths.length > 1) terminal.progress(`${i + 1}/${paths.length} ${path}`)
    try {
      await visit(await sourceOf(path), path)
    } catch (error) {
      failures++
      terminal.tell(faultLine(path, error, terminal.locale))
    }
  }
  terminal.progress('')
  return failures === 0 ? 0 : failedStatus
}
