import type { At } from '../schema/at.ts'
import { placeOf, type Text } from '../text/text.ts'
import type { Source, SourcePage } from './source.ts'

function pageAt(source: Source, offset: number): SourcePage | undefined {
  let low = 0
  let high = source.pages.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((source.pages[middle] as SourcePage).span[0] <= offset) low = middle
    else high = middle - 1
  }
  const page = source.pages[low]
  return page && offset >= page.span[0] && offset < page.span[1] ? page : undefined
}

const points = (n: number): number => Math.round(n * 100) / 100

/** Hull of a text's characters on one page. */
function boxOn(page: SourcePage, text: Text): At['bbox'] {
  const boxes = page.glyphs?.boxes
  if (!boxes) return undefined
  const { offsets } = text
  const start = page.span[0]
  const end = page.span[1]
  let x0 = Infinity
  let y0 = Infinity
  let x1 = -Infinity
  let y1 = -Infinity
  for (let n = 0; n < offsets.length; n++) {
    const offset = offsets[n] as number
    if (offset < start || offset >= end) continue
    const i = (offset - start) * 4
    x0 = Math.min(x0, boxes[i] as number)
    y0 = Math.min(y0, boxes[i + 1] as number)
    x1 = Math.max(x1, boxes[i + 2] as number)
    y1 = Math.max(y1, boxes[i + 3] as number)
  }
  return x1 >= x0 ? [points(x0), points(y0), points(x1), points(y1)] : undefined
}

/** Where a text stands in a source: page, box on it where pages are drawn, and spans. A text over a page break has the box of its first part. */
export function placeIn(source: Source, text: Text): At {
  const at = placeOf(text, source.text)
  if (at.span === undefined) return at
  const first = text.offsets.find((o) => o >= 0) as number
  const page = pageAt(source, first)
  if (!page) return at
  const bbox = boxOn(page, text)
  return { ...(page.number === undefined ? {} : { page: page.number }), ...(bbox ? { bbox } : {}), ...at }
}
