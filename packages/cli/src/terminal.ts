import { failedStatus } from './exit-status.ts'
import { faultLine } from './faults.ts'
import { type Locale, say, type Words } from './locale.ts'
import { oneLine } from './one-line.ts'

/** What a command may do to the outside, apart from reading and writing files. */
export interface Terminal {
  locale: Locale
  /** Results, and nothing else. Resolves when they are handed over, so that a slow reader slows the writer down. */
  write(text: string | Uint8Array): Promise<void>
  /** Everything else: a line on standard error. */
  tell(line: string): void
  /** A line that the next one replaces; nothing where nobody watches. */
  progress(line: string): void
  /** Whether a person reads the results. */
  interactive: boolean
  /** Width in columns; undefined where the output is no terminal. */
  columns: number | undefined
}

/** From here on characters may take two columns. */
const firstWide = '\u1100'

const eraseLine = '\r\u001b[K'

const outputName: Words = { ja: '標準出力', en: 'standard output' }

/** Ends the process where its results can no longer be handed over. */
export function endOutput(error: NodeJS.ErrnoException, locale: Locale): never {
  // A reader that has seen enough (head, less) closes the pipe: that is no fault of anybody's.
  if (error.code === 'EPIPE') process.exit()
  process.stderr.write(`${faultLine(say(outputName, locale), error, locale)}\n`)
  process.exit(failedStatus)
}

/** A line that goes into a row of a terminal; one that wraps could not be taken back. */
function cutLine(line: string, columns: number): string {
  let used = 0
  let kept = ''
  for (const c of oneLine(line)) {
    used += c < firstWide ? 1 : 2
    if (used >= columns) break
    kept += c
  }
  return kept
}

export function processTerminal(locale: Locale): Terminal {
  const { stdout, stderr } = process
  stdout.on('error', (error: NodeJS.ErrnoException) => endOutput(error, locale))
  // What cannot be said is no reason to stop, unless nobody listens any longer.
  stderr.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit()
  })
  let progressing = false
  const clear = (): void => {
    if (progressing) stderr.write(eraseLine)
    progressing = false
  }
  return {
    locale,
    write: (text) => {
      clear()
      return new Promise((resolve) => stdout.write(text, () => resolve()))
    },
    tell: (line) => {
      clear()
      stderr.write(`${line}\n`)
    },
    progress: (line) => {
      if (!stderr.isTTY) return
      clear()
      progressing = line !== ''
      stderr.write(cutLine(line, stderr.columns || Infinity))
    },
    interactive: stdout.isTTY === true,
    columns: stdout.isTTY ? stdout.columns : undefined,
  }
}
