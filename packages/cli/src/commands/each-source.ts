import type { Source } from '@kyoyaku/core'
import { type Engine, lackLine } from '../engine.ts'
import { failedStatus } from '../exit-status.ts'
import { faultLine } from '../faults.ts'
import { sourceOf } from '../inputs.ts'
import type { Terminal } from '../terminal.ts'

/** The source of a file of the command line, the page that is recognised shown meanwhile. */
export function watchedSource(
  terminal: Terminal,
  path: string,
  options: { engine?: Engine | undefined; before?: string; told?: Source | undefined } = {},
): Promise<Source> {
  const { engine, before = '', told } = options
  return sourceOf(path, {
    engine,
    told,
    onLack: (lack) => terminal.tell(lackLine(lack, terminal.locale)),
    onPage: (done, all) => terminal.progress(`${before}${path} (${all === undefined ? done : `${done}/${all}`})`),
  })
}

/** Does one thing to every file, one after the other. A file that fails gets its line, and the rest go on; a visit that is false has told what failed. */
export async function eachSource(
  terminal: Terminal,
  paths: readonly string[],
  visit: (source: Source, path: string) => Promise<boolean>,
  engine?: Engine,
  told?: Source,
): Promise<number> {
  let failures = 0
  for (const [i, path] of paths.entries()) {
    const before = paths.length > 1 ? `${i + 1}/${paths.length} ` : ''
    if (before !== '') terminal.progress(before + path)
    try {
      if (!(await visit(await watchedSource(terminal, path, { engine, before, told }), path))) failures++
    } catch (error) {
      failures++
      terminal.tell(faultLine(path, error, terminal.locale))
    }
  }
  terminal.progress('')
  return failures === 0 ? 0 : failedStatus
}
