import type { ProjectChange } from '@kyoyaku/diff'
import { cellOf, placeOf } from '../paper/lines.ts'
import type { Cell, Line, Table, Tone } from '../paper/paper.ts'
import { indicatorChanges, isChange, isReordered, projectOf, type Revision } from '../revision.ts'
import { type Locale, say, words } from '../words.ts'
import { deltaOf, signed } from './sums.ts'

const toneOf = (status: string): Tone => (status === 'added' || status === 'deleted' ? status : 'changed')

/** A project's name, linked to where it stands; the old name below a new one. */
export function nameCell(revision: Revision, change: ProjectChange): Cell {
  const line = (side: 'old' | 'new'): Line => {
    const project = projectOf(revision, change, side)
    const cell = cellOf(change[side] ?? '', {}, placeOf(side, project?.where?.title ?? project?.at))
    return cell.lines[0] ?? { indent: 0, runs: [] }
  }
  const lines =
    change.new === undefined
      ? [line('old')]
      : change.renamed
        ? [line('new'), { ...line('old'), runs: [{ text: '← ' }, ...line('old').runs] }]
        : [line('new')]
  return { lines, heading: true }
}

/** What became of a project, in a few words. */
function contentsOf(revision: Revision, change: ProjectChange, locale: Locale): string[] {
  const { participants, budget, fields } = change
  const indicators = indicatorChanges(revision, change).filter(isChange)
  const delta = budget
    ?.filter((b) => b.fiscalYear === undefined)
    .map((b) => deltaOf(change, b))
    .find((d) => d !== undefined)
  const alone = change.status !== 'changed'
  const list = (names: readonly string[]): string => names.join('、')
  const budgetWords =
    delta === undefined
      ? say(words.budgetUnknown, locale)
      : delta === 0 && !alone
        ? say(words.budgetSameTotal, locale)
        : say(words.budgetChanged, locale, { delta: signed(delta) })
  return [
    change.splitFrom !== undefined && say(words.splitFrom, locale, { unit: change.splitFrom }),
    change.mergedInto !== undefined && say(words.mergedInto, locale, { unit: change.mergedInto }),
    change.rolled && say(words.rolled, locale),
    change.renamed && say(words.renamed, locale),
    change.moved && say(isReordered(change) ? words.reordered : words.moved, locale),
    participants && alone && `${say(words.members, locale)} ${list([...participants.joined, ...participants.left])}`,
    participants &&
      !alone &&
      participants.joined.length > 0 &&
      say(words.joined, locale, { names: list(participants.joined) }),
    participants &&
      !alone &&
      participants.left.length > 0 &&
      say(words.left, locale, { names: list(participants.left) }),
    budget && budgetWords,
    indicators.length > 0 &&
      say(alone ? words.indicatorCount : words.indicatorChanged, locale, { count: indicators.length }),
    fields && say(words.fieldsChanged, locale, { names: fieldNamesOf(fields, locale) }),
  ].filter((text) => typeof text === 'string' && text !== '') as string[]
}

const fieldNamesOf = (fields: NonNullable<ProjectChange['fields']>, locale: Locale): string => {
  const names = fields.map(({ field }) => fieldNames[field.split(':')[0] ?? '']?.[locale] ?? field)
  return [...new Set(names)].join('、')
}

const fieldNames: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  purpose: { ja: '事業目的', en: 'purpose' },
  activities: { ja: '事業内容', en: 'activities' },
  schedule: { ja: '工程', en: 'schedule' },
  roles: { ja: '役割', en: 'roles' },
  budget: { ja: '財源', en: 'sources of funds' },
  sdgs: { ja: 'ＳＤＧｓ', en: 'SDGs' },
  notes: { ja: '備考', en: 'notes' },
  marks: { ja: '一覧表の印', en: 'marks in the grid' },
  milestone: { ja: '途中の目標', en: 'targets on the way' },
  result: { ja: '実績', en: 'results' },
}

/** Every project that was added, ended or changed, with what changed. */
export function projectTable(revision: Revision, changes: readonly ProjectChange[], locale: Locale): Table {
  const order = ['added', 'deleted', 'changed']
  const sorted = changes.filter(isChange).sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status))
  const status = (change: ProjectChange): string =>
    say(words[toneOf(change.status) as 'added' | 'deleted' | 'changed'], locale)
  return {
    kind: 'table',
    caption: say(words.projectTable, locale),
    columns: [
      { heading: say(words.change, locale), share: 1.2 },
      { heading: say(words.project, locale), share: 3 },
      { heading: say(words.contents, locale), share: 6 },
    ],
    rows: sorted.map((change) => ({
      start: true,
      cells: [
        cellOf(status(change), { tone: toneOf(change.status) }),
        nameCell(revision, change),
        { lines: contentsOf(revision, change, locale).map((text) => ({ indent: 0, runs: [{ text }] })) },
      ],
    })),
  }
}

/** How many projects were added, ended, changed, kept. */
export function countTable(changes: readonly ProjectChange[], locale: Locale): Table {
  const count = (status: string): number => changes.filter((c) => c.status === status).length
  const rows = (
    [
      ['added', count('added'), 'added'],
      ['deleted', count('deleted'), 'deleted'],
      ['changed', count('changed'), 'changed'],
      ['renamed', changes.filter((c) => c.renamed).length, undefined],
      ['unchanged', count('unchanged'), undefined],
      ['notInExcerpt', count('not-in-excerpt'), undefined],
    ] as const
  ).filter(([name, n]) => n > 0 || name === 'added' || name === 'deleted' || name === 'changed')
  return {
    kind: 'table',
    caption: say(words.counts, locale),
    columns: rows.map(([name]) => ({ heading: say(words[name], locale), share: 1, align: 'center' as const })),
    rows: [
      { start: true, cells: rows.map(([, n, tone]) => cellOf(String(n), { amount: n, ...(tone ? { tone } : {}) })) },
    ],
  }
}
