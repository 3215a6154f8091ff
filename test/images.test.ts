import { crc32, deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { type Recognizer, readScan } from '../packages/scan/src/index.ts'
import { readAccount, readImages } from './fixture-files.ts'

const images = readImages()

/** Reads every line as one character: what is tested is what happens before. */
const recognizer: Recognizer = {
  name: 'stand-in',
  parallel: 1,
  recognize: async ({ width, height }) => [{ value: '字', confidence: 1, x0: 0, y0: 0, x1: width, y1: height }],
  close: async () => {},
}

/** Megabytes that reading needs beside what is there before. */
async function megabytesFor(run: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage.rss()
  let most = before
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 5)
  await run()
  clearInterval(timer)
  return Math.max(most, process.memoryUsage.rss()) / 2 ** 20 - before / 2 ** 20
}

/** A PNG of one bit a pixel, all white; the numbers of the format are big-endian and checked nowhere but at its chunks. */
function whitePng(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    check.writeUInt32BE(crc32(body) >>> 0)
    return Buffer.concat([length, body, check])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 1
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  const pixels = Buffer.alloc((Math.ceil(width / 8) + 1) * height, 255)
  for (let y = 0; y < height; y++) pixels[y * (Math.ceil(width / 8) + 1)] = 0
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(pixels, { level: 1 })), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([signature, ...parts])
}

describe('images', () => {
  test.each(images)('$name', async ({ name, bytes, expected }) => {
    const source = readScan(bytes, name, { recognizer })
    if (expected.error !== undefined) await expect(source).rejects.toMatchObject({ code: expected.error })
    else {
      const { pages, text } = await source
      const lines = text.split(/[\n\f]/u).filter((line) => line.trim() !== '').length
      expect({ pages: pages.length, lines }).toEqual(expected)
    }
  })

  test.each(images)('$name says why it is there', ({ name }) => {
    expect(readAccount(name)).toMatchObject({ origin: expect.any(String), why: expect.any(String) })
  })

  test('an image of 30,000 by 30,000 pixels is refused before it is decoded', async () => {
    const png = whitePng(30_000, 30_000)
    const read = async () => {
      await expect(readScan(png, 'huge.png', { recognizer })).rejects.toMatchObject({ code: 'too-large' })
    }
    expect(await megabytesFor(read)).toBeLessThan(200)
  })
})
