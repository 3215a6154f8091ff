// The search makes millions of steps and keeps few of them: they are numbers in typed arrays, not objects.

/** More columns than agreements have parties. */
export const maximumColumns = 7

/**
 * A step's state: its column, and as bit sets the columns that this pass over the row may hold and those left open for
 * the page after. A set takes as many bits as there are columns (`width`), so that few columns have few states. Above
 * them stands how the step came to its place.
 */
const mannerShift = 2 * maximumColumns + 3
const stateMask = 2 ** mannerShift - 1

/** How a step came to its place: what begins with it, and whether its piece is the first line of its cell. */
export const manner = { following: 0, row: 1, cell: 2, pass: 3, first: 4 } as const

export const stateOf = (width: number, column: number, allowed: number, open: number): number =>
  (((column << width) | allowed) << width) | open
export const columnIn = (width: number, word: number): number => (word & stateMask) >> (2 * width)
export const allowedIn = (width: number, word: number): number => (word >> width) & ((1 << width) - 1)
export const openIn = (width: number, word: number): number => word & ((1 << width) - 1)
export const mannerIn = (word: number): number => word >> mannerShift

/** Steps side by side: a state with its manner, a cost, the number of the step before or −1, the number of a place. */
export interface Steps {
  count: number
  words: Int32Array
  costs: Float64Array
  befores: Int32Array
  places: Int32Array
}

/** The cheapest step of each state among those that end in one place of a line. */
export interface Candidates extends Steps {
  /** Where the step of a state would stand; never wiped, so what stands there is looked at. */
  slots: Int32Array
  least: number
}

/** No search keeps more readings at a place. */
export const widestBeam = 24

const initialSize = 128

const noSteps = (): Steps => ({
  count: 0,
  words: new Int32Array(initialSize),
  costs: new Float64Array(initialSize),
  befores: new Int32Array(initialSize),
  places: new Int32Array(initialSize),
})

const noCandidates = (width: number): Candidates => ({
  ...noSteps(),
  slots: new Int32Array(width << (2 * width)),
  least: Number.POSITIVE_INFINITY,
})

// A table takes dozens of searches, one after the other, and most are over sooner than their memory was got: the next one has it.

/** More steps than this are given back. */
const mostRemembered = 65_536
let remembered = noSteps()

/** Steps for a search; those of the one before are lost. */
export function freshSteps(): Steps {
  if (remembered.words.length > mostRemembered) remembered = noSteps()
  remembered.count = 0
  return remembered
}

const rememberedByWidth: Candidates[][] = []

/** Candidates of a place, without any; those that this place of the line before had are lost. */
export function freshCandidates(width: number, place: number): Candidates {
  rememberedByWidth[width] ??= []
  const known = rememberedByWidth[width]
  known[place] ??= noCandidates(width)
  const candidates = known[place]
  candidates.count = 0
  candidates.least = Number.POSITIVE_INFINITY
  return candidates
}

function grow(steps: Steps): void {
  const { words, costs, befores, places } = steps
  const size = 2 * words.length
  steps.words = new Int32Array(size)
  steps.costs = new Float64Array(size)
  steps.befores = new Int32Array(size)
  steps.places = new Int32Array(size)
  steps.words.set(words)
  steps.costs.set(costs)
  steps.befores.set(befores)
  steps.places.set(places)
}

function write(steps: Steps, at: number, word: number, cost: number, before: number, place: number): void {
  if (at === steps.words.length) grow(steps)
  steps.words[at] = word
  steps.costs[at] = cost
  steps.befores[at] = before
  steps.places[at] = place
}

/** A reading that is this much behind the best one has two labels or borders more in wrong places: it never wins. */
const beamDepth = 9

/** Adds a step, unless there is one of its state that costs no more or it is behind by more than is kept. */
export function put(to: Candidates, state: number, how: number, cost: number, before: number, place: number): void {
  if (cost > to.least + beamDepth) return
  let at = to.slots[state] as number
  if (at >= to.count || ((to.words[at] as number) & stateMask) !== state) {
    at = to.count++
    to.slots[state] = at
  } else if ((to.costs[at] as number) <= cost) return
  write(to, at, state | (how << mannerShift), cost, before, place)
  if (cost < to.least) to.least = cost
}

/** The numbers of the cheapest candidates, the best first; those that cost the same in the order they came in. */
const best = new Int32Array(widestBeam)

/** Finds the cheapest candidates; gives how many. */
function findCheapest({ count, costs, least }: Candidates, beam: number): number {
  const limit = least + beamDepth
  let found = 0
  for (let at = 0; at < count; at++) {
    const cost = costs[at] as number
    const full = found === beam
    if (cost > limit || (full && cost >= (costs[best[beam - 1] as number] as number))) continue
    let to = full ? beam - 1 : found++
    while (to > 0 && (costs[best[to - 1] as number] as number) > cost) {
      best[to] = best[to - 1] as number
      to--
    }
    best[to] = at
  }
  return found
}

/** Keeps the cheapest candidates, as many as the `beam` is wide: the range of their numbers among the steps kept. */
export function keep(kept: Steps, from: Candidates | undefined, beam: number): { start: number; end: number } {
  const start = kept.count
  if (!from) return { start, end: start }
  const found = findCheapest(from, beam)
  for (let i = 0; i < found; i++) {
    const at = best[i] as number
    const { words, costs, befores, places } = from
    write(kept, kept.count++, words[at] as number, costs[at] as number, befores[at] as number, places[at] as number)
  }
  return { start, end: kept.count }
}
