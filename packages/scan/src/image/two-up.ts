import type { PageImage } from '@kyoyaku/core'

/** Sheets with two pages side by side are wider than high by this, and no more than that: ISO paper by 1.41. */
const leastWide = 1.3
const mostWide = 1.6
/** Between the pages their margins make a band as wide as this share of the sheet, over its middle. */
const gutter = 0.05
/** Of a column of the band so much may be dark: dirt. */
const dirt = 0.004
/** The shadow of a spine, and a rule drawn from edge to edge, are dark all the way: in each of so many parts this share of what they are on the whole … */
const parts = 16
const evenly = 0.5
/** … which is more than what rules across an empty column make. */
const leastDark = 0.1
/** The number of a sheet may stand in the band this near the lower edge, with this share of the sheet's width blank on either side. */
const footer = 0.08
const besideNumber = 0.01
/** Rows of a page hold print where so many of their pixels are dark; each page has so many of them. */
const fewestDark = 0.01
const leastPrinted = 0.02
/** This much darker than paper is ink. */
const inkDepth = 90
/** Rows at the edges of a scan hold shadows. */
const edge = 0.02

function paperOf(data: Uint8Array, channels: number): number {
  const counts = new Uint32Array(256)
  for (let i = 0; i < data.length; i += 97 * channels)
    counts[data[i] as number] = (counts[data[i] as number] as number) + 1
  return counts.indexOf(Math.max(...counts))
}

/** One of two pages: the columns of an image from one on, to another. */
function part({ data, ...image }: PageImage, from: number, to: number): PageImage {
  const { channels, width, height, page } = image
  const own = new Uint8Array((to - from) * height * channels)
  for (let y = 0; y < height; y++)
    own.set(data.subarray((y * width + from) * channels, (y * width + to) * channels), y * (to - from) * channels)
  const size = page && { width: (page.width * (to - from)) / width, height: page.height }
  return { ...image, width: to - from, data: own, ...(size ? { page: size } : {}) }
}

/**
 * The two pages of a sheet on which they stand side by side, with nothing between them from the upper edge to the lower but the shadow of a
 * spine, a rule all the way, or the number of the sheet at its foot: no title, no table. Undefined where an image is one page.
 */
export function twoPages(image: PageImage): [PageImage, PageImage] | undefined {
  const { width, height, channels, data } = image
  const wide = (image.page?.width ?? width) / (image.page?.height ?? height)
  if (wide < leastWide || wide > mostWide) return undefined
  const dark = paperOf(data, channels) - inkDepth
  const [top, foot, bottom] = [edge, 1 - footer, 1 - edge].map((share) => Math.round(height * share)) as [
    number,
    number,
    number,
  ]
  const partHeight = Math.ceil((foot - top) / parts)
  /** Dark pixels of the columns, part by part, and at the foot. */
  const columns = Array.from({ length: parts + 1 }, () => new Uint32Array(width))
  const middle = width >> 1
  const printed: [number, number] = [0, 0]
  for (let y = top; y < bottom; y++) {
    const own = columns[y < foot ? Math.floor((y - top) / partHeight) : parts] as Uint32Array
    const row: [number, number] = [0, 0]
    for (let x = 0; x < width; x++) {
      if ((data[(y * width + x) * channels] as number) >= dark) continue
      own[x] = (own[x] as number) + 1
      row[x < middle ? 0 : 1]++
    }
    for (const side of [0, 1] as const) if (row[side] >= middle * fewestDark) printed[side]++
  }
  if (Math.min(...printed) < (bottom - top) * leastPrinted) return undefined
  const isBlank = (x: number): boolean => {
    if (x < 0 || x >= width) return false
    const counts = columns.slice(0, parts).map((own) => own[x] as number)
    const sum = counts.reduce((a, b) => a + b, 0)
    const least = Math.min(...counts.slice(0, -1))
    const isDarkAllTheWay = sum >= (foot - top) * leastDark && least >= (sum / parts) * evenly
    return sum <= (foot - top) * dirt || isDarkAllTheWay
  }
  let [from, to] = [middle, middle]
  while (isBlank(from - 1)) from--
  while (isBlank(to)) to++
  if (to - from < width * gutter) return undefined
  const isFree = (x: number): boolean => (columns[parts]?.[x] ?? 0) <= (bottom - foot) * dirt
  const beside = Math.ceil(width * besideNumber)
  for (let x = 0; x < beside; x++) if (!isFree(from + x) || !isFree(to - 1 - x)) return undefined
  const cut = Math.round((from + to) / 2)
  return [part(image, 0, cut), part(image, cut, width)]
}
