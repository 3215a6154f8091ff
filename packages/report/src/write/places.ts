import type { Place, Side } from '../paper/paper.ts'
import type { Revision } from '../revision.ts'

/** A place that a paper links to, with what stands there. */
export interface QuotedPlace {
  id: string
  side: Side
  page?: number
  line?: number
  /** What stands before it on its line, what was read, and what follows. */
  quote?: readonly [string, string, string]
  /** Address of the original at its page, relative to the paper. */
  original?: string
}

export interface PlaceIndex {
  idOf: (place: Place) => string
  all: () => QuotedPlace[]
}

/** Characters that are quoted around and of a value. */
const around = 40
const longestQuote = 160

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1)
  return starts
}

/** The line, from 1, that holds an offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] as number) <= offset) low = middle
    else high = middle - 1
  }
  return low + 1
}

/** Numbers the places that a paper links to, each once, and quotes them from their sources. */
export function placeIndex({ texts = {}, originals = {}, comparison }: Revision): PlaceIndex {
  const places = new Map<string, QuotedPlace>()
  const starts: Partial<Record<Side, number[]>> = {}
  const quoted = ({ side, at }: Place, id: string): QuotedPlace => {
    const text = texts[side]
    const [from, to] = at.spans?.[0] ?? at.span ?? []
    const page = at.page === undefined ? {} : { page: at.page }
    const address = originals[side]
    const isPdf = comparison[side].format === 'pdf'
    const original =
      address === undefined ? {} : { original: isPdf && at.page !== undefined ? `${address}#page=${at.page}` : address }
    if (text === undefined || from === undefined || to === undefined) return { id, side, ...page, ...original }
    starts[side] ??= lineStarts(text)
    const line = lineAt(starts[side], from)
    const start = starts[side][line - 1] ?? 0
    const next = starts[side][line]
    const end = Math.max(to, next === undefined ? text.length : next - 1)
    const quote = [
      text.slice(Math.max(start, from - around), from),
      text.slice(from, Math.min(to, from + longestQuote)),
      text.slice(to, Math.min(end, to + around)),
    ] as const
    // A line of a drawn page is no line that a reader could count.
    return { id, side, ...page, ...(isPdf ? {} : { line }), quote, ...original }
  }
  return {
    idOf: (place) => {
      const { side, at } = place
      const key = `${side}:${at.page ?? ''}:${(at.spans?.[0] ?? at.span ?? at.bbox ?? []).join('-')}`
      const known = places.get(key)
      if (known) return known.id
      const id = `${side}-${places.size + 1}`
      places.set(key, quoted(place, id))
      return id
    },
    all: () => [...places.values()],
  }
}
