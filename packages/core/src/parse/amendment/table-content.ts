import type { Block, Line } from '../../layout/block.ts'
import { plainLine } from '../../layout/lines.ts'
import { withoutMargin } from '../../layout/row-margin.ts'
import type { Initiative, TableSection } from '../../schema/agreement.ts'
import type { AmendmentContent, AmendmentTarget } from '../../schema/amendment.ts'
import { join } from '../../text/clean.ts'
import { concat, slice, type Text } from '../../text/text.ts'
import { type Context, furnish, leaf, locate } from '../context.ts'
import { plainRows } from '../provisions/appended-table.ts'
import { readLabel } from '../provisions/numbering.ts'
import { isAligned, readAligned } from '../role-table/aligned.ts'
import { isRole } from '../role-table/column.ts'
import { readDelimited } from '../role-table/delimited.ts'
import { elementsOf } from '../role-table/elements.ts'
import { sectionsFrom } from '../role-table/initiatives.ts'

/** A line of a table written downwards: 取組内容　…, 甲の役割　…. */
const fieldLabel = /^(?:(?<description>取組(?:の)?内容|内容)|(?<party>[^ 、。]{1,20})の役割) +(?=[^ ])/u
/** Cells of a row that is written on one line. */
const bar = '|'

interface Open {
  initiative?: { number?: Text; title: Text[]; fields: { party?: string; lines: Text[] }[] }
}

interface Writing {
  context: Context
  /** Sections that are open, by their margin. */
  sections: { margin: number; section: TableSection }[]
  top: TableSection[]
  initiatives: Initiative[]
  open: Open
}

function close(writing: Writing): void {
  const { initiative } = writing.open
  if (!initiative) return
  const { context } = writing
  const number = initiative.number ? leaf(context, initiative.number) : undefined
  const title = leaf(context, join(initiative.title))
  const written: Initiative = { title: title.text, roles: [], where: { title: title.at } }
  if (number) {
    written.number = number.text
    written.where = { ...written.where, number: number.at }
  }
  for (const { party, lines } of initiative.fields) {
    const { text, at } = leaf(context, join(lines))
    if (party !== undefined) written.roles.push({ party, text, at })
    else {
      written.description = text
      written.where = { ...written.where, description: at }
    }
  }
  writing.open = {}
  const into = writing.sections.at(-1)?.section.initiatives ?? writing.initiatives
  into.push(written)
}

const headOf = (line: Line): { number?: Text; title: Text } => {
  const label = readLabel(line.folded)
  return label
    ? { number: slice(line.text, 0, label.titleEnd), title: slice(line.text, label.end) }
    : { title: line.text }
}

function openSection(writing: Writing, line: Line): void {
  close(writing)
  const head = headOf(line)
  const number = head.number ? leaf(writing.context, head.number) : undefined
  const title = leaf(writing.context, head.title)
  const section: TableSection = { title: title.text, initiatives: [], where: { title: title.at } }
  if (number) {
    section.number = number.text
    section.where = { ...section.where, number: number.at }
  }
  while (writing.sections.length > 0 && (writing.sections.at(-1)?.margin ?? 0) >= line.indent) writing.sections.pop()
  const above = writing.sections.at(-1)?.section
  if (above) above.sections = [...(above.sections ?? []), section]
  else writing.top.push(section)
  writing.sections.push({ margin: line.indent, section })
}

const cellsOf = (line: Line): Text[] => {
  const cells: Text[] = []
  let from = 0
  for (let i = line.folded.indexOf(bar, from); i >= 0; i = line.folded.indexOf(bar, from)) {
    cells.push(slice(line.text, from, i))
    from = i + 1
  }
  return [...cells, slice(line.text, from)]
}

/** Whether the line after the i-th starts the fields of an initiative that the i-th names. */
const namesInitiative = (lines: readonly Line[], i: number): boolean => fieldLabel.test(lines[i + 1]?.folded ?? '')

const space: Text = { value: '\u3000', offsets: Int32Array.of(-1) }

