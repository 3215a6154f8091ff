import type { Finding, Source, SourcePage } from '@kyoyaku/core'
import type { CleanPage } from '../clean/clean-page.ts'
import type { ToldOf } from '../page/read-page.ts'
import { layerCharacters } from './layer-text.ts'

/** A box as it is when its page, so wide and high, is turned clockwise. */
const turnedBox: Readonly<Record<CleanPage['turn'], (box: readonly number[], w: number, h: number) => number[]>> = {
  0: (box) => [...box],
  90: ([x0 = 0, y0 = 0, x1 = 0, y1 = 0], _, h) => [h - y1, x0, h - y0, x1],
  180: ([x0 = 0, y0 = 0, x1 = 0, y1 = 0], w, h) => [w - x1, h - y1, w - x0, h - y0],
  270: ([x0 = 0, y0 = 0, x1 = 0, y1 = 0], w) => [y0, w - x1, y1, w - x0],
}

function turned(page: SourcePage, turn: CleanPage['turn']): SourcePage {
  const { glyphs } = page
  if (!glyphs) return page
  const { width: w, height: h } = glyphs
  const boxes = new Float32Array(glyphs.boxes.length)
  for (let k = 0; k < boxes.length; k += 4) boxes.set(turnedBox[turn]([...glyphs.boxes.subarray(k, k + 4)], w, h), k)
  const [width, height] = turn === 90 || turn === 270 ? [h, w] : [w, h]
  return { ...page, glyphs: { ...glyphs, width, height, boxes } }
}

/**
 * What another program read on a page, by its number. Of a page that lies on its side or upside down some give places on the image as it lies,
 * others on the page as they turned it: which of them it is, the shape of the page may tell.
 */
export function toldOf(told: Source | undefined, number: number): ToldOf | undefined {
  const page = told?.pages.find((p) => p.number === number)
  if (!told || !page) return undefined
  return (clean) => {
    const upright = layerCharacters(told, page, clean)
    if (clean.turn === 0 || !page.glyphs) return [upright]
    const { width, height } = page.glyphs
    const asItLies = layerCharacters(told, turned(page, clean.turn), clean)
    return width > height === clean.width > clean.height ? [upright, asItLies] : [asItLies, upright]
  }
}

/** Pages that another program read and that are no images here, or of which it has no places. */
export const toldInVain = (told: Source | undefined, isRead: (page: number) => boolean): Finding[] =>
  (told?.pages ?? []).flatMap(({ number = 1, glyphs }) =>
    !isRead(number) || !glyphs ? [{ code: 'text-layer-rejected' as const, data: {}, at: { page: number } }] : [],
  )
