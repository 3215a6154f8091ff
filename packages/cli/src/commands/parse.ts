import { join } from 'node:path'
import { type ParseResult, parse, type Source } from '@kyoyaku/core'
import type { Engine } from '../engine.ts'
import { failedStatus } from '../exit-status.ts'
import { faultLine } from '../faults.ts'
import { ocrSourceOf } from '../inputs.ts'
import { jsonPieces } from '../json-pieces.ts'
import { keepDocuments } from '../kept-documents.ts'
import { chosenFormat, extensions, type OutputFormat } from '../output-format.ts'
import { outputNames } from '../output-names.ts'
import type { Terminal } from '../terminal.ts'
import { tokenizer } from '../tokenizer.ts'
import { makeFolder, writeWhole } from '../written-file.ts'
import { eachSource } from './each-source.ts'

const json: Record<'json' | 'ndjson', (result: ParseResult) => Iterable<string>> = {
  json: jsonPieces,
  ndjson: (result) => [`${JSON.stringify(result)}\n`],
}

/** Columns of text that goes into a file or a pipe. */
const pageColumns = 100

async function printed(
  format: OutputFormat,
  result: ParseResult,
  source: Source,
  path: string,
  terminal: Terminal,
): Promise<Iterable<string>> {
  if (format !== 'text') return json[format](result)
  const { textOf } = await import('../text/result.ts')
  const columns = terminal.columns ?? pageColumns
  return [textOf(result, source.text, { locale: terminal.locale, columns, path })]
}

/** `kyoyaku parse`: every file's result on standard output or, with a folder, in a file of its own. */
export async function parseFiles(
  terminal: Terminal,
  paths: readonly string[],
  options: {
    format?: OutputFormat | undefined
    output?: string | undefined
    engine?: Engine | undefined
    /** File with what another program recognised on the pages of the one there is. */
    ocr?: string | undefined
    /** Told each source before it is parsed … */
    onSource?: (source: Source) => void
    /** … and each result, and how it is printed. */
    onResult?: (result: ParseResult, format: OutputFormat) => void
  },
): Promise<number> {
  const { output } = options
  const format = chosenFormat(options.format, {
    folder: output !== undefined,
    interactive: terminal.interactive,
    files: paths.length,
  })
  const names = outputNames(paths, extensions[format])
  if (output !== undefined) {
    try {
      makeFolder(output)
    } catch (error) {
      terminal.tell(faultLine(output, error, terminal.locale))
      return failedStatus
    }
  }
  let told: Source | undefined
  if (options.ocr !== undefined)
    try {
      told = await ocrSourceOf(options.ocr)
    } catch (error) {
      terminal.tell(faultLine(options.ocr, error, terminal.locale))
      return failedStatus
    }
  const keep = keepDocuments(output === undefined ? [] : paths)
  const write = async (source: Source, path: string): Promise<boolean> => {
    options.onSource?.(source)
    const result = await parse(source, { locale: terminal.locale, tokenizer })
    options.onResult?.(result, format)
    const pieces = await printed(format, result, source, path, terminal)
    if (output === undefined) {
      for (const piece of pieces) await terminal.write(piece)
      return true
    }
    const target = join(output, names.get(path) ?? path)
    try {
      keep(target)
      writeWhole(target, pieces)
    } catch (error) {
      terminal.tell(faultLine(target, error, terminal.locale))
      return false
    }
    return true
  }
  return eachSource(terminal, paths, write, options.engine, told)
}
