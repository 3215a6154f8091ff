import { formatOf, isLost, type LostPage, type PageImage, type UnreadableData, UnreadableError } from '@kyoyaku/core'
import sharp, { type Sharp } from 'sharp'
import { pageSize } from './resolution.ts'
import { tiffResolution } from './tiff-resolution.ts'

/** A0 at 300 dpi, or A3 at 800: no page of a document is larger, and 30,000 by 30,000 would take 900 MB. */
const mostPixels = 140_000_000
/** Narrower or lower than this many pixels there is no character on an image. */
const smallestSide = 16
/** Formats of images that are read; anything else is told apart by the first bytes. */
const kinds = new Set(['png', 'jpeg', 'tiff'])

function opened(bytes: Uint8Array, page?: number): Sharp {
  return sharp(bytes, { limitInputPixels: false, failOn: 'error', ...(page === undefined ? {} : { page }) })
}

async function reading<T>(kind: string, read: Promise<T>): Promise<T> {
  try {
    return await read
  } catch {
    throw new UnreadableError('damaged', { kind })
  }
}

async function decodePage(bytes: Uint8Array, kind: string, index: number): Promise<PageImage> {
  const metadata = await reading(kind, opened(bytes, index).metadata())
  const data: UnreadableData = { kind }
  if (metadata.width * metadata.height > mostPixels)
    throw new UnreadableError('too-large', { ...data, size: metadata.width * metadata.height, limit: mostPixels })
  if (Math.min(metadata.width, metadata.height) < smallestSide) throw new UnreadableError('empty', data)
  // Of two colours, as faxes have them, one is the paper: their brightness says all.
  const isGrey = metadata.space === 'b-w' || metadata.space === 'grey16' || metadata.bitsPerSample === 1
  // Transparent paper is white; the orientation that a camera notes is applied.
  const image = opened(bytes, index).autoOrient().flatten({ background: '#ffffff' })
  const { data: pixels, info } = await reading(
    kind,
    (isGrey ? image.toColourspace('b-w') : image.toColourspace('srgb'))
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true }),
  )
  const channels = info.channels as number
  const resolution = kind === 'tiff' ? tiffResolution(bytes, index) : undefined
  return {
    number: index + 1,
    width: info.width,
    height: info.height,
    channels: channels === 1 ? 1 : 3,
    data: new Uint8Array(pixels.buffer, pixels.byteOffset, pixels.length),
    page: pageSize(info.width, info.height, metadata.density, resolution && resolution.x / resolution.y),
  }
}

async function pageOrLoss(bytes: Uint8Array, kind: string, index: number): Promise<PageImage | LostPage> {
  try {
    return await decodePage(bytes, kind, index)
  } catch (error) {
    if (error instanceof UnreadableError) return { number: index + 1, lost: error }
    throw error
  }
}

/**
 * The pages of an image file, one after the other so that one at a time is in memory: PNG, JPEG, TIFF of any number of pages,
 * of any depth and colour space. Pages that cannot be read are told as lost where another one can be.
 * @throws {UnreadableError} empty, unsupported, too-large (pixels), damaged
 */
export async function* decodeImages(bytes: Uint8Array): AsyncGenerator<PageImage | LostPage> {
  if (bytes.length === 0) throw new UnreadableError('empty')
  const kind = formatOf(bytes)
  if (!kinds.has(kind)) throw new UnreadableError('unsupported', { kind })
  const { pages = 1 } = await reading(kind, opened(bytes).metadata())
  // Frames of an animated PNG are no pages.
  const count = kind === 'tiff' ? pages : 1
  let lost: LostPage[] = []
  let anyRead = false
  for (let i = 0; i < count; i++) {
    const page = await pageOrLoss(bytes, kind, i)
    if (isLost(page) && !anyRead) {
      lost.push(page)
      continue
    }
    anyRead = true
    yield* lost
    lost = []
    yield page
  }
  if (!anyRead) throw lost[0]?.lost ?? new UnreadableError('damaged', { kind })
}
