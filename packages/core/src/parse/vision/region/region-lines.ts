import { fold } from '../../../text/fold.ts'
import { slice, type Text, trim } from '../../../text/text.ts'
import { headingOf } from '../heading.ts'
import { isValueHead } from '../indicator/indicator-head.ts'
import { looksLikeValue, periodOf } from '../indicator/measure.ts'
import { bareOf, filled, type Row, type RowCell } from '../row.ts'
import type { RegionBlock } from './region-block.ts'
import { besideOf, namesIndicators, strictHead } from './region-head.ts'

/** Longest line that states an indicator. */
const longestLine = 160
const bullet = /^(?:[・●○◎◆■◇□▶*-]|[①-⑳]|\([0-9]{1,2}\)|[0-9]{1,2}[.)、])? {0,3}/u
const number = '(?:約|延べ|累計|年間)?[△▲-]?[0-9][0-9,.]{0,15}[^→0-9 (){}、。:]{0,10}'
const when = '(?:\\([^()]{2,16}\\))?'
const before = '(?:(?:基準|現状|現況)値?[: ]{0,2})?'
const after = '(?:目標値?[: ]{0,2})?'
/** 圏域人口 63万人(2020年)→ 61万人(2030年), 圏域人口(R2:63万人→R12:61万人) */
const dated = '(?:(?:令和|平成|[RH])[元0-9]{1,2}年?度?|20[0-9]{2}年?度?)[: ]{1,2}'
const value = `(?:${dated})?${number}${when}`
const stated = new RegExp(
  `^[^:→。 (]{2,40}(?:\\([^()0-9]{1,12}\\))?[: (]{1,4}${before}${value} {0,4}→ {0,4}${after}${value}\\)?$`,
  'u',
)
const inWords = new RegExp(
  `^[^:→。 (]{2,40}(?:\\([^()0-9]{1,12}\\))?[: ]{1,8}(?:基準|現状|現況)値?${when}[: ]{1,4}${value}[ ,、→]{1,8}目標値?${when}[: ]{1,4}${value}$`,
  'u',
)
/** What says that the values of lines are targets. */
const aiming = /目標|指標|KPI|目指/u
/** Lines above that may say so. */
const mostAbove = 12
const longestIntroduction = 120

/** Whether the heading above a line, or a line between, says that targets stand below. */
export function isUnderTargets(rows: readonly Row[], i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - mostAbove); k--) {
    const row = rows[k] as Row
    const folded = row.line?.folded
    if (folded === undefined) return false
    if (folded.length <= longestIntroduction && aiming.test(folded)) return true
    if (headingOf(row) && !isStated(row)) return false
  }
  return false
}

const arrow = /[→⇒➡⟶]/u
function isStated(row: Row): boolean {
  const { line } = row
  if (!line || line.folded.length > longestLine || !arrow.test(line.folded))
    return line !== undefined && isInWords(line.folded)
  const folded = line.folded
    .replace(/[⇒➡⟶]/u, '→')
    .replace(bullet, '')
    .replace(/[ \t]+/gu, ' ')
  if (!stated.test(folded)) return isInWords(line.folded)
  const [from, to] = folded.split('→').map((part) => periodOf(part)?.from)
  return from === undefined || to === undefined || from < to
}

const isInWords = (folded: string): boolean =>
  folded.length <= longestLine &&
  /目標/u.test(folded) &&
  inWords.test(folded.replace(bullet, '').replace(/[ \t]+/gu, ' '))

/** A row of a label and what it says, as two cells: 目標値：255,000人. */
function pairIn(row: Row): [RowCell, RowCell] | undefined {
  const cells = filled(row)
  const [label, said, ...others] = cells
  if (label && said && others.length === 0) return [label, said]
  if (!label || said || !row.line || row.line.folded.length > longestLine) return undefined
  const { text } = label
  const end = text.value.search(/[:：]/u)
  if (end < 2 || end > longestLabel) return undefined
  const lead = bullet.exec(fold(text.value))?.[0].length ?? 0
  const at = (part: Text): RowCell => ({ ...label, text: part, bare: bareOf(part) })
  const [head, rest] = [trim(slice(text, lead, end)), trim(slice(text, end + 1))]
  return rest.value === '' ? undefined : [at(head), at(rest)]
}
const longestLabel = 24

/** Indicators whose name and values stand behind a label each, one a row: 指標：…, 現状値：…, 目標値：…. */
function pairsAt(rows: readonly Row[], i: number): RegionBlock | undefined {
  const { table } = rows[i] as Row
  const pairs: [RowCell, RowCell][] = []
  const kinds = new Set<string>()
  let k = i
  for (; k < rows.length && rows[k]?.table === table; k++) {
    const pair = pairIn(rows[k] as Row)
    const head = pair && strictHead(pair[0])
    const isSaid = pair !== undefined && (head !== undefined || besideOf(pair[0].bare) === 'source')
    if (!pair || !isSaid || (k === i && !namesIndicators([pair[0]]))) break
    if (head && isValueHead(head) && !looksLikeValue(pair[1].bare)) break
    // The name of the first row is none of a heading of columns.
    if (head?.column === 'name' && strictHead(pair[1]) !== undefined) break
    if (head) kinds.add(head.column)
    pairs.push(pair)
  }
  if (!kinds.has('target') || !kinds.has('name')) return undefined
  const own = rows.slice(i, k).map((row, n) => ({ ...row, cells: pairs[n] as RowCell[] }))
  return { heads: [], beside: [], labels: [], rows: own, end: k }
}

/** Reads lines that state indicators of the region: each by itself below words that call them targets, or behind labels. */
export function regionLinesAt(rows: readonly Row[], i: number): RegionBlock | undefined {
  const pairs = pairsAt(rows, i)
  if (pairs) return pairs
  if (!isStated(rows[i] as Row) || !isUnderTargets(rows, i)) return undefined
  let end = i + 1
  while (rows[end] && isStated(rows[end] as Row)) end++
  return { heads: [], beside: [], labels: [], rows: rows.slice(i, end), end }
}
