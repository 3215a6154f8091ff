import type { Edit, RegionIndicatorChange } from '@kyoyaku/diff'
import { fiscalYearName } from '../fiscal-year.ts'
import { linesOf, marked, plain, sideRuns } from '../paper/lines.ts'
import type { Line, Run, Side } from '../paper/paper.ts'
import { isChange, regionIndicatorOf } from '../revision.ts'
import { aloneRows, type Contrast, type ContrastRow, headingRow, row } from './contrast-row.ts'

const gap = '　'
const labels: Readonly<Record<string, string>> = {
  milestone: '途中の目標',
  result: '実績',
  source: '出典',
  notes: '備考',
}

/** milestone:2026 → 途中の目標（R8年度）. */
function labelOf(field: string): string {
  const [name = '', year = ''] = field.split(':')
  const said = labels[name] ?? name
  return /^\d{4}$/u.test(year) ? `${said}（${fiscalYearName(Number(year), 'ja')}）` : said
}

const labelled = (label: readonly Run[], runs: readonly Run[]): Line[] =>
  runs.length === 0 ? [] : linesOf([...label, { text: gap }, ...runs], 1)

function pairRows({ profile }: Contrast, change: RegionIndicatorChange): ContrastRow[] {
  const { words } = profile.marks
  const name = (side: Side): Line[] =>
    linesOf(change.name ? sideRuns(change.name, side, words) : plain(change[side] ?? ''))
  const measure = (label: string, edits: readonly Edit[] | undefined): ContrastRow[] =>
    edits
      ? [
          row(
            labelled(plain(label), sideRuns(edits, 'old', words)),
            labelled(plain(label), sideRuns(edits, 'new', words)),
          ),
        ]
      : []
  const owner = (
    label: string,
    of: { old?: string | undefined; new?: string | undefined } | undefined,
  ): ContrastRow[] =>
    of
      ? [
          row(
            labelled(plain(label), marked(of.old ?? '', words, 'old')),
            labelled(plain(label), marked(of.new ?? '', words, 'new')),
          ),
        ]
      : []
  const notes = [change.renamed && '名称の変更', change.moved && '位置づけの変更'].filter((n) => typeof n === 'string')
  return [
    row(name('old'), name('new'), true, notes),
    ...owner('政策分野', change.pillar),
    ...owner('取組', change.initiative),
    ...owner('見出し', change.group),
    ...measure('基準値', change.baseline),
    ...(change.fields ?? [])
      .filter(({ field }) => field.startsWith('milestone'))
      .flatMap((f) => measure(labelOf(f.field), f.edits)),
    ...measure('目標値', change.target),
    ...(change.fields ?? [])
      .filter(({ field }) => !field.startsWith('milestone'))
      .flatMap((f) => measure(labelOf(f.field), f.edits)),
  ]
}

function wholeRows({ revision, profile }: Contrast, change: RegionIndicatorChange): ContrastRow[] {
  const { whole } = profile.marks
  const side: Side = change.status === 'added' ? 'new' : 'old'
  const i = regionIndicatorOf(revision, change, side)
  const line = (label: string, measure: { text: string; at?: NonNullable<typeof i>['at'] } | undefined): Line[] =>
    measure ? labelled(marked(label, whole, side), marked(measure.text, whole, side, measure.at)) : []
  const lines = [
    ...linesOf(marked(change[side] ?? '', whole, side, i?.where?.name)),
    ...line('基準値', i?.baseline),
    ...(i?.milestones ?? []).flatMap((m) => line(labelOf(`milestone:${m.period?.from ?? ''}`), m)),
    ...line('目標値', i?.target),
  ]
  const note: Line = { indent: 0, runs: [{ text: side === 'new' ? profile.words.added : profile.words.deleted }] }
  return aloneRows(side, lines, note, [side === 'new' ? '指標の新規' : '指標の終了'])
}

/** The changed indicators of the region, under the pillar and the initiative that they are of. */
export function regionIndicatorsRows(contrast: Contrast, changes: readonly RegionIndicatorChange[]): ContrastRow[] {
  let heading: string | undefined
  return changes.filter(isChange).flatMap((change) => {
    const i = regionIndicatorOf(contrast.revision, change, change.status === 'deleted' ? 'old' : 'new')
    const owners = [i?.pillar, i?.initiative, i?.group].filter((name) => name !== undefined)
    const path = ['指標', ...(owners.length > 0 ? owners : ['圏域全体'])].join(gap)
    const above = path === heading ? [] : [headingRow(path)]
    heading = path
    return [...above, ...(change.status === 'changed' ? pairRows(contrast, change) : wholeRows(contrast, change))]
  })
}
