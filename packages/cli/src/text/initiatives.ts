import type { AppendedTable, Initiative, TableSection } from '@kyoyaku/core'
import { say } from '../locale.ts'
import { oneLine } from '../one-line.ts'
import { width } from './columns.ts'
import { field, part, type View } from './view.ts'
import { words } from './words.ts'

const headed = (number: string | undefined, title: string): string => oneLine(`${number ?? ''} ${title}`)

function initiativeLines(view: View, initiative: Initiative, indent: number): string[] {
  const { roles, description } = initiative
  const content = say(words.description, view.locale)
  const labels = Math.max(width(content), ...roles.map((role) => width(oneLine(role.party)))) + 2
  return [
    ' '.repeat(indent) + headed(initiative.number, initiative.title),
    ...field(view, content, description, indent + 2, labels),
    ...roles.flatMap((role) => field(view, oneLine(role.party), role.text, indent + 2, labels)),
  ]
}

function sectionLines(view: View, section: TableSection, indent: number): string[] {
  return [
    ' '.repeat(indent) + headed(section.number, section.title),
    ...section.initiatives.flatMap((initiative) => initiativeLines(view, initiative, indent + 2)),
    ...(section.sections ?? []).flatMap((inner) => sectionLines(view, inner, indent + 2)),
  ]
}

const countOf = (sections: readonly TableSection[]): number =>
  sections.reduce((n, section) => n + section.initiatives.length + countOf(section.sections ?? []), 0)

/** Initiatives of the appended tables under their headings, then those that stand in articles under theirs. */
export function initiativeLists(
  view: View,
  tables: readonly AppendedTable[],
  standing: readonly Initiative[],
): string[] {
  const count = standing.length + tables.reduce((n, table) => n + countOf(table.sections), 0)
  if (count === 0) return []
  const lines = part(say(words.initiatives, view.locale), count)
  for (const table of tables) {
    lines.push(`  ${oneLine(table.title)}`)
    for (const section of table.sections) lines.push(...sectionLines(view, section, 4))
  }
  let path: readonly string[] = []
  for (const initiative of standing) {
    const here = initiative.path ?? []
    const same = here.findIndex((title, i) => title !== path[i])
    if (same >= 0)
      for (const [i, title] of here.slice(same).entries()) lines.push(' '.repeat(2 + (same + i) * 2) + oneLine(title))
    path = here
    lines.push(...initiativeLines(view, initiative, 2 + here.length * 2))
  }
  return lines
}
