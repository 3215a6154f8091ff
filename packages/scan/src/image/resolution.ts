import type { PageImage } from '@kyoyaku/core'

/** Size in points. */
interface PaperSize {
  width: number
  height: number
}

/** Long and short side of A4 in points. */
const a4 = { long: 841.89, short: 595.28 }
/** Sizes of paper that are believed when a file says its resolution, long side in points: a postcard to A1. */
const shortestPaper = 400
const longestPaper = 2400
/** Pages of PDF may be slips of less, but none is scanned finer than this. */
const finestDpi = 1200
/** Nothing is scanned more coarsely: 72 and 96 are what programs write that do not know. */
const coarsestDpi = 98
const pointsPerInch = 72

/** Fine faxes have 204 columns and 196 rows to the inch, coarse ones 98: what is closer than this is square, or nonsense where further apart. */
const square = 0.02
const longestPixel = 4

/**
 * Size of a page in points: by the resolution that its file gives where that makes paper of a usual size, else as if it were A4.
 * `stretch` is how many times as high as wide a pixel is.
 */
export function pageSize(width: number, height: number, dpi?: number, stretch = 1): PaperSize {
  const isSquare = Math.abs(stretch - 1) < square || stretch > longestPixel || stretch < 1 / longestPixel
  const tall = isSquare ? height : height * stretch
  const long = Math.max(width, tall)
  if (dpi !== undefined && dpi >= coarsestDpi) {
    const points = (long * pointsPerInch) / dpi
    if (points >= shortestPaper && points <= longestPaper)
      return { width: (width * pointsPerInch) / dpi, height: (tall * pointsPerInch) / dpi }
  }
  const scale = a4.long / long
  return { width: width * scale, height: tall * scale }
}

/** Size of the page of an image: as its file says unless pixels were written for points or the other way round; then it is taken for A4. */
export function sheetOf({ width, height, page }: PageImage): PaperSize {
  if (!page) return pageSize(width, height)
  const long = Math.max(page.width, page.height)
  const dpi = Math.max(width / page.width, height / page.height) * pointsPerInch
  if (long <= longestPaper && dpi >= coarsestDpi && dpi <= finestDpi) return page
  return { width: (page.width * a4.long) / long, height: (page.height * a4.long) / long }
}
