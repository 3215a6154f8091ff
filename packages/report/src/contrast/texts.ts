import type { TextChange } from '@kyoyaku/diff'
import { linesOf, plain, sideRuns } from '../paper/lines.ts'
import type { Line, Run, Side } from '../paper/paper.ts'
import { isChange } from '../revision.ts'
import { type Contrast, type ContrastRow, row } from './contrast-row.ts'

/** What stands before the articles; the rest follows them. */
const leading: readonly string[] = [
  'title',
  'number',
  'volume',
  'revision',
  'issuer',
  'declaredProjectCount',
  'declaredInitiativeCount',
  'pillars',
  'initiatives',
  'parties',
  'preamble',
]
export const isLeading = ({ field }: TextChange): boolean => leading.includes(field)

/** Notes on a field, in a column of notes. */
const notes: Readonly<Record<string, string>> = {
  title: '題名の改正',
  preamble: '前文の改正',
  parties: '当事者の変更',
  closing: '末文の改正',
  signatories: '署名の変更',
  date: '日付の変更',
}

/** Names of fields whose text does not say what it is. */
const labels: Readonly<Record<string, string>> = {
  revision: '版の表示',
  issuer: '発行',
  volume: '分冊',
  number: '番号',
  pillars: '政策分野',
  initiatives: '取組',
  declaredProjectCount: '記載の事業数',
  declaredInitiativeCount: '記載の取組数',
}

/** A sentence that ends inside an equal stretch of at least this many characters is left out of it: it tells nothing. */
const longestEqual = 160

/** An equal stretch without the whole sentences in the middle of it. */
function abridged(text: string, omitted: string): string {
  if (text.length < longestEqual) return text
  const first = text.indexOf('。') + 1
  const last = text.lastIndexOf('。', text.length - 2) + 1
  return first > 0 && last > first ? `${text.slice(0, first)}${omitted}${text.slice(last)}` : text
}

function textRow({ profile }: Contrast, change: TextChange): ContrastRow {
  const { marks, words } = profile
  const mark = change.status === 'changed' ? marks.words : marks.whole
  const lines = (side: Side): Line[] => {
    const runs = change.edits.flatMap((edit): Run[] =>
      edit.op === 'equal' ? plain(abridged(edit.text, words.omitted)) : sideRuns([edit], side, mark),
    )
    const label = labels[change.field]
    if (runs.length > 0) return linesOf(label === undefined ? runs : [{ text: `${label}　` }, ...runs])
    return [{ indent: 0, runs: [{ text: side === 'old' ? words.added : words.deleted }] }]
  }
  const note = notes[change.field]
  return row(lines('old'), lines('new'), true, note === undefined ? [] : [note])
}

/** Changed text outside articles, tables and projects. */
export const textRows = (contrast: Contrast, changes: readonly TextChange[]): ContrastRow[] =>
  changes.filter(isChange).map((change) => textRow(contrast, change))
