import type { Line } from '../layout/block.ts'
import { splitAtSpaces } from '../text/clean.ts'
import { fold } from '../text/fold.ts'
import { stemSymbol } from './party.ts'
import { startOf } from './role-table/print-columns.ts'

/** Columns of space between what stands side by side. */
const gap = 3
/** A text belongs to the column that begins at most this far to its right. */
const overhang = 3
/** What a signature begins with that stands beside another one. */
const first = /^[(「]?([^ ()「」]{1,8})[)」]?(?= |:|$)/u

/** Where the signatures begin that stand side by side on a line, each with its symbol; undefined where there is but one. */
function columnsOf(line: Line, symbols: ReadonlySet<string>): number[] | undefined {
  const starts = splitAtSpaces(line.text, gap).flatMap((text) => {
    const symbol = first.exec(fold(text.value))?.[1]
    return symbol !== undefined && (stemSymbol.test(symbol) || symbols.has(symbol)) ? [startOf(line, text)] : []
  })
  return starts.length > 1 && starts.every((s) => s >= 0) ? starts : undefined
}

/** Signatures that stand side by side one after another; other lines as they are. */
export function besideOneAnother(lines: readonly Line[], symbols: ReadonlySet<string>): Line[] {
  const result: Line[] = []
  let starts: number[] | undefined
  let columns: Line[][] = []
  const close = (): void => {
    result.push(...columns.flat())
    columns = []
  }
  for (const line of lines) {
    const found = columnsOf(line, symbols)
    if (found || !starts || /。$/u.test(line.folded)) {
      close()
      starts = found
    }
    if (!starts) {
      result.push(line)
      continue
    }
    for (const text of splitAtSpaces(line.text, gap)) {
      const start = startOf(line, text)
      const n = Math.max(
        0,
        starts.findLastIndex((s) => s <= start + overhang),
      )
      columns[n] ??= []
      columns[n]?.push({ ...line, text, folded: fold(text.value) })
    }
  }
  close()
  return result
}
