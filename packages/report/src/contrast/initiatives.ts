import type { InitiativeChange } from '@kyoyaku/diff'
import { linesOf, marked, plain, sideRuns } from '../paper/lines.ts'
import type { Line, Run, Side } from '../paper/paper.ts'
import { isChange } from '../revision.ts'
import { aloneRows, type Contrast, type ContrastRow, headingRow, row } from './contrast-row.ts'

const gap = '　'
const headingOf = (path: readonly string[] | undefined): string => (path ?? []).join('　')

const numbered = (number: string | undefined, runs: Run[]): Run[] =>
  number === undefined ? runs : [...plain(number), { text: gap }, ...runs]

function wholeRows({ profile }: Contrast, change: InitiativeChange): ContrastRow[] {
  const side: Side = change.status === 'added' ? 'new' : 'old'
  const { whole } = profile.marks
  const number = change[`${side}Number`]
  const title = [...(number === undefined ? [] : [...marked(number, whole, side), { text: gap }])]
  const lines: Line[] = [
    { indent: 0, runs: [...title, ...marked(change[side] ?? '', whole, side)] },
    ...(change.description
      ? linesOf([...marked('取組内容', whole, side), { text: gap }, ...sideRuns(change.description, side, whole)], 1)
      : []),
    ...(change.roles ?? []).flatMap(({ party, edits }) =>
      linesOf([...marked(`${party}の役割`, whole, side), { text: gap }, ...sideRuns(edits, side, whole)], 1),
    ),
  ]
  const note: Line = { indent: 0, runs: [{ text: side === 'new' ? profile.words.added : profile.words.deleted }] }
  return aloneRows(side, lines, note, [side === 'new' ? '取組の新設' : '取組の削除'])
}

function pairRows({ profile }: Contrast, change: InitiativeChange): ContrastRow[] {
  const { words } = profile.marks
  const title = (side: Side): Line[] => {
    const number = change[`${side}Number`]
    // A heading that was reworded is told itself; nothing under it moved.
    const moved = change.moved && headingOf(change.oldPath) !== headingOf(change.newPath)
    // What stands elsewhere in the order under one heading shows it by nothing else.
    const reordered = change.moved && !moved && !change.renumbered
    const text = change[side] ?? ''
    const runs = change.title
      ? sideRuns(change.title, side, words)
      : reordered
        ? marked(text, words, side)
        : plain(text)
    const own =
      change.renumbered && number !== undefined
        ? [...marked(number, words, side), { text: gap }, ...runs]
        : numbered(number, runs)
    const path = headingOf(change[`${side}Path`])
    return [...(moved && path !== '' ? [{ indent: 0, runs: marked(path, words, side) }] : []), { indent: 0, runs: own }]
  }
  const field = (label: string, edits: NonNullable<InitiativeChange['description']>): ContrastRow => {
    const lines = (side: Side): Line[] => linesOf([...plain(label), { text: gap }, ...sideRuns(edits, side, words)], 1)
    return row(lines('old'), lines('new'))
  }
  const notes = [
    change.renamed && '名称の改正',
    change.renumbered && '番号の変更',
    change.moved && '位置の変更',
    (change.description || change.roles) && '字句の改正',
  ].filter((note) => typeof note === 'string')
  const fields = [
    ...(change.description ? [field('取組内容', change.description)] : []),
    ...(change.roles ?? []).map(({ party, edits }) => field(`${party}の役割`, edits)),
  ]
  const omitted: Line[] = [{ indent: 1, runs: [{ text: profile.words.omitted }] }]
  return [row(title('old'), title('new'), true, notes), ...(fields.length > 0 ? fields : [row(omitted, omitted)])]
}

/** The changed initiatives of a document, each under the heading that it stands under. */
export function initiativesRows(contrast: Contrast, changes: readonly InitiativeChange[]): ContrastRow[] {
  let heading = ''
  return changes.filter(isChange).flatMap((change) => {
    const path = headingOf(change.newPath ?? change.oldPath)
    const above = path === heading || path === '' ? [] : [headingRow(path)]
    heading = path
    const rows = change.status === 'changed' ? pairRows(contrast, change) : wholeRows(contrast, change)
    return [...above, ...rows]
  })
}
