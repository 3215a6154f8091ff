import type { SeenCharacter, SeenLine } from './read-line.ts'

/** A line with the em boxes of its characters, in pixels: one size and one baseline for all of them. */
export interface LaidLine {
  line: SeenLine
  size: number
  boxes: [number, number, number, number][]
}

/** Share of the em under the baseline, as in the boxes of drawn pages. */
const descent = 0.12
/** What kanji, kana and figures fill of the em in height, and how far kanji reach below the baseline. */
const kanjiHeight = 0.92
const kanaHeight = 0.84
const figureHeight = 0.73
const kanjiDepth = 0.08
/** Sizes closer than this share are one size, measured badly. */
const sameSize = 0.1
/** Gaps of less than this many ems are no spaces … */
const closed = 0.28
/** … in a column of characters, which often stand apart, less than this … */
const closedBelow = 0.9
/** … nor are those between figures that stand an em apart: they are full-width. */
const fullPitch = [0.85, 1.2] as const
/** White beside the ink of punctuation on its closed side, in ems. */
const bearing = 0.08

const kanji = /^[\u3400-\u9fff\u3005\uf900-\ufaff]$/u
const kana = /^[\u3041-\u30fa]$/u
const smallKana = /^[ぁぃぅぇぉっゃゅょァィゥェォッャュョ]$/u
const figure = /^[0-9A-Z０-９Ａ-Ｚ]$/u
const narrow = /^[!-~\uff61-\uff9f]$/u
const digit = /^[0-9,.]$/u
const atLeft = new Set('、。，．」』）】〕〉》')
const atRight = new Set('「『（【〔〈《')

const quantile = (values: number[], q: number): number => {
  values.sort((a, b) => a - b)
  return values[Math.min(values.length - 1, Math.floor(values.length * q))] as number
}

/** Height of the em and baseline, by the characters whose ink tells; undefined for a line of punctuation. */
function measure({ characters, vertical, x0, x1 }: SeenLine): { size: number; base?: number } | undefined {
  const own = (pattern: RegExp): SeenCharacter[] =>
    characters.filter((c) => pattern.test(c.value) && !smallKana.test(c.value))
  const height = (c: SeenCharacter): number => (vertical ? c.x1 - c.x0 : c.y1 - c.y0)
  const ideographs = own(kanji)
  if (ideographs.length > 0) {
    const size = quantile(ideographs.map(height), 0.75) / kanjiHeight
    return {
      size,
      base:
        quantile(
          ideographs.map((c) => c.y1),
          0.5,
        ) -
        kanjiDepth * size,
    }
  }
  const syllables = own(kana)
  const figures = own(figure)
  if (syllables.length > figures.length) {
    const size = quantile(syllables.map(height), 0.85) / kanaHeight
    return {
      size,
      base:
        quantile(
          syllables.map((c) => c.y1),
          0.5,
        ) -
        kanjiDepth * size * 0.6,
    }
  }
  if (figures.length > 0) {
    const size =
      quantile(
        figures.map((c) => c.y1 - c.y0),
        0.5,
      ) / figureHeight
    return {
      size: vertical ? Math.max(size, x1 - x0) : size,
      base: quantile(
        figures.map((c) => c.y1),
        0.5,
      ),
    }
  }
  return undefined
}

/** Puts sizes that differ by what measuring does to the middle of their kind. */
function evened(sizes: readonly (number | undefined)[]): (size: number) => number {
  const sorted = sizes.filter((s) => s !== undefined).sort((a, b) => a - b)
  const kinds: number[][] = []
  for (const size of sorted) {
    const kind = kinds.at(-1)
    if (kind && size <= (kind[kind.length >> 1] as number) * (1 + sameSize)) kind.push(size)
    else kinds.push([size])
  }
  const middles = kinds.map((k) => k[k.length >> 1] as number)
  return (size) => middles.reduce((a, b) => (Math.abs(b - size) < Math.abs(a - size) ? b : a), middles[0] ?? size)
}

