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
  /** Width of a character in ems, as the engine saw it; undefined where it did not say. */
  widthAt(offset: number): number | undefined
  /** Width of a digit as a share of what digits of its page have; undefined where nothing shows it. */
  roomAt(offset: number): number | undefined
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

const digit = /^[0-9０-９]$/u
/** So many digits show how wide those of a page are. */
const fewestDigits = 12

/** Widths of the digits of a page as shares of their em, by offset, and the usual one. */
function digitsOf({ text }: Source, { span, glyphs }: SourcePage): { widths: Map<number, number>; usual: number } {
  const widths = new Map<number, number>()
  for (const run of glyphs?.runs ?? []) {
    if (run.vertical || run.size <= 0) continue
    for (let offset = run.span[0]; offset < run.span[1]; offset++) {
      if (!digit.test(text[offset] as string)) continue
      const k = (offset - span[0]) * 4
      const [x0 = 0, x1 = 0] = [glyphs?.boxes[k], glyphs?.boxes[k + 2]]
      if (x1 > x0) widths.set(offset, (x1 - x0) / run.size)
    }
  }
  const sorted = [...widths.values()].sort((a, b) => a - b)
  return { widths, usual: sorted.length < fewestDigits ? 0 : (sorted[sorted.length >> 1] as number) }
}

/** Undefined where no page of the source was recognised: nothing is corrected there. */
export function recognitionOf(source: Source): Recognition | undefined {
  if (!source.pages.some((page) => page.recognized)) return undefined
  const recognizedAt = (offset: number): SourcePage | undefined => {
    const page = offset < 0 ? undefined : pageAt(source.pages, offset)
    return page?.recognized && offset >= (page.recognized.from ?? 0) ? page : undefined
  }
  const digits = new Map<SourcePage, ReturnType<typeof digitsOf>>()
  return {
    confidenceAt(offset) {
      const page = recognizedAt(offset)
      const confidence = page?.recognized?.confidences[offset - page.span[0]] ?? 1
      return confidence >= 0 && confidence <= 1 ? confidence : 0
    },
    roomAt(offset) {
      const page = recognizedAt(offset)
      if (!page?.glyphs) return undefined
      const own = digits.get(page) ?? digitsOf(source, page)
      digits.set(page, own)
      const width = own.widths.get(offset)
      return width === undefined || own.usual === 0 ? undefined : width / own.usual
    },
    isRecognized: (offset) => recognizedAt(offset) !== undefined,
    widthAt(offset) {
      const page = recognizedAt(offset)
      const boxes = page?.glyphs?.boxes
      if (!page || !boxes) return undefined
      const k = (offset - page.span[0]) * 4
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = boxes.subarray(k, k + 4)
      return y1 > y0 ? (x1 - x0) / (y1 - y0) : undefined
    },
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
