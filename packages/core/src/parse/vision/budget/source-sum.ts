import { fold } from '../../../text/fold.ts'
import { slice, type Text, trim } from '../../../text/text.ts'
import { bareOf, type RowCell } from '../row.ts'
import { yenOf } from './amount.ts'
import { headOf } from './sum-head.ts'
import { unitIn } from './unit.ts'

/** A sum that says itself where it comes from. */
export interface SourceSum {
  source: string
  name: Text
  sum: Text
}

/** 国費1,000千円、県費 500千円: parts of a text that are each of one source. A comma within a number parts nothing. */
const parts = /[^、・/; ]+(?: (?=[△▲]?[0-9]))?[^、・/; ]*/gu
const before = /^([^0-9()]{1,12}?):?(?=[△▲]?[0-9])/u
/** 1,000千円（国費） */
const behind = /^([^()]{1,20})\(([^()0-9]{1,12})\)$/u

/** 国2,300、市2,300: names that are those of sources beside a sum alone. */
export const givers = /^(?:市町村?|市村|町村|[市町村])$/u

const isSum = (text: Text): boolean => yenOf(bareOf(text)) !== undefined && /[0-9]/u.test(bareOf(text))

function partOf(text: Text): SourceSum | undefined {
  const folded = fold(text.value)
  const lead = before.exec(folded)
  const [words = '', from = 0, sum] = lead
    ? [lead[1], 0, slice(text, lead[0].length)]
    : [behind.exec(folded)?.[2], text.value.length - 1 - (behind.exec(folded)?.[2]?.length ?? 0), undefined]
  const name = slice(text, from, from + words.length)
  const amount = trim(sum ?? slice(text, 0, Math.max(0, from - 1)))
  const bare = bareOf(name)
  const head = headOf(bare)
  const source = head?.kind === 'source' ? head.name : givers.test(bare) ? bare : undefined
  return source !== undefined && isSum(amount) ? { source, name, sum: amount } : undefined
}

/** Sums of cells that each say where they come from: 国費 | 1,000千円 | 県費 | 500千円, 国費1,000千円、県費500千円. Undefined where any does not. */
export function sourceSums(cells: readonly RowCell[]): SourceSum[] | undefined {
  const found: SourceSum[] = []
  for (let i = 0; i < cells.length; i++) {
    const { text, bare } = cells[i] as RowCell
    const next = cells[i + 1]
    const head = headOf(bare)
    if (head?.kind === 'source') {
      if (!next || !isSum(next.text)) return undefined
      found.push({ source: head.name, name: text, sum: next.text })
      i++
      continue
    }
    for (const { 0: part, index } of fold(text.value).matchAll(parts)) {
      const one = partOf(trim(slice(text, index, index + part.length)))
      if (!one) return undefined
      found.push(one)
    }
  }
  return found.length > 0 ? found : undefined
}

/** 28,400（県補助金 3,000、一般財源 25,400）: a sum with its sources behind it; うち is a remark that it keeps. */
const inBrackets = /^[^()]*[0-9円] ?\((?!うち)([^()]{3,120})\)$/u

/** A cell without the sources in brackets behind its sum, and these. A cell that is no sum stays whole. */
export function withoutSources(cell: RowCell): { cell: RowCell; sources: SourceSum[]; unit?: string } {
  const folded = fold(cell.text.value)
  const inside = inBrackets.exec(folded)?.[1]
  if (inside === undefined) return { cell, sources: [] }
  const from = folded.length - 1 - inside.length
  const sum = trim(slice(cell.text, 0, from - 1))
  const text = slice(cell.text, from, from + inside.length)
  const sources = isSum(sum) ? sourceSums([{ ...cell, text, bare: bareOf(text) }]) : undefined
  if (!sources) return { cell, sources: [] }
  const unit = unitIn(bareOf(sum))
  return { cell: { ...cell, text: sum, bare: bareOf(sum) }, sources, ...(unit ? { unit } : {}) }
}
