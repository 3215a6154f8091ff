import type { PageImage, Source } from '@kyoyaku/core'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Recognizer } from '../recognize/recognizer.ts'
import { untrustedPages } from './trusted-layers.ts'

const [width, height] = [595, 842]
const scale = 300 / 72
const lines = Array.from({ length: 10 }, (_, i) => 100 + i * 40)

/** A page with ten lines of twenty squares in place of characters. */
async function image(): Promise<PageImage> {
  const squares = lines.flatMap((y) =>
    Array.from({ length: 20 }, (_, i) => `<rect x="${60 + i * 14}" y="${y}" width="10" height="10"/>`),
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${Math.round(width * scale)}" height="${Math.round(height * scale)}"><rect width="100%" height="100%" fill="white"/>${squares.join('')}</svg>`
  const { data, info } = await sharp(Buffer.from(svg)).flatten().greyscale().raw().toBuffer({ resolveWithObject: true })
  return {
    number: 1,
    width: info.width,
    height: info.height,
    channels: 1,
    data: new Uint8Array(data),
    page: { width, height },
  }
}

/** A hidden layer that says one character after the other where the squares are, `down` points below them. */
function layer(character: string, down = 0): Source {
  const text = lines.map(() => character.repeat(20)).join('')
  const boxes = lines.flatMap((y) =>
    Array.from({ length: 20 }, (_, i) => [60 + i * 14, y + down, 70 + i * 14, y + 10 + down]).flat(),
  )
  return {
    info: { name: 'scan.pdf', sha256: '', format: 'pdf', pages: 1, textLayer: 'ocr' },
    text,
    pages: [
      {
        number: 1,
        span: [0, text.length],
        glyphs: { width, height, runs: [], boxes: Float32Array.from(boxes), rules: [], areas: [], images: [] },
      },
    ],
  }
}

/** Reads every line as the same twenty characters. */
const recognizer: Recognizer = {
  name: 'test',
  parallel: 1,
  recognize: (crop) =>
    Promise.resolve(
      Array.from({ length: 20 }, (_, i) => ({
        value: '約',
        confidence: 0.9,
        x0: (i * crop.width) / 20,
        x1: ((i + 1) * crop.width) / 20,
        y0: 0,
        y1: crop.height,
      })),
    ),
  close: () => Promise.resolve(),
}

async function untrusted(source: Source, layers = new Set([1])): Promise<{ pages: number[]; rejected: string[] }> {
  const rejected: string[] = []
  const pages: number[] = []
  async function* images(): AsyncGenerator<PageImage> {
    yield await image()
  }
  const reject = ({ code }: { code: string }): void => void rejected.push(code)
  for await (const { number } of untrustedPages(source, images(), layers, { recognizer, reject })) pages.push(number)
  return { pages, rejected }
}

test('a layer that says what is to be seen is kept', async () =>
  expect(await untrusted(layer('約'))).toEqual({ pages: [], rejected: [] }))

test('a layer that says something else is rejected, and its page recognised', async () =>
  expect(await untrusted(layer('岬'))).toEqual({ pages: [1], rejected: ['text-layer-rejected'] }))

test('a layer that stands where nothing is printed is rejected', async () =>
  expect(await untrusted(layer('約', 300))).toEqual({ pages: [1], rejected: ['text-layer-rejected'] }))

test('a page without a layer is recognised and nothing is said of it', async () =>
  expect(await untrusted(layer('約'), new Set())).toEqual({ pages: [1], rejected: [] }))
