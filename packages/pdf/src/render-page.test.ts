import type { PageImage } from '@kyoyaku/core'
import { expect, test } from 'vitest'
import { drawPdf, rawPdf } from './draw-pdf.ts'
import { pixelsOf, type RenderOptions, renderPages } from './render-page.ts'

async function pagesOf(bytes: Uint8Array, numbers?: number[], options?: RenderOptions): Promise<PageImage[]> {
  const pages: PageImage[] = []
  for await (const page of renderPages(bytes, numbers, options)) pages.push(page)
  return pages
}
const square =
  (x: number, color = 'black') =>
  (document: PDFKit.PDFDocument) =>
    void document.rect(x, 100, 50, 50).fill(color)
const pixel = (image: PageImage, x: number, y: number) =>
  [...image.data.subarray((y * image.width + x) * image.channels)].slice(0, image.channels)

test('draws the pages asked for, grey, in pixels of the resolution asked for', async () => {
  const pages = await pagesOf(await drawPdf([square(100), square(200), square(300)]), [3, 1, 9, 0], { dpi: 144 })
  expect(pages.map((p) => [p.number, p.width, p.height, p.channels])).toEqual([
    [3, 1191, 1684, 1],
    [1, 1191, 1684, 1],
  ])
  expect(pages[0]?.page?.width).toBeCloseTo(595.28, 1)
  expect(pixel(pages[0] as PageImage, 650, 250)).toEqual([0])
  expect(pixel(pages[1] as PageImage, 650, 250)).toEqual([255])
})

test('draws in colour', async () => {
  const [page] = await pagesOf(await drawPdf([square(100, 'red')]), undefined, { dpi: 72, color: true })
  expect(pixel(page as PageImage, 120, 120)).toEqual([255, 0, 0])
})

test('draws a turned page upright', async () => {
  const [page] = await pagesOf(rawPdf('0 0 30 20 re f', '', [], '/Rotate 90'), undefined, { dpi: 72 })
  expect([page?.width, page?.height]).toEqual([200, 300])
  expect(pixel(page as PageImage, 5, 5)).toEqual([0])
})

test('a huge page is drawn at a lower resolution, a page of no size as one pixel', () => {
  const { width, height } = pixelsOf(30_000, 30_000, 300)
  expect(width * height).toBeLessThanOrEqual(40_100_000)
  expect(pixelsOf(0, 0, 300)).toEqual({ width: 1, height: 1 })
  expect(pixelsOf(1e7, 0.1, 300).height).toBe(1)
})

test('what is no PDF, or locked, is said to be so', async () => {
  await expect(pagesOf(new Uint8Array())).rejects.toMatchObject({ code: 'empty' })
  await expect(pagesOf(new TextEncoder().encode('%PDF-1.7 nothing'))).rejects.toMatchObject({ code: 'damaged' })
  const locked = await drawPdf([square(100)], { userPassword: 'secret' })
  await expect(pagesOf(locked)).rejects.toMatchObject({ code: 'locked' })
  expect(await pagesOf(locked, [1], { password: 'secret', dpi: 20 })).toHaveLength(1)
})
