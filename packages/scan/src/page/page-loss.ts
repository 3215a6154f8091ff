import type { Box, Finding, PageImage } from '@kyoyaku/core'

/** A page that could not be made pixels. */
export const pageLost = (page: number): Finding => ({
  code: 'page-unreadable',
  data: { page, confidence: 0 },
  at: { page },
})

/** Parts of an image that its file has no pixels for; on a page that was turned they are said without their place. */
export const partsLost = ({ number: page, lost = [] }: PageImage, isUpright: boolean): Finding[] =>
  lost.map(
    (box: Box): Finding => ({
      code: 'ink-unread',
      data: { page },
      at: {
        page,
        ...(isUpright ? { bbox: box.map((n) => Math.round(n * 100) / 100) as [number, number, number, number] } : {}),
      },
    }),
  )
