import { blocksOf } from '../layout/blocks.ts'
import type { Source } from '../read/source.ts'
import type { ParseResult } from '../schema/parse-result.ts'
import { schemaVersion } from '../schema/version.ts'
import { segmenterTokenizer, type Tokenizer } from '../text/tokenizer.ts'
import type { Context } from './context.ts'

export interface ParseOptions {
  /** Language of the diagnostics' messages. */
  locale?: 'ja' | 'en'
  /** Called at most once, and only where words must be told apart; without it the platform's segmenter serves. */
  tokenizer?: () => Promise<Tokenizer>
}

/** A source's documents with what does not add up in them. Pure; never throws on what a document says. */
export async function parse(source: Source, options: ParseOptions = {}): Promise<ParseResult> {
  let tokenizer: Promise<Tokenizer> | undefined
  const context: Context = {
    source,
    taken: new Uint8Array(source.text.length),
    diagnostics: [],
    furniture: [],
    locale: options.locale ?? 'ja',
    tokenizer: () => {
      tokenizer ??= options.tokenizer?.() ?? Promise.resolve(segmenterTokenizer())
      return tokenizer
    },
  }
  blocksOf(source)
  return { schemaVersion, source: source.info, documents: [], diagnostics: context.diagnostics }
}
