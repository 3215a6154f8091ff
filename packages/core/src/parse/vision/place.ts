import type { At } from '../../schema/at.ts'

/** The place of a value that lies in several, with what a redline marks in each. */
export function placesOf(places: readonly (At | undefined)[]): At {
  const spans = places.flatMap((at) => at?.spans ?? (at?.span ? [at.span] : []))
  const runs = places.flatMap((at) => at?.runs ?? [])
  return { ...hullOf(places), ...(spans.length > 1 ? { spans } : {}), ...(runs.length > 0 ? { runs } : {}) }
}

/** Widens `place` to values that stand behind it, which keeps what is there: adding one at a time takes no longer than all at once. */
export function widen(place: At, added: At): void {
  const pieces = added.spans ?? (added.span ? [added.span] : [])
  if (pieces.length === 0) return
  const before = place.spans ?? (place.span ? [place.span] : [])
  for (const piece of pieces) before.push(piece)
  if (before.length > 1) place.spans = before
  if (added.runs) place.runs = [...(place.runs ?? []), ...added.runs]
  Object.assign(place, hullOf([place, added]))
}

/** The smallest place that holds all of the given ones. */
export function hullOf(places: readonly (At | undefined)[]): At {
  const spans = places.flatMap((at) => (at?.span ? [at.span] : []))
  if (spans.length === 0) return {}
  const page = places.find((at) => at?.page !== undefined)?.page
  let [start, end] = spans[0] as [number, number]
  for (const span of spans) {
    start = Math.min(start, span[0])
    end = Math.max(end, span[1])
  }
  return { ...(page === undefined ? {} : { page }), span: [start, end] }
}