/** Rows that hold a label and its text each, as lines of an initiative written downwards; other blocks as they are. */
function withFieldLines(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.kind === 'line') return [block]
    const rows = block.rows.map((row) => row.map((c) => c.text).filter((t) => t.value !== ''))
    const lines = rows.map((row) => plainLine(concat(row.flatMap((t, i) => (i === 0 ? [t] : [space, t]))), block.page))
    return rows.every((row, i) => row.length === 2 && fieldLabel.test((lines[i] as Line).folded)) ? lines : [block]
  })
}

/** Rows whose cells stand side by side in columns of space, under a row of headings or without one; undefined where they are written downwards. */
function readSpacedContent(context: Context, lines: readonly Line[]): AmendmentContent | undefined {
  const elements = elementsOf(lines, [])
  const header = elements.find((e) => e.kind === 'header')
  if (!header && lines.some((l) => fieldLabel.test(l.folded))) return undefined
  const reading = header && isAligned(header.line, header.labels, lines) ? readAligned(elements, header) : undefined
  if (reading && reading.left.length === 0 && (reading.remarks ?? []).length === 0)
    return { sections: sectionsFrom(context, reading) }
  const { rows, texts } = plainRows(context, lines, 1)
  return { rows, where: { rows: locate(context, concat(texts)) } }
}

/** Rows under headings of roles: 取組　取組内容　甲の役割　乙の役割. */
function readHeadedContent(context: Context, blocks: readonly Block[]): AmendmentContent | undefined {
  const reading = readDelimited(elementsOf(blocks, []), [])
  const roles = reading?.parts.some((p) => p.rows.some((r) => r.columns.some(isRole)))
  return reading && roles && reading.left.length === 0 && (reading.remarks ?? []).length === 0
    ? { sections: sectionsFrom(context, reading) }
    : undefined
}

/**
 * Rows of a 別表: cells between bars or of a drawn table, or initiatives written downwards under the headings of their sections, deeper
 * ones further in.
 */
export function readTableContent(context: Context, target: AmendmentTarget, given: readonly Block[]): AmendmentContent {
  const blocks = withFieldLines(given)
  const lines = blocks.filter((b): b is Line => b.kind === 'line')
  const barred = lines.length > 0 && lines.every((l) => l.folded.includes(bar))
  const headed = lines.length < blocks.length ? readHeadedContent(context, blocks) : undefined
  if (headed) return headed
  if (lines.length < blocks.length || barred) {
    const cells = blocks.flatMap((b) =>
      b.kind === 'table' ? b.rows.map((r) => r.map((c) => c.text)) : [barred ? cellsOf(b) : [b.text]],
    )
    const rows = withoutMargin(cells)
    return {
      rows: rows.map((row) => row.map((cell) => leaf(context, cell).text)),
      where: { rows: locate(context, concat(rows.flat())) },
    }
  }
  const spaced = readSpacedContent(context, lines)
  if (spaced) return spaced
  const writing: Writing = { context, sections: [], top: [], initiatives: [], open: {} }
  lines.forEach((line, i) => {
    const field = fieldLabel.exec(line.folded)
    const { initiative } = writing.open
    if (field && initiative) {
      const party = field.groups?.party
      initiative.fields.push({
        ...(party === undefined ? {} : { party: line.text.value.slice(0, party.length) }),
        lines: [slice(line.text, field[0].length)],
      })
      furnish(context, 'label', slice(line.text, 0, field[0].length))
    } else if (namesInitiative(lines, i) || (target.row !== undefined && i === 0)) {
      close(writing)
      const { number, title } = headOf(line)
      writing.open = { initiative: { ...(number ? { number } : {}), title: [title], fields: [] } }
    } else if (initiative && initiative.fields.length > 0 && !readLabel(line.folded)) {
      initiative.fields.at(-1)?.lines.push(line.text)
    } else openSection(writing, line)
  })
  close(writing)
  return writing.top.length > 0 ? { sections: writing.top } : { initiatives: writing.initiatives }
}
