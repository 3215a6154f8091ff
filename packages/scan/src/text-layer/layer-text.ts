import type { Source, SourcePage } from '@kyoyaku/core'
import type { CleanPage } from '../clean/clean-page.ts'

/** A character of a text layer with its middle, in pixels of the straightened page. */
export interface LayerCharacter {
  value: string
  x: number
  y: number
  /** Width of its box, and how sure the layer is of it, where these are known. */
  width?: number
  confidence?: number
}

/** Where a line is, in pixels. */
interface LineBox {
  x0: number
  y0: number
  x1: number
  y1: number
}

/** The characters of a page's text layer where they stand after the page was straightened. */
export function layerCharacters(source: Source, page: SourcePage, clean: CleanPage): LayerCharacter[] {
  if (!page.glyphs) return []
  const { boxes } = page.glyphs
  // The page of a layer may have another size: what wrote it counted in pixels, or the page is taken for A4.
  const [perX, perY] = [clean.width / page.glyphs.width, clean.height / page.glyphs.height]
  const [sin, cos] = [Math.sin(-clean.skew), Math.cos(-clean.skew)]
  const [cx, cy] = [clean.width / 2, clean.height / 2]
  const characters: LayerCharacter[] = []
  for (let offset = page.span[0]; offset < page.span[1]; offset++) {
    const value = source.text[offset] as string
    if (/\s/u.test(value)) continue
    const k = (offset - page.span[0]) * 4
    const dx = (((boxes[k] as number) + (boxes[k + 2] as number)) / 2) * perX - cx
    const dy = (((boxes[k + 1] as number) + (boxes[k + 3] as number)) / 2) * perY - cy
    characters.push({
      value,
      x: (cx + dx * cos - dy * sin) * clean.scale,
      y: (cy + dx * sin + dy * cos) * clean.scale,
      width: ((boxes[k + 2] as number) - (boxes[k] as number)) * perX * clean.scale,
      confidence: page.recognized?.confidences[offset - page.span[0]] ?? 1,
    })
  }
  return characters
}

/** Share of a line's height by which characters of its text may stand above or below its ink. */
const beside = 0.25

/** The characters that a layer has where a line is, from left to right. */
export function layerCharactersIn(characters: readonly LayerCharacter[], line: LineBox): LayerCharacter[] {
  const room = (line.y1 - line.y0) * beside
  const inside = characters.filter(
    ({ x, y }) => x >= line.x0 - room && x <= line.x1 + room && y >= line.y0 - room && y <= line.y1 + room,
  )
  return inside.sort((a, b) => a.x - b.x)
}

/** Of all characters, those further from any ink than this many pixels stand on nothing. */
const reach = 30
/** A layer of which this share stands on nothing belongs to another image. */
const strayShare = 0.5

/** Whether most of a layer stands where the page has no ink. */
export function isAstray(characters: readonly LayerCharacter[], lines: readonly LineBox[]): boolean {
  const stray = characters.filter(
    ({ x, y }) => !lines.some((l) => x >= l.x0 - reach && x <= l.x1 + reach && y >= l.y0 - reach && y <= l.y1 + reach),
  )
  return stray.length > characters.length * strayShare
}
