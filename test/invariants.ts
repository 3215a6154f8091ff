import type { ParseResult, Source } from '../packages/core/src/index.ts'
import { parseResult } from '../packages/core/src/schema/parse-result.ts'
import { bare, lettersOf, nestings, placesOf } from './places.ts'

const excerpt = (text: string, i: number): string => JSON.stringify(text.slice(Math.max(0, i - 8), i + 12))

/** Runs of offsets, each as the text that stands there. */
function runs(text: string, offsets: number[]): string[] {
  const found: [number, number][] = []
  for (const i of offsets) {
    const last = found.at(-1)
    if (last && i - last[1] <= 2) last[1] = i + 1
    else found.push([i, i + 1])
  }
  return found.map(([start, end]) => `${start}: ${JSON.stringify(text.slice(start, Math.min(end, start + 60)))}`)
}

const joined = (value: unknown): string | undefined =>
  typeof value === 'string'
    ? value
    : Array.isArray(value) && value.every((v) => typeof v === 'string')
      ? value.join('')
      : undefined

/** Codes that say of a text that no field holds it. */
const reporting = new Set<string>(['text-unclaimed', 'role-unassigned'])

/** A list whose members were looked up, and not read: 全市町. */
const lookedUp = /\.(participants|members|municipalities|relatesTo|path)$/u

/** A step of several years (R9～R11：本格実施) stands in each of them, a mark under several names (倉吉市、三朝町) for each of those. */
const stepOf = (path: string): string => /^.*\.(?:schedule|marks)(?=\[\d+\])/u.exec(path)?.[0] ?? path

/** Spans of what a redline struck out: in no value, but with the place of the value that it stood in. */
function* struck(value: unknown): Generator<readonly [number, number]> {
  if (Array.isArray(value)) for (const member of value) yield* struck(member)
  else if (typeof value === 'object' && value !== null) {
    const { mark, span } = value as { mark?: unknown; span?: [number, number] }
    if (mark === 'deleted' && span) yield span
    else for (const member of Object.values(value)) yield* struck(member)
  }
}

/** Everything that must hold of every result, whatever its text; one line a breach. */
export function breaches(source: Source, result: ParseResult): string[] {
  const { text } = source
  const found: string[] = []
  const schema = parseResult.safeParse(result)
  if (!schema.success) found.push(...schema.error.issues.map((i) => `schema ${i.path.join('.')}: ${i.message}`))

  const places = placesOf(result)
  const takenBy = new Int32Array(text.length).fill(-1)
  const claimed = new Uint8Array(text.length)
  places.forEach((place, n) => {
    for (const [start, end] of place.spans) {
      if (start < 0 || end > text.length || end < start) {
        found.push(`${place.path}: span ${start}–${end} lies outside the text`)
        continue
      }
      claimed.fill(1, start, end)
      for (let i = start; place.takes && i < end; i++) {
        const other = places[takenBy[i] as number]
        if (other && stepOf(other.path) !== stepOf(place.path) && /\S/u.test(text[i] as string)) {
          found.push(`${place.path}: ${excerpt(text, i)} is taken by ${other.path} too`)
          break
        }
        takenBy[i] = n
      }
    }
    const value = joined(place.value)
    const read = bare(place.spans.map(([start, end]) => text.slice(start, end)).join(''))
    if (
      value !== undefined &&
      !lookedUp.test(place.path) &&
      read !== bare(value) &&
      read !== bare(place.heading + value)
    ) {
      found.push(`${place.path}: ${JSON.stringify(value)} is not what stands there: ${JSON.stringify(read)}`)
    }
  })
  for (const { path, outer, inner } of nestings(result)) {
    if (inner[0] < outer[0] || inner[1] > outer[1]) found.push(`${path}: ${inner} lies outside its parent's ${outer}`)
  }
  for (const d of result.diagnostics) {
    const [start, end] = d.at?.span ?? [0, 0]
    if (start < 0 || end > text.length) found.push(`${d.code}: span ${start}–${end} lies outside the text`)
    if (!reporting.has(d.code)) continue
    for (const [from, to] of d.at?.spans ?? [[start, end]]) claimed.fill(1, from, to)
  }
  for (const [start, end] of struck(result)) claimed.fill(1, start, end)
  const lost = [...lettersOf(text)].filter((i) => claimed[i] === 0)
  found.push(...runs(text, lost).map((run) => `lost at ${run}`))
  return found
}

/** Share of a text's letters and digits that stand in `text-unclaimed` diagnostics. */
export function unclaimedShare(source: Source, result: ParseResult): number {
  const unclaimed = new Uint8Array(source.text.length)
  for (const d of result.diagnostics) {
    if (d.code !== 'text-unclaimed') continue
    for (const [from, to] of d.at?.spans ?? (d.at?.span ? [d.at.span] : [])) unclaimed.fill(1, from, to)
  }
  const letters = [...lettersOf(source.text)]
  return letters.length === 0 ? 0 : letters.filter((i) => unclaimed[i] === 1).length / letters.length
}
