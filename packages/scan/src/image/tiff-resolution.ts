/** Directories of a file that are gone through: more is a loop. */
const mostPages = 10_000
const mostEntries = 1000
const xResolution = 282
const yResolution = 283

/**
 * Pixels to the same length across and down on a page of a TIFF; undefined where it does not say. Fax machines send half as many rows as
 * columns to the inch, which readers of images, having one resolution, squash.
 */
export function tiffResolution(bytes: Uint8Array, page: number): { x: number; y: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const little = view.byteLength > 8 && view.getUint16(0) === 0x4949
  const word = (at: number): number => (at >= 0 && at + 2 <= view.byteLength ? view.getUint16(at, little) : 0)
  const long = (at: number): number => (at >= 0 && at + 4 <= view.byteLength ? view.getUint32(at, little) : 0)
  if (word(2) !== 42) return undefined
  let directory = long(4)
  for (let i = 0; i < Math.min(page, mostPages) && directory > 0; i++)
    directory = long(directory + 2 + word(directory) * 12)
  if (directory === 0) return undefined
  const found = new Map<number, number>()
  for (let i = 0; i < Math.min(word(directory), mostEntries); i++) {
    const entry = directory + 2 + i * 12
    const at = long(entry + 8)
    found.set(word(entry), long(at) / Math.max(1, long(at + 4)))
  }
  const [x, y] = [found.get(xResolution) ?? 0, found.get(yResolution) ?? 0]
  return x > 0 && y > 0 ? { x, y } : undefined
}
