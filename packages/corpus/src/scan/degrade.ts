import type { PageImage } from '@kyoyaku/core'
import sharp, { type Sharp } from 'sharp'
import type { Random } from '../random.ts'
import { bend, type Grey } from './bend.ts'
import { expose, speckle, streak } from './dirt.ts'
import { paintPens } from './paint-pens.ts'
import type { PenMark } from './pens.ts'
import type { ScanLook } from './scan-look.ts'

/** The file of a page as a scanner writes it. */
export interface ScannedPage {
  bytes: Uint8Array
  format: 'png' | 'jpeg'
  dpi: number
  /** In pixels. */
  width: number
  height: number
  /** Of the paper, in points, as it lies. */
  page: { width: number; height: number }
}

/** Where between ink and paper a fax machine sees black. */
const blackBelow = 170

const pointsAnInch = 72

const rawOf = ({ width, height, data }: Grey) => sharp(data, { raw: { width, height, channels: 1 } })

async function transform(image: Grey, how: (s: Sharp) => Sharp): Promise<Grey> {
  const { data, info } = await how(rawOf(image)).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data: new Uint8Array(data) }
}

/** One picture of the light of three colours. */
async function encodeColour(channels: readonly Grey[], { dpi, file }: ScanLook): Promise<Uint8Array> {
  const [{ width, height } = { width: 0, height: 0 }] = channels
  const data = new Uint8Array(width * height * 3)
  for (const [c, { data: own }] of channels.entries())
    for (let i = 0; i < own.length; i++) data[i * 3 + c] = own[i] as number
  const quality = typeof file === 'object' ? file.quality : 100
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality, mozjpeg: false })
    .withDensity(dpi)
    .toBuffer()
}

async function encode(image: Grey, look: ScanLook): Promise<Pick<ScannedPage, 'bytes' | 'format'>> {
  const density = look.dpi
  if (typeof look.file === 'object') {
    const bytes = await rawOf(image)
      .toColourspace('b-w')
      .jpeg({ quality: look.file.quality, mozjpeg: false })
      .withDensity(density)
      .toBuffer()
    return { bytes, format: 'jpeg' }
  }
  const bilevel = look.file === 'bilevel'
  const pixels = bilevel ? rawOf(image).threshold(blackBelow) : rawOf(image)
  const png = pixels.toColourspace('b-w').withDensity(density)
  const bytes = await png.png({ compressionLevel: 6, ...(bilevel ? { palette: true, colours: 2 } : {}) }).toBuffer()
  return { bytes, format: 'png' }
}

/** What the sensor of a scanner sees of a page. */
async function sensed(page: Grey, look: ScanLook, random: Random): Promise<Grey> {
  const side = random.chance(0.5) ? 1 : -1
  const angle = side * look.skew * (0.5 + random.next() / 2)
  let image = bend(page, { angle, warp: look.warp, phase: random.next() * 2 * Math.PI })
  if (look.blur > 0) image = await transform(image, (s) => s.blur(look.blur))
  image = { ...image, data: Uint8Array.from(image.data) }
  if (look.file !== 'exact') expose(image, look, random)
  speckle(image, look.speckles, random)
  streak(image, look.streaks, random)
  const turn = random.pick(look.turns)
  return turn === 0 ? image : transform(image, (s) => s.rotate(turn))
}

const colours = [0, 1, 2] as const
/** Where a scanner of one colour looks: green is the most of what is bright. */
const green = 1 as const

/** A drawn page, and what people put on it, as it comes from a scanner. The same page, look and seed give the same pixels. */
export async function degrade(
  page: PageImage,
  look: ScanLook,
  random: Random,
  marks: readonly PenMark[] = [],
): Promise<ScannedPage> {
  const inColour = marks.length > 0 && look.file !== 'bilevel'
  // All colours lie and tremble alike: each is seen by the same chances.
  const seen = await Promise.all(
    (inColour ? colours : [green]).map((channel) =>
      sensed(
        marks.length === 0 ? page : paintPens(page, marks, look.dpi, channel),
        look,
        marks.length === 0 ? random : random.fork('sensor'),
      ),
    ),
  )
  const image = seen[0] as Grey
  const { width, height } = image
  const points = (pixels: number): number => (pixels * pointsAnInch) / look.dpi
  return {
    ...(inColour ? { bytes: await encodeColour(seen, look), format: 'jpeg' } : await encode(image, look)),
    dpi: look.dpi,
    width,
    height,
    page: { width: points(width), height: points(height) },
  }
}
