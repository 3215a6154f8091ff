import type { Initiative, TableSection } from '../../schema/agreement.ts'
import type { At } from '../../schema/at.ts'
import { join } from '../../text/clean.ts'
import { fold } from '../../text/fold.ts'
import { concat, slice, type Text } from '../../text/text.ts'
import { type Context, furnish, leaf, locate, report } from '../context.ts'
import { type Column, isTogether } from './column.ts'
import { withOwnTitle } from './own-title.ts'
import { leadEnd } from './paragraphs.ts'
import type { Heading, RoleTableReading, Row } from './row.ts'
import { type RowLabel, rowLabelOf } from './row-label.ts'

/**
 * A numbered text as its number and the rest; the number as printed. After a numbered row the next number counts even
 * where closing up a letter-spaced line took the space behind it.
 */
function numbered(
  pieces: readonly Text[],
  before?: RowLabel,
): { label: RowLabel | undefined; number: Text | undefined; rest: Text[] } {
  const first = pieces[0]
  const folded = fold(first?.value ?? '')
  const closed = before ? rowLabelOf(folded, true) : undefined
  const follows = closed !== undefined && closed.form === before?.form && closed.ordinal === before.ordinal + 1
  const label = rowLabelOf(folded) ?? (follows ? closed : undefined)
  if (!first || !label) return { label, number: undefined, rest: [...pieces] }
  return { label, number: slice(first, 0, label.labelEnd), rest: [slice(first, label.textStart), ...pieces.slice(1)] }
}

const sure = (at: At, confidence: number | undefined): At => (confidence === undefined ? at : { ...at, confidence })

function cellsOf(row: Row, kind: Column['kind']): { pieces: Text[]; confidence: number | undefined; column: Column }[] {
  return row.columns.flatMap((column, i) => {
    const cell = row.cells[i]
    return column.kind === kind && cell ? [{ pieces: cell.pieces, confidence: cell.confidence, column }] : []
  })
}

/** 取組名　…: a label that stands in the cell with the title. */
const titleLabel = /^(?:取組|事業|施策)(?:の?名称?|項目)[ :]+(?=[^ ])/u
const longestTitleLabel = 12

/** Those whom a column gives its roles to. */
const rolesOf = (column: Column): string[] => (column.kind === 'role' ? (column.parties ?? [column.party]) : [])

/** A row as an initiative. A row that has a description alone is titled by it. */
function initiativeOf(
  context: Context,
  printed: Row,
  before: RowLabel | undefined,
): { initiative: Initiative; label: RowLabel | undefined } | undefined {
  const row = withOwnTitle(printed) ?? printed
  const titles = cellsOf(row, 'title')
  const descriptions = cellsOf(row, 'description')
  const named = (titles.length > 0 ? titles : descriptions.splice(0, 1)).flatMap((c) => c.pieces)
  if (named.length === 0) return undefined
  const [first, ...more] = named
  const lead =
    first && more.length === 0 && descriptions.length === 0 ? leadEnd(fold(first.value), first.value) : undefined
  const where: Record<string, At> = {}
  const { label, number, rest } = numbered(first && lead !== undefined ? [slice(first, 0, lead)] : named, before)
  const whole = join(rest)
  const from = titleLabel.exec(fold(whole.value.slice(0, longestTitleLabel)))?.[0].length ?? 0
  if (from > 0) furnish(context, 'label', slice(whole, 0, from))
  const title = leaf(context, slice(whole, from))
  where.title = title.at
  const initiative: Initiative = { title: title.text, roles: [] }
  if (number) {
    const read = leaf(context, number)
    initiative.number = read.text
    where.number = read.at
  }
  const described = first && lead !== undefined ? [slice(first, lead)] : descriptions.flatMap((c) => c.pieces)
  if (described.length > 0) {
    const read = leaf(context, join(described))
    initiative.description = read.text
    where.description = sure(read.at, descriptions[0]?.confidence)
  }
  for (const { pieces, confidence, column } of cellsOf(row, 'role')) {
    if (column.kind !== 'role') continue
    const read = leaf(context, join(pieces))
    const role = { text: read.text, at: sure(read.at, confidence) }
    initiative.roles.push(...rolesOf(column).map((party) => ({ party, ...role })))
  }
  for (const { pieces } of cellsOf(row, 'cost')) leftOver(context, join(pieces))
  const all = row.cells.flatMap((c) => c?.pieces ?? [])
  return { initiative: { ...initiative, at: locate(context, concat(all)), where }, label }
}

function sectionOf(context: Context, heading: Heading): TableSection {
  const { number, rest } = numbered([heading.text])
  const title = leaf(context, join(rest))
  const where: Record<string, At> = { title: title.at }
  const section: TableSection = { title: title.text, initiatives: [], where }
  if (number) {
    const read = leaf(context, number)
    section.number = read.text
    where.number = read.at
  }
  return section
}

/** A party that this share of a table's rows give a role should have one in every row. */
const usualShare = 0.5

function reportMissing(context: Context, initiatives: readonly Initiative[], roles: readonly string[]): void {
  for (const party of roles) {
    if (isTogether(party)) continue
    const having = initiatives.filter((i) => i.roles.some((r) => r.party === party))
    if (having.length < initiatives.length * usualShare) continue
    for (const i of initiatives) {
      if (!having.includes(i) && !i.roles.some((r) => isTogether(r.party)))
        report(context, 'role-missing', { initiative: i.title, party }, i.at)
    }
  }
}

/** The reading of a role table as sections with their initiatives; what it could not place is reported. */
export function sectionsFrom(context: Context, reading: RoleTableReading): TableSection[] {
  const top: TableSection[] = []
  const stack: { form: string; text: string; section: TableSection }[] = []
  const all: Initiative[] = []
  const roles = new Set<string>()
  for (const text of reading.labels) furnish(context, 'label', text)
  for (const part of reading.parts) {
    for (const heading of part.headings) {
      const known = stack.findIndex((s) => s.form === heading.form)
      if (known >= 0 && stack[known]?.text === fold(heading.text.value)) {
        // Forms that name the section of every row.
        furnish(context, 'label', heading.text)
        stack.length = known + 1
        continue
      }
      if (known >= 0) stack.length = known
      const section = sectionOf(context, heading)
      const over = stack.at(-1)?.section
      if (over) {
        over.sections ??= []
        over.sections.push(section)
      } else top.push(section)
      stack.push({ form: heading.form, text: fold(heading.text.value), section })
    }
    let label: RowLabel | undefined
    for (const row of part.rows) {
      for (const party of row.columns.flatMap(rolesOf)) roles.add(party)
      const read = initiativeOf(context, row, label)
      if (!read) {
        for (const piece of row.cells.flatMap((c) => c?.pieces ?? [])) leftOver(context, piece)
        continue
      }
      const { initiative } = read
      label = read.label ?? label
      all.push(initiative)
      let section = stack.at(-1)?.section
      if (!section) {
        section = top[0] ?? { title: '', initiatives: [] }
        if (top.length === 0) top.push(section)
      }
      section.initiatives.push(initiative)
    }
  }
  for (const text of reading.left) leftOver(context, text)
  reportMissing(context, all, [...roles])
  return top
}

function leftOver(context: Context, text: Text): void {
  const read = leaf(context, text)
  if (read.text !== '') report(context, 'role-unassigned', { text: read.text }, read.at)
}
