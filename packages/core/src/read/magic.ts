/** Formats that their first bytes give away, with those bytes. Text has none. */
const magicNumbers = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2a]],
  ['gzip', [0x1f, 0x8b]],
] as const

/** What a file is: `text` where no magic number says otherwise. `zip` covers DOCX and XLSX, `ole` DOC and XLS. */
export type Format = (typeof magicNumbers)[number][0] | 'text'

export function formatOf(bytes: Uint8Array): Format {
  const known = magicNumbers.find(([, magic]) => magic.every((byte, i) => bytes[i] === byte))
  return known?.[0] ?? 'text'
}
