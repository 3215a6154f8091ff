import type { ArticleChange, ProvisionChange } from '@kyoyaku/diff'
import { marked, plain, sideRuns } from '../paper/lines.ts'
import type { Line, Run, Side } from '../paper/paper.ts'
import { articleOf, isChange } from '../revision.ts'
import { aloneRows, type Contrast, type ContrastRow, row } from './contrast-row.ts'
import { type ArticleTitle, type Below, provisionRows, wholeLines } from './provisions.ts'

const bracketed = (runs: Run[]): Line[] => [{ indent: 1, runs: [{ text: '（' }, ...runs, { text: '）' }] }]

/** The caption of a side; brackets are underlined with a caption that is new or gone as a whole. */
function captionLines(contrast: Contrast, change: ArticleChange, side: Side): Line[] {
  const { words, whole } = contrast.profile.marks
  const edits = change.caption ?? []
  if (change.status === 'added' || change.status === 'deleted') {
    const text = edits.map((edit) => edit.text).join('')
    return text === '' ? [] : [{ indent: 1, runs: marked(`（${text}）`, whole, side, edits[0]?.at) }]
  }
  const own =
    edits.length > 0 ? sideRuns(edits, side, words) : plain(articleOf(contrast.revision, change, side)?.caption ?? '')
  return own.length > 0 ? bracketed(own) : []
}

/** 附則 is a heading: what its caption says stands behind it, and its first paragraph keeps a number of its own. */
const isSupplement = ({ part, oldTitle, newTitle }: ArticleChange): boolean =>
  part === 'supplementary' && /^附\s*則/u.test(newTitle ?? oldTitle ?? '')

const headingIndent = 3

/** The heading of a 附則 with what stands behind it: 附　則（令和７年規約第２号）. */
function supplementLines(contrast: Contrast, change: ArticleChange, side: Side): Line[] {
  const title = side === 'old' ? change.oldTitle : change.newTitle
  const [caption] = captionLines(contrast, change, side)
  const alone = change.status === 'added' || change.status === 'deleted'
  const runs = alone ? marked(title ?? '', contrast.profile.marks.whole, side) : plain(title ?? '')
  return [{ indent: headingIndent, runs: [...runs, ...(caption?.runs ?? [])] }]
}

/** What a column of notes says of an article. */
function notesOf(change: ArticleChange): string[] {
  const [from, to] = [change.oldTitle ?? change.old ?? '', change.newTitle ?? change.new ?? '']
  return [
    change.status === 'added' &&
      (change.splitFrom === undefined ? '条の新設' : `第${change.splitFrom}条から分けて規定`),
    change.status === 'deleted' && (change.mergedInto === undefined ? '条の削除' : `第${change.mergedInto}条に統合`),
    change.renumbered && `${from}を${to}とする`,
    change.moved && !change.renumbered && '位置の変更',
    change.caption && change.status === 'changed' && '見出しの改正',
    change.edited && (change.editKind === 'reference-only' ? '引用条項の整理' : '字句の改正'),
  ].filter((note) => note !== false && note !== undefined)
}

/** All of an article that one side alone has. */
function wholeRows(contrast: Contrast, change: ArticleChange, title: ArticleTitle): ContrastRow[] {
  const side = change.status === 'added' ? 'new' : 'old'
  const { added, deleted } = contrast.profile.words
  const note: Line = { indent: 0, runs: [{ text: side === 'new' ? added : deleted }] }
  const heading = isSupplement(change)
  const lines = [
    ...(heading ? supplementLines : captionLines)(contrast, change, side),
    ...(change.paragraphs ?? []).flatMap((p) => wholeLines(contrast, p, side, 0, heading ? undefined : title)),
  ]
  return aloneRows(side, lines, note, notesOf(change))
}

/** An article as it stands in a 新旧対照表, with its caption. */
function articleRows(contrast: Contrast, change: ArticleChange): ContrastRow[] {
  const title: ArticleTitle = {
    old: change.oldTitle ?? '',
    new: change.newTitle ?? '',
    renumbered: change.renumbered,
  }
  if (change.status === 'added' || change.status === 'deleted') return wholeRows(contrast, change, title)
  const article = articleOf(contrast.revision, change, 'new')
  const below: Below = (path) => {
    const [first = -1, ...rest] = path
    let items = article?.paragraphs[first]?.items
    for (const index of rest) items = items?.[index]?.items
    return (items ?? []).map((item) => item.title)
  }
  // An article whose number or caption alone changed has no paragraphs to tell of.
  const paragraphs: ProvisionChange[] = change.paragraphs ?? [
    { oldIndex: 0, newIndex: 0, status: 'unchanged', renumbered: false, moved: false, edited: false },
  ]
  const heading = isSupplement(change)
  const rows = provisionRows(contrast, paragraphs, 0, below, heading ? undefined : title)
  const above = heading ? supplementLines : captionLines
  const captions = (['old', 'new'] as const).map((side) => above(contrast, change, side)) as [Line[], Line[]]
  const first = captions[0].length + captions[1].length > 0 ? [row(...captions), ...rows] : rows
  return first.map((r, i) => (i === 0 ? { ...r, start: true, notes: notesOf(change) } : r))
}

/** The changed articles of a document in rows. */
export const articlesRows = (contrast: Contrast, changes: readonly ArticleChange[]): ContrastRow[] =>
  changes.filter(isChange).flatMap((change) => articleRows(contrast, change))
