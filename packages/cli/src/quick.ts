import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { formatOf } from '@kyoyaku/core'
import { type CommandLine, readCommandLine } from './command-line.ts'
import { parseFiles } from './commands/parse.ts'
import { localeAsked, localeOf } from './locale.ts'
import { isOutputFormat } from './output-format.ts'
import { quickTerminal } from './quick-terminal.ts'
import { looksLikeXml } from './readers.ts'

/** Bytes that tell plain text from anything else. */
const startLength = 64

/** Texts up to this length are parsed before code that is optimised meanwhile would make up for what that takes. */
const shortText = 30_000

/** Whether a path is a file of plain text. Pipes are left alone: what is read from them is gone. */
function isPlainText(path: string): boolean {
  try {
    if (!statSync(path).isFile()) return false
    const start = new Uint8Array(startLength)
    const file = openSync(path, 'r')
    const length = readSync(file, start, 0, startLength, null)
    closeSync(file)
    const bytes = start.subarray(0, length)
    return formatOf(bytes) === 'text' && !looksLikeXml(bytes)
  } catch {
    return false
  }
}

/** `parse FILE`, as most command lines are: what takes options apart is loaded for those that have some. */
const onlyOperand = ([command, path = '-', ...others]: readonly string[]): CommandLine | undefined =>
  command === 'parse' && path !== '' && !path.startsWith('-') && others.length === 0
    ? { command, operands: [path], values: {} }
    : undefined

/** What became of a command line. */
export interface Quick {
  status: number
  /** Nothing but results was written, and those have been handed over. */
  silent: boolean
  /** What ran: the types of the documents and the format in which they were printed. */
  kinds: string[]
}

/**
 * Runs a command line that parses one file of plain text; nothing where it asks for anything else. All that takes is in
 * one script, which starts in a fraction of the time that the modules of the whole command take. `optimize` is told whether
 * code that runs often is worth the work of the slowest compiler.
 */
export async function runQuickly(
  args: readonly string[],
  optimize: (wanted: boolean) => void = () => {},
): Promise<Quick | undefined> {
  const line = onlyOperand(args) ?? readCommandLine(args)
  if ('words' in line || line.command !== 'parse' || line.values.help !== undefined) return undefined
  const [path, ...others] = line.operands
  if (path === undefined || others.length > 0 || !isPlainText(path)) return undefined
  const { format, output } = line.values
  const terminal = quickTerminal(localeAsked(args) ?? localeOf(process.env))
  let silent = true
  const tell = (words: string): void => {
    silent = false
    terminal.tell(words)
  }
  const kinds = new Set<string>()
  let isShort = false
  const status = await parseFiles({ ...terminal, tell }, [path], {
    format: isOutputFormat(format) ? format : undefined,
    output,
    onSource: ({ text }) => {
      isShort = text.length <= shortText
      if (isShort) optimize(false)
    },
    onResult: ({ documents }, printedAs) => {
      kinds.add(printedAs)
      for (const { type } of documents) kinds.add(type)
    },
  })
  if (isShort) optimize(true)
  return { status, silent, kinds: [...kinds] }
}
