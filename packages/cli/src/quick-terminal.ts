import { fstatSync, statSync, writeSync } from 'node:fs'
import { devNull } from 'node:os'
import type { Locale } from './locale.ts'
import { endOutput, processTerminal, type Terminal } from './terminal.ts'

const standardOutput = 1

/** Whether results go into a file, a pipe or nowhere, which take them as they come. */
function takesResults(): boolean {
  try {
    const output = fstatSync(standardOutput)
    return output.isFile() || output.isFIFO() || (output.isCharacterDevice() && output.rdev === statSync(devNull).rdev)
  } catch {
    return false
  }
}

/** Writes what is taken at once; gives the rest, where a pipe is full and its reader wants nobody to wait. */
function written(text: string | Uint8Array, locale: Locale): Uint8Array {
  let rest = typeof text === 'string' ? Buffer.from(text) : text
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(standardOutput, rest))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') endOutput(error as NodeJS.ErrnoException, locale)
  }
  return rest
}

/** The terminal of a process that hands over one result and ends: the streams of Node take longer to load than that, and serve only for what else there is to say. */
export function quickTerminal(locale: Locale): Terminal {
  if (!takesResults()) return processTerminal(locale)
  let streams: Terminal | undefined
  const terminal = (): Terminal => {
    streams ??= processTerminal(locale)
    return streams
  }
  return {
    locale,
    write: async (text) => {
      const rest = written(text, locale)
      if (rest.length > 0) await terminal().write(rest)
    },
    tell: (line) => terminal().tell(line),
    progress: (line) => (line === '' ? streams : terminal())?.progress(line),
    interactive: false,
    columns: undefined,
  }
}
