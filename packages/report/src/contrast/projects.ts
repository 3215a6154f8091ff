import type { Measure } from '@kyoyaku/core'
import type { ProjectChange, VisionProject } from '@kyoyaku/diff'
import { fiscalYearName } from '../fiscal-year.ts'
import { linesOf, marked, placeOf, plain, sideRuns } from '../paper/lines.ts'
import type { Line, Run, Side } from '../paper/paper.ts'
import { indicatorOf, isChange, isReordered, projectOf } from '../revision.ts'
import { aloneRows, type Contrast, type ContrastRow, headingRow, row } from './contrast-row.ts'

const gap = '　'
const labels: Readonly<Record<string, string>> = {
  purpose: '事業目的',
  activities: '事業内容',
  schedule: '工程',
  roles: '役割・費用負担',
  budget: '財源',
  sdgs: 'ＳＤＧｓ',
  notes: '備考',
  marks: '一覧表の印',
  milestone: '途中の目標',
  result: '実績',
}

const yearName = (year: number | undefined): string => (year === undefined ? '計' : fiscalYearName(year, 'ja'))

/** purpose → 事業目的; roles:甲 → 役割・費用負担（甲）; schedule:2026 → 工程（R8年度）. */
function labelOf(field: string): string {
  const [name = '', ...rest] = field.split(':')
  const of = rest.filter((part) => part !== '').map((part) => (/^\d{4}$/u.test(part) ? yearName(Number(part)) : part))
  return `${labels[name] ?? name}${of.length > 0 ? `（${of.join('・')}）` : ''}`
}

/** A field with its label, further lines of it one step in; nothing where a side says nothing. */
const labelled = (label: readonly Run[], runs: readonly Run[], indent = 1): Line[] =>
  runs.length === 0
    ? []
    : linesOf([...label, { text: gap }, ...runs], indent).map((line, i) =>
        i === 0 ? line : { ...line, indent: indent + 1 },
      )

/** Names with a line under those that this side alone has. */
function names(contrast: Contrast, project: VisionProject | undefined, own: readonly string[], side: Side): Run[] {
  const listed = project && project.participants.length > 0 ? project.participants : own
  const at = project?.where?.participants ?? project?.at
  return listed.flatMap((name, i): Run[] => [
    ...(i > 0 ? plain('、') : []),
    ...(own.includes(name) ? marked(name, contrast.profile.marks.words, side, at) : plain(name, placeOf(side, at))),
  ])
}

function budgetRows(contrast: Contrast, change: ProjectChange): ContrastRow[] {
  const differs = (change.budget ?? []).filter((b) => b.old !== b.new || (b.old === null && b.oldText !== b.newText))
  return differs.map((b) => {
    const lines = (side: Side): Line[] => {
      const text = b[`${side}Text`]
      const project = projectOf(contrast.revision, change, side)
      const { years = [], total } = project?.budget ?? {}
      const at = b.fiscalYear === undefined ? total?.at : years.find((y) => y.fiscalYear === b.fiscalYear)?.at
      return text === undefined
        ? []
        : labelled(plain(`事業費（${yearName(b.fiscalYear)}）`), marked(text, contrast.profile.marks.words, side, at))
    }
    return row(lines('old'), lines('new'))
  })
}

function indicatorRows({ profile, revision }: Contrast, change: ProjectChange): ContrastRow[] {
  return (change.indicators ?? []).filter(isChange).map((indicator) => {
    const mark = indicator.status === 'changed' ? profile.marks.words : profile.marks.whole
    const old = indicatorOf(revision, change, indicator, 'old')?.name ?? indicator.name
    const same = indicator.status === 'changed' && old === indicator.name
    const lines = (side: Side): Line[] => {
      if (indicator.status === (side === 'old' ? 'added' : 'deleted'))
        return labelled(plain('指標'), plain(side === 'old' ? profile.words.added : profile.words.deleted))
      const own = indicatorOf(revision, change, indicator, side)?.name ?? indicator.name
      const name = same ? plain(own) : marked(own, mark, side)
      const measure = (label: string, edits: typeof indicator.baseline): Line[] =>
        edits ? labelled(plain(label), sideRuns(edits, side, mark), 2) : []
      return [
        ...labelled(plain('指標'), name),
        ...measure('基準値', indicator.baseline),
        ...measure('目標値', indicator.target),
      ]
    }
    return row(lines('old'), lines('new'))
  })
}

