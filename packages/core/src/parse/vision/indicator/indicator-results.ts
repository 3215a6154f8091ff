import type { Measure } from '../../../schema/vision.ts'
import { readFiscalYears } from '../../../text/era-date.ts'
import { fold } from '../../../text/fold.ts'
import { slice, type Text, trim } from '../../../text/text.ts'
import { bareOf, type Row } from '../row.ts'
import { looksLikeValue } from './measure.ts'

/** What became of an indicator, on a line of its own: （実績）R4 6.1人、R5 6.3人. */
export interface ResultsLine {
  labels: Text[]
  results: { text: Text; period: Measure['period'] }[]
}

const opening =
  /^[・※]? ?(?:[(【[] ?実績(?:値)?(?:の?推移)? ?[)】\]][: ]*|実績(?:値)?(?:の?推移)?[: ]+)(?=(?:R|H|令和|平成|20)[元0-9])/u
const parting = /[、,/／;→ ]+$/u
const longestLine = 200

/** Reads a line of results, each behind its year; undefined where it holds anything else. */
export function resultsIn({ line }: Row): ResultsLine | undefined {
  if (!line || line.folded.length > longestLine) return undefined
  const { text, folded } = line
  const start = opening.exec(folded)?.[0].length ?? 0
  if (start === 0) return undefined
  const years = readFiscalYears(folded).filter((y) => y.start >= start)
  if (years[0]?.start !== start || years.some((y) => y.to !== undefined)) return undefined
  const labels = [trim(slice(text, 0, start))]
  const results = years.map(({ start: from, end, from: year }, i) => {
    const until = years[i + 1]?.start ?? folded.length
    const behind = /^[: 度末(]*/u.exec(folded.slice(end))?.[0].length ?? 0
    const stop = until - (i + 1 < years.length ? (parting.exec(folded.slice(end, until))?.[0].length ?? 0) : 0)
    labels.push(slice(text, from, end))
    return { text: trim(slice(text, end + behind, Math.max(end + behind, stop))), period: { from: String(year) } }
  })
  return results.every((r) => looksLikeValue(bareOf(r.text)) && fold(r.text.value).length > 0)
    ? { labels, results }
    : undefined
}
