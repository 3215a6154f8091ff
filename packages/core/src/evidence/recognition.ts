import type { Source, SourcePage } from '../read/source.ts'
import type { Text } from '../text/text.ts'

/** What another engine read in place of a part of the source text. */
export interface OtherReading {
  span: readonly [number, number]
  text: string
}

/** What is known of how the characters of a source were recognised. */
export interface Recognition {
  /** 0 to 1; 1 for characters that were read and not recognised, and for those without a place. */
  confidenceAt(offset: number): number
  isRecognized(offset: number): boolean
  /** Readings of other engines that touch [start, end). */
  othersIn(start: number, end: number): OtherReading[]
}

function pageAt(pages: readonly SourcePage[], offset: number): SourcePage | undefined {
  let low = 0
  let high = pages.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((pages[middle] as SourcePage).span[0] <= offset) low = middle
    else high = middle - 1
  }
  const page = pages[low]
  return page && offset >= page.span[0] && offset < page.span[1] ? page : undefined
}

/** Undefined where no page of the source was recognised: nothing is corrected there. */
export function recognitionOf(source: Source): Recognition | undefined {
  if (!source.pages.some((page) => page.recognized)) return undefined
  const recognizedAt = (offset: number): SourcePage | undefined => {
    const page = offset < 0 ? undefined : pageAt(source.pages, offset)
    return page?.recognized ? page : undefined
  }
  return {
    confidenceAt(offset) {
      const page = recognizedAt(offset)
      const confidence = page?.recognized?.confidences[offset - page.span[0]] ?? 1
      return confidence >= 0 && confidence <= 1 ? confidence : 0
    },
    isRecognized: (offset) => recognizedAt(offset) !== undefined,
    othersIn: (start, end) =>
      recognizedAt(start)?.recognized?.others.filter((o) => o.span[0] < end && o.span[1] > start) ?? [],
  }
}

/** The least confidence of the characters of a text, spaces aside; 1 where none was recognised. */
export function leastConfidence(recognition: Recognition, text: Text, start = 0, end = text.value.length): number {
  let least = 1
  for (let i = start; i < end; i++) {
    const offset = text.offsets[i] as number
    if (offset >= 0 && text.value[i] !== ' ' && text.value[i] !== '\u3000')
      least = Math.min(least, recognition.confidenceAt(offset))
  }
  return least
}
