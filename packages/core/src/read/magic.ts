/** A byte that may be any. */
const any = -1

const ascii = (text: string): number[] => Array.from(text, (c) => c.charCodeAt(0))

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
  // Its form for files of more than 4 GB.
  ['tiff', [0x49, 0x49, 0x2b, 0x00]],
  ['gif', [0x47, 0x49, 0x46, 0x38, any, 0x61]],
  ['webp', [0x52, 0x49, 0x46, 0x46, any, any, any, any, 0x57, 0x45, 0x42, 0x50]],
  ['bmp', [0x42, 0x4d, any, any, any, any, 0, 0, 0, 0]],
  ['jpeg2000', [0, 0, 0, 0x0c, 0x6a, 0x50, 0x20, 0x20]],
  // What telephones make of photographs; brands that say no more than that it is a picture are theirs.
  ['heic', [any, any, any, any, ...ascii('ftyphe')]],
  ['heic', [any, any, any, any, ...ascii('ftypmif1')]],
  ['avif', [any, any, any, any, ...ascii('ftypavif')]],
  ['gzip', [0x1f, 0x8b]],
] as const satisfies readonly (readonly [string, readonly number[]])[]

/** What a file is: `text` where no magic number says otherwise. `zip` covers DOCX and XLSX, `ole` DOC and XLS. */
export type Format = (typeof magicNumbers)[number][0] | 'text'

export function formatOf(bytes: Uint8Array): Format {
  const known = magicNumbers.find(([, magic]) => magic.every((byte, i) => byte === any || bytes[i] === byte))
  return known?.[0] ?? 'text'
}
