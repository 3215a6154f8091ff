import type { RegionIndicatorChange } from '@kyoyaku/diff'
import { cellOf, placeOf, sideRuns } from '../paper/lines.ts'
import type { Block, Cell, Row, Side } from '../paper/paper.ts'
import { isChange, type Revision, regionIndicatorOf } from '../revision.ts'
import { type Locale, say, words } from '../words.ts'

/** A baseline or target of one version, with what changed in it underlined. */
function measureCell(revision: Revision, change: RegionIndicatorChange, key: 'baseline' | 'target', side: Side): Cell {
  const measure = regionIndicatorOf(revision, change, side)?.[key]
  const place = placeOf(side, measure?.at)
  const edits = change[key]
  if (!edits) return cellOf(measure?.text ?? '', {}, place)
  const runs = sideRuns(edits, side, 'single').map((run) => (run.place || !place ? run : { ...run, place }))
  return { lines: runs.length > 0 ? [{ indent: 0, runs }] : [] }
}

function rowOf(revision: Revision, change: RegionIndicatorChange, locale: Locale): Row {
  const status = change.status === 'added' || change.status === 'deleted' ? change.status : 'changed'
  const sides = (['old', 'new'] as const).map((side) => regionIndicatorOf(revision, change, side))
  const [owner, name] = [(i: (typeof sides)[number]) => ownerOf(i, locale), (i: (typeof sides)[number]) => i?.name].map(
    (of) => {
      const [old, other] = sides.map(of)
      return old === undefined || other === undefined || old === other ? (other ?? old ?? '') : `${other}\n← ${old}`
    },
  )
  const hasMilestones = status === 'changed' && change.fields?.some(({ field }) => field.startsWith('milestone'))
  const milestones = hasMilestones ? [say(words.milestones, locale)] : []
  return {
    start: true,
    cells: [
      cellOf(owner ?? ''),
      cellOf(name ?? ''),
      cellOf([say(words[status], locale), ...milestones].join('\n'), { tone: status }),
      ...(['baseline', 'target'] as const).flatMap((key) =>
        (['old', 'new'] as const).map((side) => measureCell(revision, change, key, side)),
      ),
    ],
  }
}

function ownerOf(indicator: ReturnType<typeof regionIndicatorOf>, locale: Locale): string | undefined {
  if (!indicator) return undefined
  const { pillar, initiative, group } = indicator
  const owners = [pillar, initiative, group].filter((name) => name !== undefined)
  return owners.length > 0 ? owners.join('　') : say(words.wholeRegion, locale)
}

/** Indicators of the region, its pillars and initiatives that changed. */
export function regionIndicatorBlocks(
  revision: Revision,
  changes: readonly RegionIndicatorChange[],
  locale: Locale,
): Block[] {
  const rows = changes.filter(isChange).map((change) => rowOf(revision, change, locale))
  if (rows.length === 0) return []
  const columns = [
    ['owner', 3],
    ['indicator', 3],
    ['change', 1],
    ['oldBaseline', 2],
    ['newBaseline', 2],
    ['oldTarget', 2],
    ['newTarget', 2],
  ] as const
  return [
    { kind: 'heading', text: say(words.regionIndicators, locale) },
    {
      kind: 'table',
      caption: say(words.regionIndicatorTable, locale),
      columns: columns.map(([name, share]) => ({ heading: say(words[name], locale), share })),
      rows,
    },
  ]
}
