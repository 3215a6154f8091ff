import { type CommandLine, type CommandName, readCommandLine } from './command-line.ts'
import { closeRecognizer, type Engine, isEngine } from './engine.ts'
import { localeAsked, localeOf } from './locale.ts'
import { isOutputFormat } from './output-format.ts'
import { isTableFormat } from './table-format.ts'
import { processTerminal, type Terminal } from './terminal.ts'

/** Exit status of a command line that could not be understood. */
const usageStatus = 2

const engineIn = (name: string | undefined): Engine | undefined => (isEngine(name) ? name : undefined)

/** Commands are loaded when they run: each needs other parts, and starting up is most of a short run. */
const runners: Record<CommandName, (terminal: Terminal, line: CommandLine) => Promise<number>> = {
  parse: async (terminal, { operands, values: { format, output, engine, ocr } }) => {
    const { parseFiles } = await import('./commands/parse.ts')
    return parseFiles(terminal, operands, {
      format: isOutputFormat(format) ? format : undefined,
      output,
      engine: engineIn(engine),
      ocr,
    })
  },
  check: async (terminal, { operands, values: { engine } }) => {
    const { checkFiles } = await import('./commands/check.ts')
    return checkFiles(terminal, operands, engineIn(engine))
  },
  tables: async (terminal, { operands, values: { format, engine } }) => {
    const { printTables } = await import('./commands/tables.ts')
    return printTables(terminal, operands[0] ?? '', isTableFormat(format) ? format : 'json', engineIn(engine))
  },
  diff: async (terminal, { operands, values }) => {
    if (values.batch !== undefined) {
      const { compareFolders } = await import('./commands/diff-batch.ts')
      return compareFolders(terminal, operands, values)
    }
    const { diffFiles } = await import('./commands/diff.ts')
    return diffFiles(terminal, operands, {
      format: values.format,
      profile: values.profile,
      output: values.output,
      template: values.template !== undefined,
      exact: values.exact !== undefined,
      noColor: values['no-color'] !== undefined,
      engine: engineIn(values.engine),
    })
  },
  amend: async (terminal, { operands, values: { output, engine } }) => {
    const { amendFile } = await import('./commands/amend.ts')
    return amendFile(terminal, operands, output, engineIn(engine))
  },
  batch: async (terminal, { operands, values }) => {
    const { runFolder } = await import('./commands/batch.ts')
    return runFolder(terminal, operands, values)
  },
  work: async (terminal, { values }) => {
    const { workOnQueue } = await import('./commands/work.ts')
    return workOnQueue(terminal, values)
  },
  queue: async (terminal, { operands, values }) => {
    const { lookAfterQueue } = await import('./commands/queue.ts')
    return lookAfterQueue(terminal, operands[0] ?? '', values)
  },
  export: async (terminal, { operands, values }) => {
    const { exportFolder } = await import('./commands/export.ts')
    return exportFolder(terminal, operands[0] ?? '', values)
  },
  schema: async (terminal, { operands }) => {
    const { printSchema } = await import('./commands/schema.ts')
    return printSchema(terminal, operands[0])
  },
}

/** Runs one command line; resolves with the exit status: 0 done, 1 the documents have errors, 2 something could not be done. */
export async function run(
  args: readonly string[],
  terminal: Terminal = processTerminal(localeAsked(args) ?? localeOf(process.env)),
): Promise<number> {
  const line = readCommandLine(args)
  if ('words' in line) {
    const { usageLines } = await import('./usage-fault.ts')
    for (const text of usageLines(line, terminal.locale)) terminal.tell(text)
    return usageStatus
  }
  if (line.values.version !== undefined) {
    const { version } = await import('./version.ts')
    await terminal.write(`${version}\n`)
    return 0
  }
  if (line.values.help === undefined && line.command !== undefined) {
    try {
      return await runners[line.command](terminal, line)
    } finally {
      await closeRecognizer()
    }
  }
  const { helpText } = await import('./help.ts')
  const text = helpText(line.command, terminal.locale)
  if (line.values.help !== undefined) await terminal.write(text)
  else terminal.tell(text.trimEnd())
  return line.values.help === undefined ? usageStatus : 0
}
