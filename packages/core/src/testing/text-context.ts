import type { Context } from '../parse/context.ts'
import { readText } from '../read/text.ts'
import { segmenterTokenizer } from '../text/tokenizer.ts'

/** What a parser of one kind of document starts from, for a text. */
export async function contextOf(text: string, locale: Context['locale'] = 'ja'): Promise<Context> {
  const source = await readText(new TextEncoder().encode(text), 'a.txt')
  return {
    source,
    taken: new Uint8Array(source.text.length),
    diagnostics: [],
    furniture: [],
    locale,
    tokenizer: async () => segmenterTokenizer(),
  }
}
