import { type Format, readText, type Source, UnreadableError } from '@kyoyaku/core'

export type Reader = (bytes: Uint8Array, name: string) => Promise<Source>

/** Who reads what. A format without a row is told apart from text and refused by name. */
const readers: Readonly<Partial<Record<Format, Reader>>> = {
  text: readText,
  // Loaded on first use: it is the largest part of the program.
  pdf: async (bytes, name) => (await import('@kyoyaku/pdf')).readPdf(bytes, name),
}

/** @throws {UnreadableError} unsupported, where this build has no reader for the format. */
export function readerOf(format: Format): Reader {
  const reader = readers[format]
  if (!reader) throw new UnreadableError('unsupported', { kind: format })
  return reader
}
