import { f1, type Tally } from '../comparison.ts'
import type { CharacterTally } from './character-errors.ts'
import type { ScanScore } from './scan-score.ts'

const share = (n: number, of: number, digits = 4): string => (of === 0 ? '' : (n / of).toFixed(digits))
const percent = ({ errors, characters }: CharacterTally): string => share(100 * errors, characters, 2)
const f = (tally: Tally): string => (tally.wanted + tally.found === 0 ? '' : f1(tally).toFixed(4))

/** What a column shows. Beside each other: recall and precision, as recognised and as corrected, strict and lenient. */
const columns: readonly (readonly [string, (score: ScanScore) => string])[] = [
  ['docs', (s) => String(s.documents)],
  ['pages', (s) => String(s.pages)],
  ['cells R', (s) => share(s.cells.hit, s.cells.wanted)],
  ['cells P', (s) => share(s.cells.hit, s.cells.found)],
  ['○ F1', (s) => f(s.circles)],
  ['marks', (s) => share(s.marks.right, s.marks.all)],
  ['budget F1', (s) => f(s.budget)],
  ['silent %', (s) => share(100 * s.silentSums, s.budget.wanted, 2)],
  ['cell raw %', (s) => percent(s.cellRaw)],
  ['cell %', (s) => percent(s.cell)],
  ['body raw %', (s) => percent(s.bodyRaw)],
  ['body %', (s) => percent(s.body)],
  ['clause', (s) => f(s.clauses)],
  ['near', (s) => f(s.nearClauses)],
  ['grid mark', (s) => f(s.gridMarks)],
  ['grid row', (s) => f(s.gridRows)],
  ['role row', (s) => f(s.roleRows)],
  ['CPU s/page', (s) => share(s.seconds, s.pages, 2)],
]

/** Scores as a table, a row a look. */
export function printScanScores(scores: ReadonlyMap<string, ScanScore>): string {
  const rows = [
    ['look', ...columns.map(([head]) => head)],
    ...[...scores].map(([look, score]) => [look, ...columns.map(([, show]) => show(score))]),
  ]
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((r) => (r[i] as string).length))) ?? []
  return rows
    .map((row) =>
      row.map((c, i) => (i === 0 ? c.padEnd(widths[i] as number) : c.padStart(widths[i] as number))).join('  '),
    )
    .join('\n')
}
