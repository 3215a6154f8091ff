import { type Band, bandsOf, rightwards } from '../lines/bands.ts'
import type { InkLine } from '../lines/ink-line.ts'
import type { SeenCharacter } from './read-line.ts'

/** Ink of a line between two white columns, or a part of it where characters touch; `y0` and `y1` of the ink in it. */
interface Piece {
  x0: number
  x1: number
  y0: number
  y1: number
}

/** What characters fill of the em in width, at least and at most. */
const widths: readonly { of: RegExp; least: number; most: number }[] = [
  { of: /^[、。，．・：；,.:;'’!|｜」「』『()（）［］[\]【】〔〕]$/u, least: 0.04, most: 0.62 },
  { of: /^[0-9０-９]$/u, least: 0.12, most: 0.68 },
  { of: /^[!-~\uff61-\uff9f]$/u, least: 0.1, most: 0.95 },
  { of: /^[ぁ-ゖァ-ヺー一]$/u, least: 0.28, most: 1.02 },
  { of: /^./u, least: 0.6, most: 1.06 },
]
/** Costs: an em that a character stands off from where the engine saw it (which slips by one now and then), at most … */
const offCost = 0.35
const mostOff = 2
/** … an em of width too much or too little … */
const widthCost = 3
/** … an em of white inside of a character beyond what characters have … */
const gapCost = 3
const usualGap = 0.16
/** … and a character without ink of its own: it touches another, or the engine said one twice. */
const ghostCost = 1.6
/** Pieces that cost no more than this beside their places fit their characters; places count this much less where a line slipped. */
const fitting = 0.3
const slipped = 0.1
/** No character falls into more pieces than this. */
const mostPieces = 6
/** Ink wider than this many ems is characters that touch: it is cut into pieces half an em wide. */
const touching = 1.15
/** What engines make of a wide space, where characters stand so far apart, in ems, that no sign between them could touch one. */
const spaceSeen = /^[_＿。]$/u
const wideSpace = 0.85
/** What it costs that such a sign has no ink. */
const spaceCost = 0.4
/** Lines of more pieces or characters than this keep the places that the engine gave. */
const longest = 400

const widthOf = (value: string): { least: number; most: number } =>
  widths.find((w) => w.of.test(value)) as { least: number; most: number }

function pieceOf(band: Band): Piece {
  return {
    x0: band.from,
    x1: band.to,
    y0: Math.min(...band.ink.map((c) => c.y0)),
    y1: Math.max(...band.ink.map((c) => c.y1)),
  }
}

function piecesOf(line: InkLine, em: number): Piece[] {
  return bandsOf(line.ink, rightwards, 0).flatMap((band) => {
    const piece = pieceOf(band)
    const width = piece.x1 - piece.x0
    if (width <= touching * em) return [piece]
    const count = Math.round((width / em) * 2)
    return Array.from({ length: count }, (_, i) => ({
      ...piece,
      x0: piece.x0 + (width * i) / count,
      x1: piece.x0 + (width * (i + 1)) / count,
    }))
  })
}

/** What it costs that a character stands on the pieces from … to (exclusive), an em beside where it was seen costing `offCost`. */
function placeCost(c: SeenCharacter, pieces: readonly Piece[], [from, to]: Span, em: number, offCost: number): number {
  const [first, last] = [pieces[from] as Piece, pieces[to - 1] as Piece]
  const off = Math.abs((first.x0 + last.x1) / 2 - (c.x0 + c.x1) / 2) / em
  return Math.min(off, mostOff) * offCost
}

/** What it costs that the ink of a character has the form of these pieces. */
function formCost(c: SeenCharacter, pieces: readonly Piece[], [from, to]: Span, em: number): number {
  const width = ((pieces[to - 1] as Piece).x1 - (pieces[from] as Piece).x0) / em
  const { least, most } = widthOf(c.value)
  let cost = Math.max(0, least - width, width - most) * widthCost
  for (let k = from + 1; k < to; k++) {
    const gap = ((pieces[k] as Piece).x0 - (pieces[k - 1] as Piece).x1) / em
    cost += Math.max(0, gap - usualGap) * gapCost
  }
  return cost
}

/** Pieces from … to (exclusive). */
type Span = readonly [from: number, to: number]

/** The pieces that each character stands for, and what their forms cost, without what their places do. */
interface Alignment {
  spans: Span[]
  /** Characters without ink of their own; their span is that of a neighbour. */
  ghosts: ReadonlySet<number>
  misfit: number
}

function align(characters: readonly SeenCharacter[], pieces: readonly Piece[], em: number, offCost: number): Alignment {
  const [n, m] = [characters.length, pieces.length]
  // costs[i][j]: the first i characters are the first j pieces; a piece that belongs to nobody is dirt.
  const costs = Array.from({ length: n + 1 }, () => new Float64Array(m + 1).fill(Number.POSITIVE_INFINITY))
  const taken = Array.from({ length: n + 1 }, () => new Int8Array(m + 1))
  ;(costs[0] as Float64Array)[0] = 0
  const dirt = (j: number): number => ((pieces[j] as Piece).x1 - (pieces[j] as Piece).x0) / em + 0.4
  for (let j = 1; j <= m; j++)
    (costs[0] as Float64Array)[j] = ((costs[0] as Float64Array)[j - 1] as number) + dirt(j - 1)
  for (let i = 1; i <= n; i++) {
    const c = characters[i - 1] as SeenCharacter
    const lost = spaceSeen.test(c.value) ? spaceCost : ghostCost
    const own = costs[i] as Float64Array
    const before = costs[i - 1] as Float64Array
    const steps = taken[i] as Int8Array
    for (let j = 0; j <= m; j++) {
      own[j] = (before[j] as number) + lost
      if (j > 0 && (own[j - 1] as number) + dirt(j - 1) < (own[j] as number)) {
        own[j] = (own[j - 1] as number) + dirt(j - 1)
        steps[j] = -1
      }
      for (let k = 1; k <= Math.min(mostPieces, j); k++) {
        const span: Span = [j - k, j]
        const cost = (before[j - k] as number) + formCost(c, pieces, span, em) + placeCost(c, pieces, span, em, offCost)
        if (cost < (own[j] as number)) {
          own[j] = cost
          steps[j] = k
        }
      }
    }
  }
  const spans: Span[] = []
  const ghosts = new Set<number>()
  let misfit = (costs[n] as Float64Array)[m] as number
  for (let i = n, j = m; i > 0; ) {
    const step = (taken[i] as Int8Array)[j] as number
    if (step === -1) {
      j--
      continue
    }
    i--
    const span: Span = step > 0 ? [j - step, j] : [Math.max(0, j - 1), Math.max(1, j)]
    if (step === 0) ghosts.add(i)
    else misfit -= placeCost(characters[i] as SeenCharacter, pieces, span, em, offCost)
    spans.push(span)
    j -= step
  }
  return { spans: spans.reverse(), ghosts, misfit }
}

/** Whether a sign is what was made of a wide space: it has no ink, and what stands before it is far from what stands behind. */
function isSpace(
  value: string,
  i: number,
  { spans, ghosts }: Alignment,
  pieces: readonly Piece[],
  em: number,
): boolean {
  if (!ghosts.has(i) || !spaceSeen.test(value)) return false
  const [, before = 0] = spans[i - 1] ?? []
  const [after = 0] = spans[i + 1] ?? []
  const gap = (pieces[after]?.x0 ?? 0) - (pieces[before - 1]?.x1 ?? Number.POSITIVE_INFINITY)
  return after === before && gap >= wideSpace * em
}

/**
 * Gives the characters of a row the ink that they stand for: pieces of ink in a row for each, so that widths and places fit best.
 * Characters that were said twice for one ink are dropped, and what was made of a wide space. `em` is the height of the em in pixels.
 */
export function alignInk(characters: readonly SeenCharacter[], line: InkLine, em: number): SeenCharacter[] {
  const pieces = piecesOf(line, em)
  const [n, m] = [characters.length, pieces.length]
  if (n === 0 || m === 0 || n > longest || m > longest) return [...characters]
  let best = align(characters, pieces, em, offCost)
  // The places of a whole line can be one off: where every piece then fits its character, they say nothing.
  if (best.misfit > fitting) {
    const other = align(characters, pieces, em, offCost * slipped)
    if (other.misfit <= fitting) best = other
  }
  const placed = characters.flatMap((c, i): SeenCharacter[] => {
    if (isSpace(c.value, i, best, pieces, em)) return []
    const [from, to] = best.spans[i] as Span
    const own = pieces.slice(from, to)
    return [
      {
        ...c,
        x0: (own[0] as Piece).x0,
        x1: (own.at(-1) as Piece).x1,
        y0: Math.min(...own.map((p) => p.y0)),
        y1: Math.max(...own.map((p) => p.y1)),
      },
    ]
  })
  return shareInk(placed, em)
}

const figure = /^[0-9０-９]$/u
const sameKana = (a: string, b: string): boolean => kanaOf(a) === kanaOf(b)
const kanaOf = (value: string): string =>
  value >= 'ァ' && value <= 'ヶ' ? String.fromCharCode(value.charCodeAt(0) - 0x60) : value

const isWide = ({ value, x0, x1 }: SeenCharacter, em: number): boolean => (x1 - x0) / em > widthOf(value).most
/** What is left of the confidence in a figure that was said twice where it seems to stand once. */
const saidTwice = 0.5

/**
 * Characters that were given the same ink part it among them, from left to right; such as only repeat another are dropped, unless the
 * ink is too wide for one, or that of a neighbour is, which then holds two: zeros of an amount often touch. A figure dropped leaves a doubt.
 */
function shareInk(characters: readonly SeenCharacter[], em: number): SeenCharacter[] {
  const shared: SeenCharacter[] = []
  for (let i = 0; i < characters.length; ) {
    const first = characters[i] as SeenCharacter
    let end = i + 1
    while (end < characters.length && (characters[end] as SeenCharacter).x1 === first.x1) end++
    const beside = [characters[i - 1], characters[end]].filter((c) => c !== undefined)
    const isRoomy = isWide(first, em) || beside.some((c) => isWide(c, em))
    const own: SeenCharacter[] = []
    characters.slice(i, end).forEach((c, k, all) => {
      const before = all[k - 1]
      const isRepeated = before !== undefined && sameKana(c.value, before.value) && !isRoomy
      const last = own.at(-1)
      if (!isRepeated) own.push(c)
      else if (last && figure.test(c.value)) own[own.length - 1] = { ...last, confidence: last.confidence * saidTwice }
    })
    const width = (first.x1 - first.x0) / own.length
    own.forEach((c, k) => void shared.push({ ...c, x0: first.x0 + k * width, x1: first.x0 + (k + 1) * width }))
    i = end
  }
  return shared
}
