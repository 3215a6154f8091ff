import { csvField } from '@kyoyaku/batch/export'
import { type Cell, cellOf, htmlOf, type Paper, printablePaper, type Table } from '@kyoyaku/report'
import { type Locale, say } from '../locale.ts'
import { kindName } from '../text/words.ts'
import { reasonOf } from './batch-reason.ts'
import { type IndexRow, summaryLine } from './diff-batch-rows.ts'
import type { Side } from './diff-batch-side.ts'
import { diffBatchWords as words } from './diff-batch-words.ts'

/** Everything that a comparison of two folders found. */
export interface FolderIndex {
  dirs: { old: string; new: string }
  sides: { old: Side; new: Side }
  rows: IndexRow[]
}

const sideNames = ['old', 'new'] as const
const isPair = ({ old, new: other }: IndexRow): boolean => old !== undefined && other !== undefined

export function indexCounts({ rows, sides }: FolderIndex): Record<string, number> {
  const of = (status: IndexRow['status']): number => rows.filter((row) => row.status === status).length
  return {
    pairs: rows.filter(isPair).length,
    changed: of('changed'),
    unchanged: of('unchanged'),
    broken: of('broken'),
    added: of('added'),
    deleted: of('deleted'),
    failed: sides.old.failures.length + sides.new.failures.length,
    empty: sides.old.empty.length + sides.new.empty.length,
  }
}

/** A file below its folder, and which of its documents where there are several. */
export function shownPlace(place: IndexRow['old'], dir: string, locale: Locale): string {
  if (!place) return ''
  const below = place.path.startsWith(`${dir}/`) ? place.path.slice(dir.length + 1) : place.path
  return place.document === 1 ? below : below + say(words.numbered, locale, { n: place.document })
}

const linked = (text: string, paper: string | undefined): Cell =>
  paper === undefined
    ? cellOf(text, { heading: true })
    : {
        lines: [{ indent: 0, runs: [{ text, paper: paper.split('/').map(encodeURIComponent).join('/') }] }],
        heading: true,
      }

function pairTable({ rows, dirs }: FolderIndex, locale: Locale): Table {
  return {
    kind: 'table',
    caption: say(words.pairs, locale),
    columns: [
      { heading: say(words.document, locale), share: 5 },
      { heading: say(words.parties, locale), share: 3 },
      { heading: say(words.status, locale), share: 1.5 },
      { heading: say(words.changes, locale), share: 4 },
      { heading: say(words.oldFile, locale), share: 3 },
      { heading: say(words.newFile, locale), share: 3 },
      { heading: say(words.likeness, locale), share: 1, align: 'end' },
    ],
    rows: rows.filter(isPair).map((row) => ({
      start: true,
      cells: [
        linked(row.title, row.paper),
        cellOf(row.parties.join('・')),
        cellOf(say(words[row.status], locale), { tone: row.status === 'unchanged' ? undefined : 'changed' }),
        cellOf(row.message ?? summaryLine(row.summary, locale)),
        cellOf(shownPlace(row.old, dirs.old, locale)),
        cellOf(shownPlace(row.new, dirs.new, locale)),
        cellOf(row.likeness?.score.toFixed(2) ?? ''),
      ],
    })),
  }
}

function aloneTable({ rows, dirs }: FolderIndex, status: 'added' | 'deleted', locale: Locale): Table {
  const side = status === 'added' ? 'new' : 'old'
  return {
    kind: 'table',
    caption: say(status === 'added' ? words.onlyNew : words.onlyOld, locale),
    columns: [
      { heading: say(words.document, locale), share: 5 },
      { heading: say(words.kind, locale), share: 2 },
      { heading: say(words.parties, locale), share: 3 },
      { heading: say(words.file, locale), share: 5 },
    ],
    rows: rows
      .filter((row) => row.status === status)
      .map((row) => ({
        start: true,
        cells: [
          cellOf(row.title, { heading: true, tone: status }),
          cellOf(kindName(row.type, locale)),
          cellOf(row.parties.join('・')),
          cellOf(shownPlace(row[side], dirs[side], locale)),
        ],
      })),
  }
}

