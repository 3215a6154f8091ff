import { pixelLimit } from './image-pixels.ts'
import { isPhotograph, type Shades, shadesOf } from './written-picture.ts'

/** Name of the coding; dictionaries of streams are never compressed. */
const coding = '/DCTDecode'
/** A dictionary is no longer than this, before and behind the name. */
const dictionaryLength = 1024
/** Smaller pictures (in pixels) are no burden to whoever decodes them. */
const fewestPixels = 500_000
const subtype = /\/Subtype\s*\/Image(?![A-Za-z])/u
/** Nothing but this coding, in colours that are what they seem to be, with nothing that hides or turns them over. */
const isAlone = /\/Filter\s*(?:\/DCTDecode|\[\s*\/DCTDecode\s*\])/u
const isKnown = /\/ColorSpace\s*(?:\/Device(?:RGB|Gray)\b|\[?\s*\/(?:ICCBased|CalRGB|CalGray)\b|\d+\s+\d+\s+R\b)/u
const isChanged = /\/(?:Decode|DecodeParms|SMask|Mask|ImageMask)\b/u
const sizeOf = (dictionary: string, name: string): number =>
  Number(new RegExp(`/${name}\\s+(\\d+)`, 'u').exec(dictionary)?.[1] ?? 0)

/** The shades of a JPEG of brightness or colours; undefined for others, and where it is damaged or not as large as its dictionary says. */
async function shadesIn(jpeg: Uint8Array, width: number, height: number): Promise<Shades | undefined> {
  // Few documents hold any.
  const { default: sharp } = await import('sharp')
  try {
    const { data, info } = await sharp(jpeg, { limitInputPixels: width * height })
      .raw()
      .toBuffer({ resolveWithObject: true })
    const { channels } = info
    const isKnownSize = info.width === width && info.height === height
    return isKnownSize && (channels === 1 || channels === 3) ? shadesOf({ width, height, channels, data }) : undefined
  } catch {
    return undefined
  }
}

/** Where the subtypes of images stand that are photographs, and how long they are. */
async function subtypesOfPhotographs(file: Buffer): Promise<[number, number][]> {
  const found: [number, number][] = []
  for (let at = file.indexOf(coding); at >= 0; at = file.indexOf(coding, at + 1)) {
    const stream = file.indexOf('stream', at)
    if (stream < 0 || stream - at > dictionaryLength) continue
    const before = file.toString('latin1', Math.max(0, at - dictionaryLength), at)
    const start = at - before.length + before.lastIndexOf(' obj') + 1
    const dictionary = file.toString('latin1', start, stream)
    const named = subtype.exec(dictionary)
    if (!named || !isAlone.test(dictionary) || !isKnown.test(dictionary) || isChanged.test(dictionary)) continue
    const [width, height] = [sizeOf(dictionary, 'Width'), sizeOf(dictionary, 'Height')]
    if (width * height < fewestPixels || width * height > pixelLimit) continue
    const data = stream + 'stream'.length + (file[stream + 'stream'.length] === 13 ? 2 : 1)
    const end = file.indexOf('endstream', data)
    const shades = end < 0 ? undefined : await shadesIn(file.subarray(data, end), width, height)
    if (shades && isPhotograph(shades)) found.push([start + named.index, named[0].length])
  }
  return found
}

/** What readers of PDF pass over, as what is meant for printers alone. */
const passedOver = '/Subtype /PS'

/**
 * A PDF without its large photographs, told apart by a decoder of machine code: pdfjs takes many times as long for them, longer than for
 * the rest of it. What cannot be decoded so, or may be anything else, stays.
 */
export async function withoutPhotographs(bytes: Uint8Array): Promise<Uint8Array> {
  const found = await subtypesOfPhotographs(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
  if (found.length === 0) return bytes
  const rest = Uint8Array.from(bytes)
  for (const [at, length] of found) rest.set(Buffer.from(passedOver.slice(0, length).padEnd(length)), at)
  return rest
}
