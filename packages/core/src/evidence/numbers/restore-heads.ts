import { headOf } from '../../parse/vision/budget/sum-head.ts'
import { type Evidence, type Proof, settle } from '../corrections.ts'
import { editsBetween, isLike } from './likeness.ts'
import { numberIn } from './number-in-text.ts'
import { valueOfSeen } from './plausibility.ts'
import { rewrite } from './rewrite.ts'
import type { BandHead, SumBand } from './sum-bands.ts'
import { yearHeads } from './year-head.ts'

/** Writes what a heading is, to the evidence and to the band. */
function restore(evidence: Evidence, head: BandHead, to: string, proof: Proof): void {
  if (!rewrite(evidence, head.cell, to, proof)) return
  head.bare = to.replace(/\s/gu, '')
  head.head = headOf(head.bare)
}

/** Years that step by one with their place say which year each place has when so many do … */
const fewestInStep = 2
/** … and at most this share of them, for each that does, says another. */
const mostOutOfStep = 0.5

/** The year of the first place, by what most headings say. */
function firstYear(heads: readonly BandHead[]): number | undefined {
  const votes = new Map<number, number>()
  heads.forEach(({ head }, i) => {
    if (head?.kind === 'year') votes.set(head.year - i, (votes.get(head.year - i) ?? 0) + 1)
  })
  const [best, ...others] = [...votes].sort((a, b) => b[1] - a[1])
  const against = others.reduce((n, [, count]) => n + count, 0)
  return best && best[1] >= fewestInStep && against <= best[1] * mostOutOfStep ? best[0] : undefined
}

/** Of the ways to head one year the likest to what was seen: of 1 and 元 the one whose like was. Undefined where none is like it. */
function headLike(seen: string, ways: readonly string[]): string | undefined {
  const isOther = (way: string): number => (way.includes('元') && /[0-9]/u.test(seen) ? 1 : 0)
  const [best] = ways
    .filter((way) => isLike(seen, way))
    .map((way) => ({ way, edits: editsBetween(seen, way) }))
    .sort((a, b) => a.edits - b.edits || isOther(a.way) - isOther(b.way))
  return best?.way
}

/** The first year of the other tables with as many years, where it is the same in all and a heading of this one says so too. */
function firstElsewhere(band: SumBand, bands: readonly SumBand[]): number | undefined {
  const others = new Set<number>()
  for (const other of bands)
    if (other !== band && other.kind === 'years' && other.heads.length === band.heads.length) {
      const first = firstYear(other.heads)
      if (first !== undefined) others.add(first)
    }
  const [first] = others
  if (first === undefined || others.size > 1) return undefined
  return band.heads.some(({ head }, i) => head?.kind === 'year' && head.year === first + i) ? first : undefined
}

/** Headings of years that were misread, by those beside them: years step by one. */
export function restoreYears(evidence: Evidence, band: SumBand, bands: readonly SumBand[]): void {
  const { kind, heads } = band
  const first = kind === 'years' ? (firstYear(heads) ?? firstElsewhere(band, bands)) : undefined
  if (first === undefined) return
  const isRight = (i: number): boolean => {
    const head = heads[i]?.head
    return head?.kind === 'year' && head.year === first + i
  }
  const right = heads.flatMap((_, i) => (isRight(i) ? [i] : []))
  const [from = 0, to = 0] = [right[0], right.at(-1)]
  const template = heads[from] as BandHead
  const mend = (i: number): boolean => {
    const head = heads[i]
    if (!head) return false
    if (isRight(i)) return true
    const way = headLike(head.bare, yearHeads(template.cell.folded.trim(), first + from, first + i))
    if (way === undefined) return false
    restore(evidence, head, way, 'sequence')
    return isRight(i)
  }
  for (let i = from + 1; i < to; i++) mend(i)
  for (let i = to + 1; mend(i); ) i++
  for (let i = from - 1; mend(i); ) i--
  const years = heads.flatMap(({ head }, i) => (head?.kind === 'year' ? [i] : []))
  if (years.length >= fewestInStep && years.every(isRight))
    for (const i of years) {
      const { text } = (heads[i] as BandHead).cell
      settle(evidence, text, 0, text.value.length)
    }
}

/** What stands for a heading is not much longer than it. */
const isAsShort = (seen: string, meant: string): boolean => seen.length <= meant.length + 2

/** A misread heading as other tables of the document have it in its place, where all do that are the same otherwise. */
function asElsewhere(band: SumBand, place: number, bands: readonly SumBand[]): string | undefined {
  const ways = new Set<string>()
  for (const other of bands) {
    if (other === band || other.kind !== band.kind || other.heads.length !== band.heads.length) continue
    const isSame = band.heads.every(
      ({ bare, head }, i) => i === place || head === undefined || other.heads[i]?.bare === bare,
    )
    const at = other.heads[place]
    if (isSame && at?.head) ways.add(at.bare)
  }
  const [way] = ways
  return ways.size === 1 ? way : undefined
}

/** Whether numbers below a heading are the sums of those left of it: a total, whatever was read. */
function addsUp({ recognition }: Evidence, { table, row, end, heads }: SumBand, place: number): boolean {
  const at = (r: number, { column }: BandHead): number | undefined => {
    const cell = table.rows[r]?.[column]
    const number = cell && numberIn(recognition, cell.text)
    return number && valueOfSeen(number.seen)
  }
  for (let r = row + 1; r < end; r++) {
    const total = at(r, heads[place] as BandHead)
    const terms = heads.slice(0, place).flatMap((head) => at(r, head) ?? [])
    if (total !== undefined && total !== 0 && terms.filter((n) => n !== 0).length > 1)
      return terms.reduce((n, term) => n + term, 0) === total
  }
  return false
}

/** Headings that are none as they were read, by their place: as other tables have it, or as sums show it. */
export function restorePlaces(evidence: Evidence, band: SumBand, bands: readonly SumBand[]): void {
  band.heads.forEach((head, place) => {
    if (head.head) return
    const way = asElsewhere(band, place, bands)
    if (way !== undefined && isAsShort(head.bare, way)) restore(evidence, head, way, 'document')
    else if (band.kind === 'years' && place === band.heads.length - 1 && addsUp(evidence, band, place))
      restore(evidence, head, '計', 'sum')
  })
}
