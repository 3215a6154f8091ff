import { reportUnclaimed } from '../../check/unclaimed.ts'
import { blocksOf } from '../../layout/blocks.ts'
import type { Source } from '../../read/source.ts'
import type { Amendment } from '../../schema/amendment.ts'
import type { Diagnostic } from '../../schema/diagnostic.ts'
import { segmenterTokenizer } from '../../text/tokenizer.ts'
import type { Context } from '../context.ts'
import { parseAmendment } from './amendment.ts'

/** A text that is known to be a 改め文, without asking what kind of document it is. */
export async function readAmendment(text: string): Promise<{ amendment: Amendment; diagnostics: Diagnostic[] }> {
  const source: Source = {
    info: { name: '', sha256: '', format: 'text', textLayer: 'plain' },
    text,
    pages: [{ span: [0, text.length] }],
  }
  const context: Context = {
    source,
    taken: new Uint8Array(text.length),
    diagnostics: [],
    furniture: [],
    locale: 'ja',
    tokenizer: async () => segmenterTokenizer(),
  }
  const amendment = await parseAmendment(context, blocksOf(source))
  if (context.furniture.length > 0) amendment.furniture = context.furniture
  reportUnclaimed(context)
  return { amendment, diagnostics: context.diagnostics }
}
