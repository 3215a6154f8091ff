import type { ParseOptions } from '@kyoyaku/core'

/** The dictionary costs two fifths of a second, so it is loaded by the document that first needs it, once a process. */
export const tokenizer: NonNullable<ParseOptions['tokenizer']> = async () => {
  const { kuromojiTokenizer } = await import('@kyoyaku/core/kuromoji')
  return kuromojiTokenizer()
}
