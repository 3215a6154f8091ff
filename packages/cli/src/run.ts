import { CommanderError } from 'commander'
import { localeAsked, localeOf } from './locale.ts'
import { program } from './program.ts'
import { processTerminal } from './terminal.ts'

/** Runs one command line; resolves with the exit status: 0 done, 1 the documents have errors, 2 something could not be done. */
export async function run(args: readonly string[]): Promise<number> {
  const terminal = processTerminal(localeAsked(args) ?? localeOf(process.env))
  let status = 0
  try {
    await program(terminal, (result) => {
      status = result
    }).parseAsync(args, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? 0 : 2
  }
  return status
}
