/** A4 at 600 dpi: a larger image is drawn at the usual resolution instead, which is all that recognition uses. */
export const pixelLimit = 40_000_000

/** A decoded image as pdfjs hands it over. */
export interface DecodedImage {
  width: number
  height: number
  /** 1 one bit a pixel, 2 red, green and blue, 3 with opacity; stencils have none and are of one bit. */
  kind?: number
  data: Uint8Array | Uint8ClampedArray
}

/** Pixels with 8 bits a channel, rows from the top. */
export interface Pixels {
  width: number
  height: number
  channels: 1 | 3
  data: Uint8Array
}

/** Whatever pdfjs resolved an object to, if it is an image with its pixels. */
export function decodedImage(value: unknown): DecodedImage | undefined {
  const image = value as Partial<DecodedImage> | null | undefined
  const isImage =
    typeof image?.width === 'number' &&
    typeof image.height === 'number' &&
    image.width > 0 &&
    image.height > 0 &&
    ArrayBuffer.isView(image.data)
  return isImage ? (image as DecodedImage) : undefined
}

/** Bytes a pixel of a decoded image; undefined where it has bits. */
export const channelsOf = ({ kind }: DecodedImage): 3 | 4 | undefined => (kind === 2 ? 3 : kind === 3 ? 4 : undefined)

/** Bits of rows padded to bytes; a set bit is paper in images and stencils alike. */
function fromBits({ width, height, data }: DecodedImage): Pixels | undefined {
  const stride = (width + 7) >> 3
  if (data.length < stride * height) return undefined
  const out = new Uint8Array(width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      out[y * width + x] = ((data[y * stride + (x >> 3)] as number) >> (7 - (x & 7))) & 1 ? 255 : 0
  return { width, height, channels: 1, data: out }
}

/** Channels this far apart are colour and not the grain of a grey scan. */
const colourful = 12
/** A page is grey where fewer than one in this many of the pixels looked at are colourful. */
const colourfulOneIn = 2000
/** Every so many pixels one is looked at; a prime, so that no pattern keeps step with it. */
const lookEvery = 7

function isGrey(data: ArrayLike<number>, step: number): boolean {
  let seen = 0
  let coloured = 0
  for (let i = 0; i + 2 < data.length; i += step * lookEvery) {
    const [r, g, b] = [data[i] as number, data[i + 1] as number, data[i + 2] as number]
    seen++
    if (Math.max(r, g, b) - Math.min(r, g, b) > colourful) coloured++
  }
  return coloured * colourfulOneIn < seen
}

/** Colour over white paper; grey where there is no colour to speak of, which is a third of the memory. */
function fromColour({ width, height, data }: DecodedImage, step: 3 | 4): Pixels | undefined {
  const n = width * height
  if (data.length < n * step) return undefined
  const over = (i: number, c: number): number => {
    const value = data[i * step + c] as number
    if (step === 3) return value
    const opacity = data[i * 4 + 3] as number
    return opacity === 255 ? value : Math.round((value * opacity + 255 * (255 - opacity)) / 255)
  }
  if (isGrey(data, step)) {
    const out = new Uint8Array(n)
    for (let i = 0; i < n; i++) out[i] = Math.round(0.299 * over(i, 0) + 0.587 * over(i, 1) + 0.114 * over(i, 2))
    return { width, height, channels: 1, data: out }
  }
  if (step === 3) return { width, height, channels: 3, data: new Uint8Array(data.buffer, data.byteOffset, n * 3) }
  const out = new Uint8Array(n * 3)
  for (let i = 0; i < n; i++) for (let c = 0; c < 3; c++) out[i * 3 + c] = over(i, c)
  return { width, height, channels: 3, data: out }
}

/** The pixels of a decoded image; undefined where its data are not what its size says. */
export function pixelsOf(image: DecodedImage): Pixels | undefined {
  if (image.kind === 2) return fromColour(image, 3)
  if (image.kind === 3) return fromColour(image, 4)
  return fromBits(image)
}

/** How an image lies on its page: which way its rows and columns run. */
export interface Lie {
  /** Its rows run down or up the page instead of across. */
  swapped: boolean
  mirroredX: boolean
  mirroredY: boolean
}

/** The pixels as they are seen on the page. */
export function turned(pixels: Pixels, { swapped, mirroredX, mirroredY }: Lie): Pixels {
  if (!swapped && !mirroredX && !mirroredY) return pixels
  const { channels, data } = pixels
  const width = swapped ? pixels.height : pixels.width
  const height = swapped ? pixels.width : pixels.height
  const out = new Uint8Array(data.length)
  for (let y = 0; y < height; y++) {
    const v = mirroredY ? height - 1 - y : y
    for (let x = 0; x < width; x++) {
      const u = mirroredX ? width - 1 - x : x
      const from = (swapped ? u * pixels.width + v : v * pixels.width + u) * channels
      const to = (y * width + x) * channels
      for (let c = 0; c < channels; c++) out[to + c] = data[from + c] as number
    }
  }
  return { width, height, channels, data: out }
}

/** The pixels on a sheet of `width` by `height`, their corner at `left`, `top`: white paper around, what juts out cut off. */
export function onSheet(pixels: Pixels, sheet: { width: number; height: number; left: number; top: number }): Pixels {
  const { channels } = pixels
  const out = new Uint8Array(sheet.width * sheet.height * channels).fill(255)
  const x0 = Math.max(0, sheet.left)
  const x1 = Math.min(sheet.width, sheet.left + pixels.width)
  for (let y = Math.max(0, sheet.top); y < Math.min(sheet.height, sheet.top + pixels.height) && x1 > x0; y++) {
    const from = ((y - sheet.top) * pixels.width + x0 - sheet.left) * channels
    out.set(pixels.data.subarray(from, from + (x1 - x0) * channels), (y * sheet.width + x0) * channels)
  }
  return { width: sheet.width, height: sheet.height, channels, data: out }
}
