import { type Edit, newTextOf, oldTextOf, type TableChange } from '@kyoyaku/diff'
import { marked, plain, sideRuns } from '../paper/lines.ts'
import type { Line, Run, Side } from '../paper/paper.ts'
import { isChange } from '../revision.ts'
import { type Contrast, type ContrastRow, headingRow, row } from './contrast-row.ts'

const between = '｜'

/** A row of a table on one line. Where an office frames changes of tables, the whole cell is framed. */
function cellRuns({ profile }: Contrast, cells: readonly (readonly Edit[])[], side: Side): Run[] {
  const { cells: mark } = profile.marks
  return cells.flatMap((edits, i): Run[] => {
    const text = edits.filter((e) => (side === 'old' ? e.op !== 'insert' : e.op !== 'delete'))
    const changed = edits.some((e) => e.op !== 'equal')
    const runs =
      mark === 'frame' && changed ? text.flatMap((e) => marked(e.text, mark, side, e.at)) : sideRuns(edits, side, mark)
    return [...(i > 0 ? [{ text: between }] : []), ...runs]
  })
}

/** A row that stands elsewhere goes there and comes here: all of it is marked. */
const movedRuns = (contrast: Contrast, cells: readonly (readonly Edit[])[], side: Side): Run[] =>
  cells.flatMap((edits, i): Run[] => [
    ...(i > 0 ? [{ text: between }] : []),
    ...marked(side === 'old' ? oldTextOf(edits) : newTextOf(edits), contrast.profile.marks.cells, side),
  ])

function tableRows(contrast: Contrast, change: TableChange): ContrastRow[] {
  const { words, marks } = contrast.profile
  const title = (side: Side): Line[] => {
    const text = change[side]
    if (text === undefined) return [{ indent: 0, runs: [{ text: side === 'old' ? words.added : words.deleted }] }]
    return [{ indent: 0, runs: change.heading ? sideRuns(change.heading, side, marks.words) : plain(text) }]
  }
  let omitted = false
  const rows = (change.rows ?? []).flatMap((r): ContrastRow[] => {
    if (!isChange(r)) {
      const again = omitted
      omitted = true
      const line: Line[] = [{ indent: 1, runs: [{ text: words.omitted }] }]
      return again ? [] : [row(line, line)]
    }
    omitted = false
    const lines = (side: Side): Line[] => {
      if (side === 'old' && r.status === 'added') return [{ indent: 1, runs: [{ text: words.added }] }]
      if (side === 'new' && r.status === 'deleted') return [{ indent: 1, runs: [{ text: words.deleted }] }]
      return [{ indent: 1, runs: r.moved ? movedRuns(contrast, r.cells, side) : cellRuns(contrast, r.cells, side) }]
    }
    return [row(lines('old'), lines('new'), false, r.moved ? ['順序の変更'] : [])]
  })
  return [row(title('old'), title('new'), true, ['表の改正']), ...rows]
}

/** The changed tables of a document that hold no initiatives. */
export const tablesRows = (contrast: Contrast, changes: readonly TableChange[]): ContrastRow[] => {
  const changed = changes.filter(
    (c) => isChange(c) && (c.rows || c.heading || c.old === undefined || c.new === undefined),
  )
  return changed.length > 0 ? [headingRow('別表'), ...changed.flatMap((c) => tableRows(contrast, c))] : []
}
