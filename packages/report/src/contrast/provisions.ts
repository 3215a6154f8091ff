import type { ProvisionChange } from '@kyoyaku/diff'
import { marked, plain, sideRuns } from '../paper/lines.ts'
import type { Line, Mark, Run, Side } from '../paper/paper.ts'
import { isChange } from '../revision.ts'
import { type Contrast, type ContrastRow, row } from './contrast-row.ts'
import { folded } from './fold.ts'

/** An article's title stands before its first paragraph. */
export interface ArticleTitle {
  old: string
  new: string
  renumbered: boolean
}

const gap = '　'
const titleMembers = { old: 'oldTitle', new: 'newTitle' } as const
const indexMembers = { old: 'oldIndex', new: 'newIndex' } as const

interface Title {
  text: string
  /** The number itself changed. */
  changed: boolean
}

function titleOf(change: ProvisionChange, side: Side, article: ArticleTitle | undefined): Title {
  if (article && change[indexMembers[side]] === 0) return { text: article[side], changed: article.renumbered }
  return { text: change[titleMembers[side]] ?? '', changed: change.renumbered }
}

const titleRuns = ({ profile }: Contrast, { text, changed }: Title, side: Side): Run[] =>
  text === '' ? [] : [...(changed ? marked(text, profile.marks.words, side) : plain(text)), { text: gap }]

/** The caption of a paragraph, where it changed or came and went with it. */
function captionLines(change: ProvisionChange, side: Side, indent: number, mark: Mark): Line[] {
  const runs = sideRuns(change.caption ?? [], side, mark)
  return runs.length > 0 ? [{ indent: indent + 1, runs: [{ text: '（' }, ...runs, { text: '）' }] }] : []
}

/** A provision that one side alone has, with all below it. */
export function wholeLines(
  contrast: Contrast,
  change: ProvisionChange,
  side: Side,
  indent: number,
  article?: ArticleTitle,
): Line[] {
  const { whole } = contrast.profile.marks
  const { text } = titleOf(change, side, article)
  const own: Run[] = [
    ...(text === '' ? [] : [...marked(text, whole, side), { text: gap }]),
    ...sideRuns(change.text ?? [], side, whole),
  ]
  return [
    ...captionLines(change, side, indent, whole),
    ...(own.length > 0 ? [{ indent, runs: own }] : []),
    ...(change.items ?? []).flatMap((item) => wholeLines(contrast, item, side, indent + 1)),
  ]
}

function aloneRow(contrast: Contrast, change: ProvisionChange, indent: number, article?: ArticleTitle): ContrastRow {
  const { words } = contrast.profile
  const note = (text: string): Line[] => [{ indent, runs: [{ text }] }]
  return change.status === 'added'
    ? row(note(words.added), wholeLines(contrast, change, 'new', indent, article))
    : row(wholeLines(contrast, change, 'old', indent, article), note(words.deleted))
}

/** A pair with something different: its own sentence where that is it, the sign for what is left out otherwise. */
function pairRow(contrast: Contrast, change: ProvisionChange, indent: number, article?: ArticleTitle): ContrastRow {
  const side = (of: Side): Line[] => [
    ...captionLines(change, of, indent, contrast.profile.marks.words),
    {
      indent,
      runs: [
        ...titleRuns(contrast, titleOf(change, of, article), of),
        ...(change.text
          ? sideRuns(change.text, of, contrast.profile.marks.words)
          : [{ text: contrast.profile.words.omitted }]),
      ],
    },
  ]
  return row(side('old'), side('new'))
}

/** Titles of what stands unchanged below a provision, from the new document itself; the way to it as indices from the paragraph on. */
export type Below = (path: readonly number[]) => readonly string[]

/** Provisions of one level in rows; unchanged neighbours are folded into one. */
export function provisionRows(
  contrast: Contrast,
  changes: readonly ProvisionChange[],
  indent: number,
  below: Below,
  article?: ArticleTitle,
  above: readonly number[] = [],
): ContrastRow[] {
  const rows: ContrastRow[] = []
  let same: ProvisionChange[] = []
  const flush = (): void => {
    if (same.length === 0) return
    const line = (side: Side): Line[] => {
      const titles = same.map((change) => titleOf(change, side, article).text).filter((text) => text !== '')
      return [{ indent, runs: plain(folded(titles, contrast.profile)) }]
    }
    rows.push(row(line('old'), line('new')))
    same = []
  }
  for (const change of changes) {
    if (change.status === 'not-in-excerpt') continue
    const first = article !== undefined && (change.oldIndex === 0 || change.newIndex === 0)
    if (!isChange(change) && !(first && article.renumbered)) {
      same.push(change)
      // The first paragraph has its article's number: it is no part of a row of paragraph numbers.
      if (first) flush()
      continue
    }
    flush()
    if (change.status === 'added' || change.status === 'deleted') {
      rows.push(aloneRow(contrast, change, indent, article))
      continue
    }
    rows.push(pairRow(contrast, change, indent, article))
    const path = [...above, change.newIndex ?? -1]
    if (change.items) rows.push(...provisionRows(contrast, change.items, indent + 1, below, undefined, path))
    else if (change.text) {
      const titles = below(path)
      const line = (): Line[] => [{ indent: indent + 1, runs: plain(folded(titles, contrast.profile)) }]
      if (titles.length > 0) rows.push(row(line(), line()))
    }
  }
  flush()
  return rows
}
