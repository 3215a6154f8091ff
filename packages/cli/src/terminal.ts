import type { Locale } from './locale.ts'

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

const eraseLine = '\r\u001b[K'

export function processTerminal(locale: Locale): Terminal {
  const { stdout, stderr } = process
  // A reader that has seen enough (head, less) closes the pipe: that is no fault of anybody's.
  for (const stream of [stdout, stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
      process.exit()
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
      stderr.write(line)
    },
    interactive: stdout.isTTY === true,
    columns: stdout.isTTY ? stdout.columns : undefined,
  }
}
