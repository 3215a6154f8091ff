import type { GridRow, ParticipationGrid } from '@kyoyaku/core'
import { say } from '../locale.ts'
import { oneLine } from '../one-line.ts'
import { fit, left, width } from './columns.ts'
import { part, type View } from './view.ts'
import { words } from './words.ts'

/** Characters of one width everywhere: the usual circle (U+25CB) is narrow in one terminal and wide in the next. */
const circle = '〇'
const none = '・'
const circles = /^[○◯⚪⭕]$/u
const columnWidth = 3
const projectMinimum = 24

/** Names from top to bottom, a character a line, standing on the table. */
function standingNames(names: readonly string[], margin: number): string[] {
  const letters = names.map((name) => [...oneLine(name)])
  const height = Math.max(0, ...letters.map((name) => name.length))
  return Array.from(
    { length: height },
    (_, y) =>
      ' '.repeat(margin) +
      letters
        .map((name) => left(name[y - height + name.length] ?? '', columnWidth))
        .join('')
        .trimEnd(),
  )
}

function markOf(row: GridRow, municipality: string): string {
  const mark = row.marks.find((m) => m.municipality === municipality)?.mark
  if (mark === undefined) return row.participants.includes(municipality) ? circle : none
  return circles.test(mark) ? circle : oneLine(mark) || none
}

/** A grid as it is printed: a column a municipality, a row a project, under the headings that rows share. */
export function gridLines(view: View, grid: ParticipationGrid): string[] {
  const { municipalities, rows } = grid
  if (rows.length === 0) return []
  const marks = municipalities.length * columnWidth
  const longest = Math.max(projectMinimum, ...rows.map((row) => width(oneLine(row.project))))
  const projects = Math.min(longest, Math.max(projectMinimum, view.columns - marks - 8))
  const lines = [...part(say(words.grid, view.locale), rows.length), ...standingNames(municipalities, projects + 6)]
  let pillar: string | undefined
  let initiative: string | undefined
  for (const row of rows) {
    if (row.pillar !== undefined && row.pillar !== pillar) lines.push(`  ${fit(row.pillar, view.columns - 2)}`)
    if (row.initiative !== undefined && (row.initiative !== initiative || row.pillar !== pillar))
      lines.push(`   ${fit(row.initiative, view.columns - 3)}`)
    pillar = row.pillar ?? pillar
    initiative = row.initiative ?? initiative
    const cells = municipalities.map((name) => left(markOf(row, name), columnWidth)).join('')
    lines.push(`    ${left(fit(row.project, projects), projects)}${row.reliable ? '  ' : '? '}${cells}`.trimEnd())
  }
  if (rows.some((row) => !row.reliable)) lines.push(`  ${say(words.gridDoubt, view.locale)}`)
  return lines
}
