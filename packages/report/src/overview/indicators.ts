import type { ProjectChange } from '@kyoyaku/diff'
import { cellOf, placeOf, sideRuns } from '../paper/lines.ts'
import type { Block, Cell, Row, Side } from '../paper/paper.ts'
import { indicatorChanges, indicatorOf, isChange, type Revision } from '../revision.ts'
import { type Locale, say, words } from '../words.ts'
import { nameCell } from './projects.ts'

type IndicatorChange = NonNullable<ProjectChange['indicators']>[number]
type Measure = NonNullable<ReturnType<typeof indicatorOf>>['target']

/** A baseline or target of one version, with what changed in it underlined. */
export function measureCell(edits: IndicatorChange['target'], measure: Measure, side: Side): Cell {
  const place = placeOf(side, measure?.at)
  if (!edits) return cellOf(measure?.text ?? '', {}, place)
  const runs = sideRuns(edits, side, 'single').map((run) => (run.place || !place ? run : { ...run, place }))
  return { lines: runs.length > 0 ? [{ indent: 0, runs }] : [] }
}

function rowsOf(revision: Revision, change: ProjectChange, locale: Locale): Row[] {
  const changed = indicatorChanges(revision, change).filter(isChange)
  return changed.map((indicator, i): Row => {
    const status = indicator.status === 'added' || indicator.status === 'deleted' ? indicator.status : undefined
    const name = nameCell(revision, change)
    const old = indicatorOf(revision, change, indicator, 'old')?.name
    const previous = old === indicator.name ? undefined : old
    const measure = (key: 'baseline' | 'target', side: Side): Cell =>
      measureCell(indicator[key], indicatorOf(revision, change, indicator, side)?.[key], side)
    return {
      start: i === 0,
      cells: [
        ...(i === 0 ? [changed.length > 1 ? { ...name, rows: changed.length } : name] : []),
        cellOf(previous === undefined ? indicator.name : `${indicator.name}\n← ${previous}`),
        cellOf(say(words[status ?? 'changed'], locale), { tone: status ?? 'changed' }),
        measure('baseline', 'old'),
        measure('baseline', 'new'),
        measure('target', 'old'),
        measure('target', 'new'),
      ],
    }
  })
}

/** Indicators that changed, by project. */
export function indicatorBlocks(revision: Revision, changes: readonly ProjectChange[], locale: Locale): Block[] {
  const rows = changes.filter(isChange).flatMap((change) => rowsOf(revision, change, locale))
  return indicatorTable(rows, { heading: 'indicators', caption: 'indicatorTable', owner: 'project' }, locale)
}

type Word = keyof typeof words

/** Changed indicators under the heads of their columns; nothing where there are none. `owner` is what they belong to. */
export function indicatorTable(
  rows: Row[],
  { heading, caption, owner }: Readonly<Record<'heading' | 'caption' | 'owner', Word>>,
  locale: Locale,
): Block[] {
  if (rows.length === 0) return []
  const columns = [
    [owner, 3],
    ['indicator', 3],
    ['change', 1],
    ['oldBaseline', 2],
    ['newBaseline', 2],
    ['oldTarget', 2],
    ['newTarget', 2],
  ] as const
  return [
    { kind: 'heading', text: say(words[heading], locale) },
    {
      kind: 'table',
      caption: say(words[caption], locale),
      columns: columns.map(([name, share]) => ({ heading: say(words[name], locale), share })),
      rows,
    },
  ]
}
