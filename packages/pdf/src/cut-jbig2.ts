/** Name of the coding; dictionaries of streams are never compressed. */
const coding = '/JBIG2Decode'
/** A dictionary is no longer than this, before and behind the name. */
const dictionaryLength = 1024
const unknownLength = 0xffffffff
/** Line ends between the data and the word behind them. */
const lineEnds = 2
const shortestHeader = 11

const sizeOf = (dictionary: string, name: string): number =>
  Number(new RegExp(`/${name}\\s+(\\d+)`, 'u').exec(dictionary)?.[1] ?? Number.NaN)

/** Whether the last of the segments that data consist of says that it is longer than they are. */
function endsEarly(data: DataView): boolean {
  let at = 0
  while (data.byteLength - at >= shortestHeader) {
    const number = data.getUint32(at)
    const flags = data.getUint8(at + 4)
    const few = data.getUint8(at + 5) >> 5
    const references = few < 7 ? few : data.getUint32(at + 5) & 0x1fffffff
    const counted = few < 7 ? 1 : 4 + ((references + 8) >> 3)
    const reference = number <= 256 ? 1 : number <= 65536 ? 2 : 4
    const head = at + 5 + counted + references * reference + (flags & 0x40 ? 4 : 1)
    if (head + 4 > data.byteLength) return true
    const length = data.getUint32(head)
    if (length === unknownLength) return false
    at = head + 4 + length
    if (at > data.byteLength) return true
  }
  return data.byteLength - at > lineEnds
}

/**
 * Sizes in pixels, as `width height`, of the images of a PDF coded as JBIG2 whose data end before they say that they do. Decoders give
 * paper for what is not there.
 */
export function cutJbig2(bytes: Uint8Array): Set<string> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const cut = new Set<string>()
  for (let at = file.indexOf(coding); at >= 0; at = file.indexOf(coding, at + 1)) {
    const stream = file.indexOf('stream', at)
    if (stream < 0 || stream - at > dictionaryLength) continue
    const before = file.toString('latin1', Math.max(0, at - dictionaryLength), at)
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1) + file.toString('latin1', at, stream)
    // What lies under another coding is not looked into.
    if (/\/Filter\s*\[\s*\/(?!JBIG2Decode)/u.test(dictionary)) continue
    const start = stream + 'stream'.length + (file[stream + 'stream'.length] === 13 ? 2 : 1)
    const end = file.indexOf('endstream', start)
    const data = file.subarray(start, end < 0 ? file.length : end)
    if (endsEarly(new DataView(data.buffer, data.byteOffset, data.length)))
      cut.add(`${sizeOf(dictionary, 'Width')} ${sizeOf(dictionary, 'Height')}`)
  }
  return cut
}
