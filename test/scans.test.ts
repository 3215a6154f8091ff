import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse, type Source } from '../packages/core/src/index.ts'
import { kuromojiTokenizer } from '../packages/core/src/text/kuromoji-tokenizer.ts'
import { pageImages, readPdf, recognitionNeeds } from '../packages/pdf/src/index.ts'
import { defaultRecognizer, type Recognizer, readOcrXml, readScan, recognizePages } from '../packages/scan/src/index.ts'
import { resultMisses } from './expectation.ts'
import { readAccount, readScans } from './fixture-files.ts'

const scans = readScans()

/** A page takes some seconds of a machine that has nothing else to do. */
const patience = 300_000

let recognizer: Recognizer
beforeAll(async () => {
  // The engine that every installation has.
  recognizer = await defaultRecognizer({ engine: 'tesseract.js', jobs: 2 })
}, patience)
afterAll(() => recognizer.close())

async function sourceOf(bytes: Uint8Array, name: string): Promise<Source> {
  if (name.endsWith('.xml')) return readOcrXml(bytes, name)
  if (!name.endsWith('.pdf')) return readScan(bytes, name, { recognizer })
  const source = await readPdf(bytes, name)
  return recognizePages(source, pageImages(bytes, recognitionNeeds(source).keys()), { recognizer })
}

describe('scans', () => {
  test.each(scans)(
    '$name',
    async ({ bytes, file, expected }) => {
      expect(
        resultMisses(expected, await parse(await sourceOf(bytes, file), { tokenizer: kuromojiTokenizer })),
      ).toEqual([])
    },
    patience,
  )

  test.each(scans)('$name is no larger than it must be, and says where it comes from', ({ name, bytes }) => {
    expect(bytes.length).toBeLessThan(300_000)
    expect(readAccount(name)).toMatchObject({ origin: expect.stringContaining('written for this project') })
  })
})
