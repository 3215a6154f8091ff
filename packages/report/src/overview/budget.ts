import type { ProjectChange } from '@kyoyaku/diff'
import { fiscalYearName } from '../fiscal-year.ts'
import { cellOf, placeOf, plain } from '../paper/lines.ts'
import type { Block, Cell, Line, Place, Run, Side, Table } from '../paper/paper.ts'
import { isChange, projectOf, type Revision } from '../revision.ts'
import { type Locale, say, words } from '../words.ts'
import { nameCell } from './projects.ts'
import { deltaOf, figure, fiscalYears, isOutside, signed, sumOf, thousands, type YearSum } from './sums.ts'

type Year = number | undefined

const toneOf = (delta: number) => (delta > 0 ? 'up' : delta < 0 ? 'down' : undefined)

/** Where a version states a project's sum of a year. */
function placeOfSum(revision: Revision, change: ProjectChange, side: Side, year: Year): Place | undefined {
  const budget = projectOf(revision, change, side)?.budget
  const amount = year === undefined ? budget?.total : budget?.years.find((y) => y.fiscalYear === year)
  return placeOf(side, amount?.at)
}

/** One project's sum in one year: the change, and from what to what. */
function sumCell(revision: Revision, change: ProjectChange, year: Year, locale: Locale): Cell {
  const budget = change.budget?.find((b) => b.fiscalYear === year)
  if (!budget) return { lines: [] }
  const delta = deltaOf(change, budget)
  const run = (side: Side): Run[] => {
    const yen = budget[side]
    const text = yen === null ? (budget[`${side}Text`] ?? '') : figure(yen)
    return plain(text, placeOfSum(revision, change, side, year))
  }
  const [from, to] = [run('old'), run('new')]
  const said = isOutside(change, budget)
    ? say(budget.newText === undefined ? words.coveredBefore : words.coveredNow, locale)
    : delta === undefined
      ? say(words.unknown, locale)
      : signed(delta)
  const lines: Line[] = [
    { indent: 0, runs: plain(said) },
    ...(delta === 0
      ? []
      : [{ indent: 0, runs: [...from, ...(from.length > 0 && to.length > 0 ? [{ text: ' → ' }] : []), ...to] }]),
  ]
  return { lines, ...(delta === undefined ? {} : { amount: thousands(delta), tone: toneOf(delta) }) }
}

const netCell = ({ up, down, unknown }: YearSum, locale: Locale): Cell => {
  const net = up + down
  const lines = [signed(net), ...(unknown > 0 ? [`${say(words.unknown, locale)} ${unknown}`] : [])]
  return {
    lines: lines.map((text) => ({ indent: 0, runs: [{ text }] })),
    amount: thousands(net),
    tone: toneOf(net),
  }
}

/** Changes of sums by project and fiscal year, the net of all projects last. */
function budgetTable(revision: Revision, changes: readonly ProjectChange[], locale: Locale): Table {
  const columns: Year[] = [...fiscalYears(changes), undefined]
  const name = (year: Year): string => (year === undefined ? say(words.total, locale) : fiscalYearName(year, locale))
  const projects = changes.map((change) => ({
    start: true,
    cells: [nameCell(revision, change), ...columns.map((year) => sumCell(revision, change, year, locale))],
  }))
  const net = {
    start: true,
    cells: [
      cellOf(say(words.net, locale), { heading: true }),
      ...columns.map((year) => netCell(sumOf(changes, year), locale)),
    ],
  }
  return {
    kind: 'table',
    caption: say(words.budgetByYear, locale),
    legend: say(words.budgetLegend, locale),
    columns: [
      { heading: say(words.project, locale), share: 3 },
      ...columns.map((year) => ({ heading: name(year), share: 1.5, align: 'end' as const })),
    ],
    rows: [...projects, net],
  }
}

/** Chart and table of what a revision does to budgets; nothing where it leaves them alone. */
export function budgetBlocks(revision: Revision, all: readonly ProjectChange[], locale: Locale): Block[] {
  const changes = all.filter((c) => isChange(c) && c.budget)
  if (changes.length === 0) return []
  const bars = fiscalYears(changes).map((year) => {
    const { up, down } = sumOf(changes, year)
    return { label: fiscalYearName(year, locale), up: thousands(up), down: thousands(down) }
  })
  return [
    { kind: 'heading', text: say(words.budget, locale) },
    {
      kind: 'chart',
      caption: say(words.budgetByYear, locale),
      unit: say(words.thousandYen, locale),
      bars,
      words: {
        up: say(words.increase, locale),
        down: say(words.decrease, locale),
        net: say(words.net, locale),
      },
    },
    budgetTable(revision, changes, locale),
  ]
}