/** Files that take no part, a line each with the reason. */
export function leftOut(
  { sides, dirs }: FolderIndex,
  locale: Locale,
): { side: string; path: string; reason: string }[] {
  return sideNames.flatMap((side) => {
    const below = (path: string): string => shownPlace({ path, document: 1, title: '' }, dirs[side], locale)
    const of = say(words[side], locale)
    return [
      ...sides[side].failures.map(({ path, reason, message }) => ({
        side: of,
        path: below(path),
        reason: reasonOf({ reason, message }, path, locale),
      })),
      ...sides[side].empty.map((path) => ({ side: of, path: below(path), reason: say(words.emptyFiles, locale) })),
    ]
  })
}

/** The index as a page that links to the papers of its pairs. */
export function indexHtml(index: FolderIndex, locale: Locale): string {
  const text = (value: string): Paper['blocks'][number] => ({ kind: 'text', runs: [{ text: value }] })
  const out = leftOut(index, locale)
  const has = (status: IndexRow['status']): boolean => index.rows.some((row) => row.status === status)
  const blocks: Paper['blocks'] = [
    text(say(words.folders, locale, index.dirs)),
    text(say(words.counts, locale, indexCounts(index))),
  ]
  if (index.rows.some(isPair)) blocks.push(pairTable(index, locale))
  for (const status of ['added', 'deleted'] as const) if (has(status)) blocks.push(aloneTable(index, status, locale))
  if (out.length > 0)
    blocks.push({
      kind: 'table',
      caption: say(words.failures, locale),
      columns: [
        { heading: say(words.side, locale), share: 1 },
        { heading: say(words.file, locale), share: 5 },
        { heading: say(words.reason, locale), share: 5 },
      ],
      rows: out.map(({ side, path, reason }) => ({
        start: true,
        cells: [cellOf(side), cellOf(path, { heading: true }), cellOf(reason)],
      })),
    })
  return htmlOf(printablePaper({ title: say(words.title, locale), locale, blocks }))
}

/** The index for programs: a line of JSON a pair, a document without a partner or a file that takes no part. */
export const indexNdjson = ({ rows, sides }: FolderIndex): string =>
  [
    ...rows,
    ...sideNames.flatMap((side) => [
      ...sides[side].failures.map((failure) => ({ status: 'failed', side, ...failure })),
      ...sides[side].empty.map((path) => ({ status: 'empty', side, path })),
    ]),
  ]
    .map((row) => `${JSON.stringify(row)}\n`)
    .join('')

/** The index for a spreadsheet. */
export function indexCsv(index: FolderIndex, locale: Locale): string {
  const { dirs } = index
  const headings = ['status', 'kind', 'document', 'parties', 'oldFile', 'oldTitle', 'newFile', 'newTitle'] as const
  const more = ['changes', 'likeness', 'paper', 'reason'] as const
  const lines = index.rows.map((row) => [
    say(words[row.status], locale),
    kindName(row.type, locale),
    row.title,
    row.parties.join('・'),
    shownPlace(row.old, dirs.old, locale),
    row.old?.title,
    shownPlace(row.new, dirs.new, locale),
    row.new?.title,
    summaryLine(row.summary, locale),
    row.likeness && Number(row.likeness.score.toFixed(3)),
    row.paper,
    row.message,
  ])
  const out = leftOut(index, locale).map(({ side, path, reason }) => {
    const isOld = side === say(words.old, locale)
    return [say(words.failures, locale), '', '', '', isOld ? path : '', '', isOld ? '' : path, '', '', '', '', reason]
  })
  const head = [...headings, ...more].map((name) => say(words[name], locale))
  return `\ufeff${[head, ...lines, ...out].map((line) => `${line.map(csvField).join(',')}\r\n`).join('')}`
}
