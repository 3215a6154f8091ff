import type { ParseResult } from '@kyoyaku/core'
import type { Manuscript } from '../manuscript/manuscript.ts'
import { markedPieces } from '../manuscript/redline.ts'
import type { Tally } from './comparison.ts'
import { plain } from './fact.ts'

interface Run {
  text: string
  mark: string
  span: [number, number]
}

const isRun = (value: unknown): value is Run =>
  typeof value === 'object' && value !== null && 'mark' in value && 'span' in value && 'text' in value

const isWithin = (a: Run['span'], b: Run['span']): boolean => a[0] >= b[0] && a[1] <= b[1] && a[1] - a[0] < b[1] - b[0]

/** All runs that a result holds; those that several values share count once. */
function runsIn(value: unknown, found: Map<string, Run>): void {
  if (typeof value !== 'object' || value === null) return
  if (isRun(value)) found.set(`${value.mark} ${value.span.join('-')}`, value)
  else for (const inner of Object.values(value)) runsIn(inner, found)
}

/**
 * A run is a stretch of text that a redline strikes out or puts in; it is right where its text and mark are. What is only
 * underlined is neither.
 */
export function compareRuns(manuscript: Manuscript, read: ParseResult): { tally: Tally; missed: string[] } {
  const found = new Map<string, Run>()
  runsIn(read.documents, found)
  const left = new Map<string, number>()
  let number = 0
  const runs = [...found.values()]
  for (const { text, mark, span } of runs) {
    // A value that begins or ends within a run has a part of it.
    const isPart = runs.some((r) => r.mark === mark && isWithin(span, r.span))
    if (mark === 'underlined' || isPart) continue
    number++
    const id = `${mark} ${plain(text)}`
    left.set(id, (left.get(id) ?? 0) + 1)
  }
  const wanted = markedPieces(manuscript)
  const missed: string[] = []
  for (const { text, mark } of wanted) {
    const id = `${mark} ${plain(text)}`
    const n = left.get(id) ?? 0
    if (n > 0) left.set(id, n - 1)
    else missed.push(`missed ${id}`)
  }
  const hit = wanted.length - missed.length
  for (const [id, n] of left) for (let i = 0; i < n; i++) missed.push(`invented ${id}`)
  return { tally: { hit, wanted: wanted.length, found: number }, missed }
}
