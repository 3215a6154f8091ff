import { type Agreement, type ParseResult, parse, type Source } from '@kyoyaku/core'
import type { Engine } from '../engine.ts'
import { faultLine } from '../faults.ts'
import { say, type Words } from '../locale.ts'
import type { Terminal } from '../terminal.ts'
import { tokenizer } from '../tokenizer.ts'
import { watchedSource } from './each-source.ts'

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
export async function versionsOf(
  terminal: Terminal,
  paths: readonly string[],
  engine?: Engine,
): Promise<Version[] | undefined> {
  const versions: Version[] = []
  for (const path of paths) {
    try {
      const source = await watchedSource(terminal, path, { engine })
      versions.push({ path, source, result: await parse(source, { locale: terminal.locale, tokenizer }) })
    } catch (error) {
      terminal.tell(faultLine(path, error, terminal.locale))
    }
  }
  terminal.progress('')
  return versions.length === paths.length ? versions : undefined
}

/** The first agreement or ordinance of a file. */
export const agreementIn = ({ result }: Pick<Version, 'result'>): Agreement | undefined =>
  result.documents.find((d): d is Agreement => d.type === 'agreement' || d.type === 'regulation')
