import { Argument, Command, Option } from 'commander'
import { helpWords, translateError, translateTitle } from './help-words.ts'
import { say } from './locale.ts'
import { type OutputFormat, outputFormats } from './output-format.ts'
import type { Terminal } from './terminal.ts'
import { version } from './version.ts'

/** The command line. Subcommands are loaded when they run: help and errors need none of them. */
export function program(terminal: Terminal, finish: (status: number) => void): Command {
  const { locale } = terminal
  const words = (name: keyof typeof helpWords): string => say(helpWords[name], locale)
  const locales = (): Option => new Option('--locale <ja|en>', words('locale')).choices(['ja', 'en'])
  const described = (command: Command, name: keyof typeof helpWords): Command =>
    command
      .description(words(name))
      .helpOption('-h, --help', words('help'))
      .addOption(locales())
      .exitOverride()
      .showHelpAfterError(false)
      .configureHelp({
        optionDescription: (option) => option.description,
        styleTitle: (title) => translateTitle(title, locale),
      })
      .configureOutput({ outputError: (text) => terminal.tell(translateError(text, locale)) })

  const files = (): Argument => new Argument('<FILE...>', words('files'))
  const root = described(new Command('kyoyaku'), 'kyoyaku')
    .version(version, '-V, --version', words('version'))
    .helpCommand('help [COMMAND]', words('helpCommand'))

  described(root.command('parse'), 'parse')
    .addArgument(files())
    .addOption(new Option('-f, --format <FORMAT>', words('format')).choices(outputFormats))
    .option('-o, --output <DIR>', words('output'))
    .action(async (paths: string[], options: { format?: OutputFormat; output?: string }) => {
      const { parseFiles } = await import('./commands/parse.ts')
      finish(await parseFiles(terminal, paths, options))
    })

  described(root.command('check'), 'check')
    .addArgument(files())
    .action(async (paths: string[]) => {
      const { checkFiles } = await import('./commands/check.ts')
      finish(await checkFiles(terminal, paths))
    })

  described(root.command('schema'), 'schema')
    .argument('[NAME]', words('schemaName'))
    .action(async (name: string | undefined) => {
      const { printSchema } = await import('./commands/schema.ts')
      finish(await printSchema(terminal, name))
    })

  return root
}
