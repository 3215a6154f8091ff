import { type Format, readText, type Source, UnreadableError } from '@kyoyaku/core'

export type Reader = (bytes: Uint8Array, name: string) => Promise<Source>

/** Who reads what. A format without a row is told apart from text and refused by name. */
const readers: Readonly<Partial<Record<Format, Reader>>> = {
  text: readText,
}

/** @throws {UnreadableError} unsupported, where this build has no reader for the format. */
export function readerOf(format: Format): Reader {
  const reader = readers[format]
  if (!reader) throw new UnreadableError('unsupported', { kind: format })
  return reader
}