function pairRows(contrast: Contrast, change: ProjectChange): ContrastRow[] {
  const { words } = contrast.profile.marks
  const title = (side: Side): Line[] => {
    const at = projectOf(contrast.revision, change, side)?.where?.title
    const text = change[side] ?? ''
    if (change.title) return linesOf(sideRuns(change.title, side, words))
    return linesOf(isReordered(change) ? marked(text, words, side, at) : plain(text, placeOf(side, at)))
  }
  const pair = (label: string, of: { old?: string | undefined; new?: string | undefined }): ContrastRow =>
    row(
      labelled(plain(label), marked(of.old ?? '', words, 'old')),
      labelled(plain(label), marked(of.new ?? '', words, 'new')),
    )
  const members = (side: Side): Line[] =>
    labelled(
      plain('連携市町'),
      names(
        contrast,
        projectOf(contrast.revision, change, side),
        change.participants?.[side === 'old' ? 'left' : 'joined'] ?? [],
        side,
      ),
    )
  const field = ({ field: name, edits }: NonNullable<ProjectChange['fields']>[number]): ContrastRow =>
    row(
      labelled(plain(labelOf(name)), sideRuns(edits, 'old', words)),
      labelled(plain(labelOf(name)), sideRuns(edits, 'new', words)),
    )
  const notes = [
    change.renamed && '名称の変更',
    change.moved && (isReordered(change) ? '順序の変更' : '位置づけの変更'),
  ].filter((n) => typeof n === 'string')
  return [
    row(title('old'), title('new'), true, notes),
    ...(change.pillar ? [pair('政策分野', change.pillar)] : []),
    ...(change.initiative ? [pair('取組', change.initiative)] : []),
    ...(change.participants ? [row(members('old'), members('new'))] : []),
    ...(change.fields ?? []).map(field),
    ...budgetRows(contrast, change),
    ...indicatorRows(contrast, change),
  ]
}

/** Marks that say who takes part and no more, which the list of participants says already. */
const membership = /^[〇○◯⭕－―—–ー×-]?$/u

/** All that a sheet says, for a project that one side alone has. */
function wholeLines({ revision, profile }: Contrast, change: ProjectChange, side: Side): Line[] {
  const { whole } = profile.marks
  const p = projectOf(revision, change, side)
  const at = p?.where ?? {}
  const line = (label: string, text: string | undefined, place = p?.at, indent = 1): Line[] =>
    text ? labelled(marked(label, whole, side), marked(text, whole, side, place), indent) : []
  const measured = (field: string, measures: Measure[] = []): Line[] =>
    measures.flatMap((m) => line(labelOf(`${field}:${m.period?.from ?? ''}`), m.text, m.at, 2))
  const amounts = [...(p?.budget?.years ?? []), ...(p?.budget?.total ? [p.budget.total] : [])]
  return [
    ...linesOf(marked(change[side] ?? '', whole, side, at.title)),
    ...line('連携市町', p?.participants.join('、'), at.participants ?? p?.at),
    ...line('事業目的', p?.purpose, at.purpose),
    ...line('事業内容', p?.activities?.join('\n'), at.activities),
    ...(p?.schedule ?? []).flatMap((s) => line(labelOf(`schedule:${s.fiscalYear}`), s.label, s.at)),
    ...amounts.flatMap((a) => line(`事業費（${yearName(a.fiscalYear)}）`, a.text, a.at)),
    ...(p?.budget?.sources ?? []).flatMap((a) =>
      line(labelOf(`budget:${a.source ?? ''}:${a.fiscalYear ?? ''}`), a.text, a.at),
    ),
    ...(p?.budget?.results ?? []).flatMap((a) => line(labelOf(`result:事業費:${a.fiscalYear ?? ''}`), a.text, a.at)),
    ...(p?.roles ?? []).flatMap((r) => line(labelOf(`roles:${r.party}`), r.items.join('\n'), r.at)),
    ...(p?.indicators ?? []).flatMap((i) => [
      ...line('指標', i.name, i.where?.name ?? i.at),
      ...line('基準値', i.baseline?.text, i.baseline?.at, 2),
      ...measured('milestone', i.milestones),
      ...line('目標値', i.target?.text, i.target?.at, 2),
      ...measured('result', i.results),
    ]),
    ...line('ＳＤＧｓ', p?.sdgs?.join('、'), at.sdgs),
    ...line('備考', p?.notes?.join('\n'), at.notes),
    ...[...(p?.cells ?? [])].flatMap(([name, { text, at: place }]) =>
      membership.test(text) ? [] : line(labelOf(`marks:${name}`), text, place),
    ),
  ]
}

function wholeRows(contrast: Contrast, change: ProjectChange): ContrastRow[] {
  const { added, deleted } = contrast.profile.words
  const side: Side = change.status === 'added' ? 'new' : 'old'
  const note: Line = { indent: 0, runs: [{ text: side === 'new' ? added : deleted }] }
  return aloneRows(side, wholeLines(contrast, change, side), note, [
    change.splitFrom !== undefined
      ? `「${change.splitFrom}」から分けた事業`
      : change.mergedInto !== undefined
        ? `「${change.mergedInto}」に統合`
        : side === 'new'
          ? '事業の新規'
          : '事業の終了',
  ])
}

/** The changed projects of a vision, under the initiative that they stand under. */
export function projectsRows(contrast: Contrast, changes: readonly ProjectChange[]): ContrastRow[] {
  let heading = ''
  return changes.filter(isChange).flatMap((change) => {
    const p = projectOf(contrast.revision, change, change.status === 'deleted' ? 'old' : 'new')
    const path = [p?.pillar, p?.initiative].filter((part) => part !== undefined).join(gap)
    const above = path === heading || path === '' ? [] : [headingRow(path)]
    heading = path
    return [...above, ...(change.status === 'changed' ? pairRows(contrast, change) : wholeRows(contrast, change))]
  })
}
