import type { Finding, Source } from '@kyoyaku/core'
import type { LayerOf } from '../page/read-page.ts'
import { layerCharacters } from './layer-text.ts'

/** What another program read on a page, by its number. */
export function toldOf(told: Source | undefined, number: number): LayerOf | undefined {
  const page = told?.pages.find((p) => p.number === number)
  return told && page && ((clean) => layerCharacters(told, page, clean))
}

/** Pages that another program read and that are no images here, or of which it has no places. */
export const toldInVain = (told: Source | undefined, isRead: (page: number) => boolean): Finding[] =>
  (told?.pages ?? []).flatMap(({ number = 1, glyphs }) =>
    !isRead(number) || !glyphs ? [{ code: 'text-layer-rejected' as const, data: {}, at: { page: number } }] : [],
  )
