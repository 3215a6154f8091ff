import { type Agreement, type ParseResult, parse, type Source } from '@kyoyaku/core'
import { faultLine } from '../faults.ts'
import { sourceOf } from '../inputs.ts'
import { say, type Words } from '../locale.ts'
import type { Terminal } from '../terminal.ts'
import { tokenizer } from '../tokenizer.ts'

/** A file that takes part in a comparison, read and parsed. */
export interface Version {
  path: string
  source: Source
  result: ParseResult
}

/** One clear line about a file. */
export function tellOf(terminal: Terminal, path: string, words: Words, data: Record<string, unknown> = {}): void {
  terminal.tell(`kyoyaku: ${path}: ${say(words, terminal.locale, data)}`)
}

/** All files read and parsed, or undefined where one cannot be: each of those has its line. */
export async function versionsOf(terminal: Terminal, paths: readonly string[]): Promise<Version[] | undefined> {
  const versions: Version[] = []
  for (const path of paths) {
    try {
      const source = await sourceOf(path)
      versions.push({ path, source, result: await parse(source, { locale: terminal.locale, tokenizer }) })
    } catch (error) {
      terminal.tell(faultLine(path, error, terminal.locale))
    }
  }
  return versions.length === paths.length ? versions : undefined
}

/** The first agreement or ordinance of a file. */
export const agreementIn = ({ result }: Version): Agreement | undefined =>
  result.documents.find((d): d is Agreement => d.type === 'agreement' || d.type === 'regulation')
