import { expect, test } from 'vitest'
import { readerOf } from './readers.ts'

/** A PDF of as many pages, with nothing on them. */
const pdf = (pages: number): Uint8Array => {
  const kids = Array.from({ length: pages }, (_, i) => `${i + 3} 0 R`).join(' ')
  const page = (_: unknown, i: number): string =>
    `${i + 3} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n`
  return new TextEncoder().encode(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[${kids}]/Count ${pages}>>endobj\n${Array.from({ length: pages }, page).join('')}trailer<</Root 1 0 R>>\n%%EOF`,
  )
}

test.each([0, 2])('a PDF of %i pages on which there is nothing is empty', async (pages) =>
  expect(readerOf('pdf')(pdf(pages), 'a.pdf', {})).rejects.toMatchObject({ code: 'empty' }),
)

test.each(['bmp', 'heic', 'gif', 'webp'] as const)('%s is refused by its name', (kind) =>
  expect(() => readerOf(kind)).toThrow(expect.objectContaining({ code: 'unsupported', data: { kind } })),
)