/** Left and right edges of the advances of a horizontal line. */
function advances(characters: readonly SeenCharacter[], size: number): [number, number][] {
  const edges = characters.map(({ value, x0, x1 }): [number, number] => {
    if (narrow.test(value)) return [x0 - 0.04 * size, x1 + 0.04 * size]
    const width = Math.max(size, x1 - x0)
    if (atLeft.has(value)) return [x0 - bearing * size, x0 - bearing * size + width]
    if (atRight.has(value)) return [x1 + bearing * size - width, x1 + bearing * size]
    const middle = (x0 + x1) / 2
    return [middle - width / 2, middle + width / 2]
  })
  for (let i = 1; i < edges.length; i++) {
    const a = edges[i - 1] as [number, number]
    const b = edges[i] as [number, number]
    const [ca, cb] = [characters[i - 1] as SeenCharacter, characters[i] as SeenCharacter]
    const gap = b[0] - a[1]
    const pitch = (cb.x0 + cb.x1 - ca.x0 - ca.x1) / 2 / size
    const fullWidth = digit.test(ca.value) && digit.test(cb.value) && pitch >= fullPitch[0] && pitch <= fullPitch[1]
    if (gap < closed * size || fullWidth) {
      // Where boxes overlap or nearly meet, they meet halfway between the inks.
      const middle = Math.max(a[0] + 1, Math.min((ca.x1 + cb.x0) / 2, b[1] - 1))
      a[1] = middle
      b[0] = middle
    }
  }
  return edges
}

/** Em boxes below one another; those that nearly meet do meet. */
function stacked({ characters, x0, x1 }: SeenLine, size: number): [number, number, number, number][] {
  const middle = (x0 + x1) / 2
  const boxes = characters.map(({ y0, y1 }): [number, number, number, number] => {
    const centre = (y0 + y1) / 2
    const half = Math.max(size, y1 - y0) / 2
    return [middle - size / 2, centre - half, middle + size / 2, centre + half]
  })
  // Two characters that were read in one place share it.
  for (let i = 0; i < boxes.length; ) {
    let end = i + 1
    while (end < boxes.length && characters[end]?.y0 === characters[i]?.y0) end++
    const [, top, , bottom] = [...(boxes[i] as [number, number, number, number])]
    for (let k = i; k < end; k++) {
      const box = boxes[k] as [number, number, number, number]
      box[1] = top + ((bottom - top) * (k - i)) / (end - i)
      box[3] = top + ((bottom - top) * (k - i + 1)) / (end - i)
    }
    i = end
  }
  for (let i = 1; i < boxes.length; i++) {
    const [a, b] = [boxes[i - 1], boxes[i]] as [number[], number[]]
    const [end, start] = [a[3] as number, b[1] as number]
    if (start - end < closedBelow * size) a[3] = b[1] = Math.max((end + start) / 2, (a[1] as number) + 1)
  }
  return boxes
}

function laid(line: SeenLine, size: number, base: number): LaidLine {
  const { characters } = line
  if (line.vertical) return { line, size, boxes: stacked(line, size) }
  const [top, bottom] = [base - (1 - descent) * size, base + descent * size]
  return { line, size, boxes: advances(characters, size).map(([x0, x1]) => [x0, top, x1, bottom]) }
}

/** Gives the characters of a page the boxes that drawn ones have. `em` is the usual height of characters, in pixels. */
export function layLines(lines: readonly SeenLine[], em: number): LaidLine[] {
  const measured = lines.map((l) => (l.mark ? undefined : measure(l)))
  const snap = evened(measured.map((m) => m?.size))
  return lines.map((line, i) => {
    const found = measured[i]
    const size = snap(found?.size ?? em)
    const middle = (line.y0 + line.y1) / 2
    return laid(line, size, found?.base ?? middle + (0.5 - descent) * size)
  })
}
