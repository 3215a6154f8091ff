import { readFiscalYears } from '../../text/era-date.ts'
import type { Row } from './row.ts'

/** 1年目, 第2年次: a year counted from the first of the plan. */
const counted = /^第?([1-9])(?:年目|年次|年度目)$/u
const longestCounted = 5
/** 令和7年度(1年目), 1年目:令和7年度 */
const behind = /((?:令和|平成|R|H)[0-9元]{1,2}年?度?|20[0-9]{2}年?度?)\(第?([1-9])(?:年目|年次|年度目)\)/gu
const before = /(?<![0-9])第?([1-9])(?:年目|年次|年度目)[(:=]?((?:令和|平成|R|H)[0-9元]{1,2}年?度?|20[0-9]{2}年?度?)/gu
const ofPlan = /(?:計画|ビジョン|対象|実施|取組)(?:の)?期間/u
/** Longer texts are no statement of a plan's years. */
const longest = 120

/** The fiscal years that a document says its counted years are, each for the first of the plan. */
function firstYears(rows: readonly Row[], most: number): Set<number> {
  const stated = new Set<number>()
  const planned = new Set<number>()
  rows.forEach((row, i) => {
    for (const { bare } of row.cells) {
      if (bare.length > longest) continue
      const pairs = [
        ...[...bare.matchAll(behind)].map((m) => [m[1], m[2]] as const),
        ...[...bare.matchAll(before)].map((m) => [m[2], m[1]] as const),
      ]
      for (const [year, n] of pairs) {
        const from = readFiscalYears(year as string)[0]?.from
        if (from !== undefined) stated.add(from - Number(n) + 1)
      }
      const isOfPlan = [row, rows[i - 1]].some((r) =>
        r?.cells.some((c) => c.bare.length <= longest && ofPlan.test(c.bare)),
      )
      const period = isOfPlan ? readFiscalYears(bare) : []
      const from = period[0]?.from
      const to = period.at(-1)?.to ?? period.at(-1)?.from
      if (from !== undefined && to !== undefined && to - from + 1 === most) planned.add(from)
    }
  })
  return stated.size > 0 ? stated : planned
}

/** Rows whose headings count the years of the plan, read as the years that the document says they are; as they are where it does not say. */
export function withCountedYears(rows: readonly Row[]): readonly Row[] {
  const found = rows.flatMap((row) =>
    row.cells.flatMap((c) => (c.bare.length <= longestCounted && counted.exec(c.bare)?.[1]) || []),
  )
  if (found.length === 0) return rows
  const [first, ...others] = firstYears(rows, Math.max(...found.map(Number)))
  if (first === undefined || others.length > 0) return rows
  const nameOf = (bare: string): string => {
    const n = counted.exec(bare)?.[1]
    return n === undefined ? bare : `${first + Number(n) - 1}年度`
  }
  return rows.map((row) =>
    row.cells.some((c) => counted.test(c.bare))
      ? { ...row, cells: row.cells.map((c) => (counted.test(c.bare) ? { ...c, bare: nameOf(c.bare) } : c)) }
      : row,
  )
}
