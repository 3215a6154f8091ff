import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { decode } from './decode.ts'
import type { Source, SourcePage } from './source.ts'

/** Pages of plain text: a form feed ends one. Without form feeds nothing is known of pages. */
function pagesOf(text: string): SourcePage[] {
  if (!text.includes('\f')) return [{ span: [0, text.length] }]
  const pages: SourcePage[] = []
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\f', start)
    const end = feed < 0 ? text.length : feed
    pages.push({ number: pages.length + 1, span: [start, end] })
    start = end + 1
  }
  return pages
}

/**
 * Text of any encoding that Japanese offices use as a source. Spans count from the first character after a byte order mark.
 * @throws {UnreadableError} as `decode` does
 */
export async function readText(bytes: Uint8Array, name: string): Promise<Source> {
  const { encoding, text } = decode(bytes)
  const pages = pagesOf(text)
  return {
    info: {
      name,
      sha256: bytesToHex(sha256(bytes)),
      format: 'text',
      encoding,
      ...(pages.some((p) => p.number !== undefined) ? { pages: pages.length } : {}),
      textLayer: 'plain',
    },
    text,
    pages,
  }
}
