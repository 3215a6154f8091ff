import type { Case, Scored } from './case.ts'
import { add, f1, noTally, type Tally } from './comparison.ts'
import type { FactKind } from './fact.ts'
import { grits, noTables, type TableTally } from './tables.ts'

/** What the cases of one kind of input add up to. */
export interface KindScore {
  cases: number
  tallies: Map<FactKind, Tally>
  tables: TableTally
  values: number
  /** Values that are wrong, missing or invented without a diagnostic that speaks of them. */
  silent: number
  grids: { rows: number; exact: number }
  runs: Tally
}

const noScore = (): KindScore => ({
  cases: 0,
  tallies: new Map(),
  tables: noTables,
  values: 0,
  silent: 0,
  grids: { rows: 0, exact: 0 },
  runs: noTally,
})

/** Adds a scored case to what its kind has so far. */
export function addCase(scores: Map<string, KindScore>, one: Case, scored: Scored): void {
  for (const kind of [`${one.type} ${one.form}`, 'all']) {
    const score = scores.get(kind) ?? noScore()
    scores.set(kind, score)
    const { comparison, tables } = scored
    score.cases++
    for (const [k, t] of comparison.tallies) score.tallies.set(k, add(score.tallies.get(k) ?? noTally, t))
    if (tables) {
      score.tables = {
        similarity: score.tables.similarity + tables.similarity,
        places: score.tables.places + tables.places,
        exact: score.tables.exact + tables.exact,
        tables: score.tables.tables + tables.tables,
      }
    }
    if (scored.runs) score.runs = add(score.runs, scored.runs.tally)
    score.values += comparison.values
    score.silent += comparison.misses.filter((m) => m.silent).length
    const rows = comparison.tallies.get('grid-row')
    score.grids.rows += rows?.wanted ?? 0
    score.grids.exact += rows?.hit ?? 0
  }
}

const ratio = (score: KindScore, kind: FactKind): string => {
  const tally = score.tallies.get(kind)
  return tally === undefined ? '' : f1(tally).toFixed(4)
}

const share = (hit: number, of: number): string => (of === 0 ? '' : (hit / of).toFixed(4))

const columns: readonly (readonly [string, (score: KindScore) => string])[] = [
  ['n', (s) => String(s.cases)],
  ['clause', (s) => ratio(s, 'clause')],
  ['role-row', (s) => ratio(s, 'role-row')],
  ['mark', (s) => ratio(s, 'mark')],
  ['row-exact', (s) => share(s.grids.exact, s.grids.rows)],
  ['budget', (s) => ratio(s, 'budget-cell')],
  ['indicator', (s) => ratio(s, 'indicator')],
  ['sheet', (s) => ratio(s, 'sheet')],
  ['head', (s) => ratio(s, 'head')],
  ['GriTS-Con', (s) => (s.tables.tables === 0 ? '' : grits(s.tables).toFixed(4))],
  ['exact', (s) => share(s.tables.exact, s.tables.tables)],
  ['redline', (s) => (s.runs.wanted === 0 ? '' : f1(s.runs).toFixed(4))],
  ['silent %', (s) => (s.values === 0 ? '' : ((100 * s.silent) / s.values).toFixed(3))],
]

/** The metrics as a table, a row a kind of input, the sum of all last. */
export function printScores(scores: ReadonlyMap<string, KindScore>): string {
  const kinds = [...scores.keys()].sort((a, b) => Number(a === 'all') - Number(b === 'all') || a.localeCompare(b))
  const rows = [
    ['kind', ...columns.map(([head]) => head)],
    ...kinds.map((kind) => [kind, ...columns.map(([, show]) => show(scores.get(kind) as KindScore))]),
  ]
  const widths = columns.map((_, i) => Math.max(...rows.map((r) => (r[i + 1] as string).length)))
  const first = Math.max(...rows.map((r) => (r[0] as string).length))
  return rows
    .map(([kind = '', ...cells]) =>
      [kind.padEnd(first), ...cells.map((c, i) => c.padStart(widths[i] as number))].join('  '),
    )
    .join('\n')
}
