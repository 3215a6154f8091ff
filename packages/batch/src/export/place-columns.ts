import type { At } from '@kyoyaku/core'
import { type Column, integer, number, type Row, text } from './column.ts'

/** First in every table. */
export const documentColumns: readonly Column[] = [
  text('document', 'the document: hash of its file, and its number in it'),
  text('path', 'the file, members of archives as archive.zip!/name'),
]

/** Last in every table: where the row was read. */
export const placeColumns: readonly Column[] = [
  integer('page', 'page, from 1; empty where the source has no pages'),
  number('x0', 'left edge of its box in points (1/72 inch) from the left of the page'),
  number('y0', 'top edge in points from the top of the page'),
  number('x1', 'right edge'),
  number('y1', 'bottom edge'),
  integer('span_start', 'first character in the text of the source, from 0, in UTF-16 units'),
  integer('span_end', 'the character after the last'),
  number('confidence', '0 to 1, where it was recognised from an image or inferred'),
]

/** The place of a row: of several the first that has a box, else the first. What runs over pages has none. */
export function placeOf(...places: readonly (At | undefined)[]): Row {
  const at = places.find((place) => place?.bbox) ?? places.find((place) => place !== undefined)
  if (!at) return {}
  const [x0, y0, x1, y1] = at.bbox ?? []
  return {
    page: at.page,
    x0,
    y0,
    x1,
    y1,
    span_start: at.span?.[0],
    span_end: at.span?.[1],
    confidence: at.confidence,
  }
}
