import type { Line } from '../../layout/block.ts'
import { splitAtSpaces } from '../../text/clean.ts'
import { fold } from '../../text/fold.ts'
import { slice, type Text, trim } from '../../text/text.ts'
import { startOf } from '../role-table/print-columns.ts'
import { isBodyName } from './body-name.ts'
import { stemSymbol } from './party-symbol.ts'

/** Columns of space between what stands side by side. */
const gap = 3
/** A text belongs to the column that begins at most this far to its right. */
const overhang = 3
/** What a signature begins with that stands beside another one. */
const first = /^[(「]?([^ ()「」]{1,8})[)」]?(?= |:|$)/u

/** In brackets it is a symbol wherever it stands. */
const inBrackets = /^[(「]([^ ()「」]{1,8})[)」]/u

/** Where the signatures begin that stand side by side on a line, each with its symbol; undefined where there is but one. */
function columnsOf(line: Line, symbols: ReadonlySet<string>): number[] | undefined {
  const isSymbol = (symbol: string | undefined): boolean =>
    symbol !== undefined && (stemSymbol.test(symbol) || symbols.has(symbol))
  const starting = (texts: readonly Text[], sign: RegExp): number[] =>
    texts.flatMap((text) => (isSymbol(sign.exec(fold(text.value))?.[1]) ? [startOf(line, text)] : []))
  const bracketed = starting(splitAtSpaces(line.text, 1), inBrackets)
  const starts = bracketed.length > 1 ? bracketed : starting(splitAtSpaces(line.text, gap), first)
  return starts.length > 1 && starts.every((s) => s >= 0) ? starts : undefined
}

/** A line cut where signatures begin. */
function cutAt(line: Line, starts: readonly number[] | undefined): Text[] | undefined {
  if (!starts) return undefined
  const words = splitAtSpaces(line.text, 1)
  const from = words.flatMap((w) =>
    starts.includes(startOf(line, w)) ? [line.text.offsets.indexOf(w.offsets[0] as number)] : [],
  )
  return from.map((at, n) => trim(slice(line.text, n === 0 ? 0 : at, from[n + 1])))
}

const officeEnd = /(?:[市町村区]長|知事|管理者|組合長|理事長|連合長)(?: |$)/u
/** Lines of a signature until its body or its office is named. */
const longestHead = 3

/** Where signatures begin that no symbols head: bodies or offices stand side by side on this line or on one of the next, in the same columns. */
function namedColumns(lines: readonly Line[], i: number): number[] | undefined {
  const own = (line: Line): { texts: Text[]; starts: number[] } => {
    const texts = splitAtSpaces(trim(line.printed), gap)
    return { texts, starts: texts.map((text) => startOf(line, text)) }
  }
  const { starts } = own(lines[i] as Line)
  if (starts.length < 2 || starts.some((s) => s < 0)) return undefined
  for (const line of lines.slice(i, i + longestHead)) {
    const { texts, starts: below } = own(line)
    if (below.length !== starts.length || below.some((s, n) => Math.abs(s - (starts[n] as number)) > overhang)) continue
    const names = texts.map((text) => fold(text.value))
    if (names.every((name) => isBodyName(name)) || names.every((name) => officeEnd.test(name))) return starts
  }
  return undefined
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
  for (const [i, line] of lines.entries()) {
    const found = columnsOf(line, symbols) ?? (starts ? undefined : namedColumns(lines, i))
    if (found || !starts || /。$/u.test(line.folded)) {
      close()
      starts = found
    }
    if (!starts) {
      result.push(line)
      continue
    }
    for (const text of cutAt(line, found) ?? splitAtSpaces(line.text, gap)) {
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
