import type { RegionIndicatorChange } from '@kyoyaku/diff'
import { cellOf } from '../paper/lines.ts'
import type { Block, Row } from '../paper/paper.ts'
import { isChange, type Revision, regionIndicatorOf } from '../revision.ts'
import { type Locale, say, words } from '../words.ts'
import { indicatorTable, measureCell } from './indicators.ts'

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
        (['old', 'new'] as const).map((side) => measureCell(change[key], sides[side === 'old' ? 0 : 1]?.[key], side)),
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
  return indicatorTable(rows, { heading: 'regionIndicators', caption: 'regionIndicatorTable', owner: 'owner' }, locale)
}
