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
}
