import type { At } from '@kyoyaku/core'

type Run = NonNullable<At['runs']>[number]

const bare = (text: string): string => text.replace(/\s/gu, '')

/** Index of a text from a place on, spaces in it aside; and where it ends. */
function find(value: string, text: string, from: number): [number, number] | undefined {
  const whole = value.indexOf(text, from)
  if (whole >= 0) return [whole, whole + text.length]
  const words = bare(text)
  const at = words === '' ? -1 : value.indexOf(words, from)
  return at < 0 ? undefined : [at, at + words.length]
}

/** Characters of the value that stand in the source before an offset, as near as its pieces tell. */
function before(at: At, offset: number, length: number): number {
  const pieces = at.spans ?? (at.span ? [at.span] : [])
  let count = 0
  for (const [start, end] of pieces) count += Math.max(0, Math.min(end, offset) - start)
  return Math.min(length, count)
}

/**
 * A value as it was before the redline that its place tells of: without what was put in, with what was struck out. The value itself where
 * nothing of the kind is marked.
 */
export function struckText(value: string, at: At | undefined): string {
  const runs = at?.runs?.filter((r) => r.mark !== 'underlined') ?? []
  if (!at || runs.length === 0) return value
  const found = new Map<Run, [number, number]>()
  let cursor = 0
  for (const run of runs) {
    if (run.mark !== 'inserted') continue
    const place = find(value, run.text, cursor)
    if (!place) continue
    found.set(run, place)
    cursor = place[1]
  }
  let out = ''
  let from = 0
  runs.forEach((run, i) => {
    const place = found.get(run)
    if (place) {
      out += value.slice(from, place[0])
      from = place[1]
      return
    }
    if (run.mark === 'inserted') return
    const next = runs.slice(i + 1).find((r) => found.has(r))
    const limit = next ? (found.get(next) as [number, number])[0] : value.length
    const last = runs[i - 1]
    // What stands right beside another run in the source does so here: struck text and what replaces it.
    const touching = next && next.span[0] - run.span[1] <= 1 && next.span[0] >= run.span[1]
    const following = last && found.has(last) && run.span[0] - last.span[1] <= 1
    const at_ = touching
      ? limit
      : following
        ? from
        : Math.min(limit, Math.max(from, before(at, run.span[0], value.length)))
    out += value.slice(from, at_) + run.text
    from = at_
  })
  return out + value.slice(from)
}
