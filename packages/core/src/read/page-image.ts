import type { Box } from './page-glyphs.ts'
import type { UnreadableError } from './unreadable.ts'

/** A page as pixels: what a scanner saw, or a page drawn for want of anything better. */
export interface PageImage {
  /** 1-based. */
  number: number
  /** In pixels. */
  width: number
  height: number
  /** Grey, or red, green and blue; 8 bits each, interleaved, rows from the top. */
  channels: 1 | 3
  data: Uint8Array
  /** Size of the page in points, where the file says it. */
  page?: { width: number; height: number }
  /** Where the file has pixels that could not be decoded, in points: nothing is seen there. */
  lost?: readonly Box[]
}

/** A page among others that is no image: its number, and why. */
export interface LostPage {
  number: number
  lost: UnreadableError
}

/** Whether a page is no image. */
export const isLost = (page: PageImage | LostPage): page is LostPage => !('data' in page)
