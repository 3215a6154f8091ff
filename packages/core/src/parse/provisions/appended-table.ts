import type { Block, Line } from '../../layout/block.ts'
import type { AppendedTable, Party, TableSection } from '../../schema/agreement.ts'
import type { Section as TextSection } from '../../schema/at.ts'
import { startsWithAny } from '../../text/characters.ts'
import { join, splitAtSpaces } from '../../text/clean.ts'
import { fold } from '../../text/fold.ts'
import { numeralOf } from '../../text/numeral.ts'
import { concat, emptyText, slice, type Text, trim } from '../../text/text.ts'
import { type Context, leaf, locate, report, take } from '../context.ts'
import { sectionsFrom } from '../role-table/initiatives.ts'
import { occupancy } from '../role-table/print-columns.ts'
import { readRoleTable } from '../role-table/read.ts'
import { partedRemarks } from '../role-table/remark.ts'
import type { RoleTableReading } from '../role-table/row.ts'

const numeral = '[0-9一二三四五六七八九十百千]{1,9}'
const heading = new RegExp(
  `^[(【<《]?(別 ?表 ?(?:第? ?${numeral})?(?:の${numeral})?)[)】>》]?(?: ?(\\(.{1,60}関係\\)))?(?:(?: +|(?<=関係\\))(?![のにをがはとでへ、中及並]))([^。]{1,60}?)(\\(.{1,60}関係\\))?)?$`,
  'u',
)
const article = new RegExp(`第(${numeral})条((?:の${numeral})*)`, 'gu')

/** Article numbers in （第３条、第５条の２関係）. */
function relatedArticles(folded: string): string[] {
  return [...folded.matchAll(article)].map((m) =>
    [m[1] as string, ...(m[2] as string).split('の').filter((b) => b !== '')].map((n) => numeralOf(n) ?? n).join('_'),
  )
}

/** Whether a line is the heading of a 別表 and no mention of one. */
export const isAppendedTableHeading = (line: Line): boolean =>
  line.folded.length <= 100 && startsWithAny(line.folded, '別[(【<《') && heading.test(line.folded)

interface Part {
  heading: Line | undefined
  blocks: Block[]
}

/** Blocks cut at the headings of 別表. Cells printed before the first heading, as torn tables have them, join its part. */
function partsOf(blocks: readonly Block[]): Part[] {
  const parts: Part[] = [{ heading: undefined, blocks: [] }]
  for (const block of blocks) {
    if (block.kind === 'line' && isAppendedTableHeading(block)) {
      const first = parts.length === 1 ? parts[0] : undefined
      if (first && first.heading === undefined) first.heading = block
      else parts.push({ heading: block, blocks: [] })
    } else parts.at(-1)?.blocks.push(block)
  }
  return parts.filter((p) => p.heading !== undefined || p.blocks.length > 0)
}

/** Columns of space that part cells: less can stand in one. */
const cellGap = 3

/** The cells of lines that are all parted in as many columns by wide spaces; undefined where they are not. */
function spacedRows(blocks: readonly Block[], fewest: number): Text[][] | undefined {
  const rows = blocks.map((b) => (b.kind === 'line' ? splitAtSpaces(trim(b.printed), cellGap).map(trim) : []))
  const [first] = rows
  return first && first.length > 1 && rows.length >= fewest && rows.every((r) => r.length === first.length)
    ? rows
    : undefined
}

/** The cells of lines that have white space in common: some have no cell in a column, or more than a line in one. */
function gutteredRows(blocks: readonly Block[]): Text[][] | undefined {
  const lines = blocks.flatMap((b) => (b.kind === 'line' ? [b] : []))
  if (lines.length < blocks.length || lines.length < 2) return undefined
  const grids = lines.map(occupancy)
  const width = grids.reduce((n, grid) => Math.max(n, grid.length), 0)
  if (width > widestRow) return undefined
  const isFree = (column: number): boolean => grids.every((grid) => (grid[column] ?? -1) < 0)
  const starts = [0]
  let free = 0
  let begun = false
  for (let i = 0; i < width; i++) {
    if (isFree(i)) free++
    else {
      if (begun && free >= cellGap) starts.push(i)
      begun = true
      free = 0
    }
  }
  if (starts.length < 2) return undefined
  return lines.map((line, n) =>
    starts.map((from, k) => {
      const own = (grids[n] as number[]).slice(from, starts[k + 1]).filter((i) => i >= 0)
      return own.length === 0 ? emptyText : slice(line.printed, own[0] as number, (own.at(-1) as number) + 1)
    }),
  )
}
/** Longer lines are no rows of cells. */
const widestRow = 400

/** The words of lines, most of which more than one space parts, in whatever columns they stand. */
function gappedRows(blocks: readonly Block[]): Text[][] | undefined {
  const wordsOf = (text: Text): Text[] =>
    [...text.value.matchAll(/\S+(?:\s\S+)*/gu)].map((m) => slice(text, m.index, m.index + m[0].length))
  const rows = blocks.map((b) => (b.kind === 'line' ? wordsOf(b.printed) : []))
  return rows.filter((row) => row.length > 1).length * 2 > blocks.length ? rows : undefined
}

/** The parts of a table that holds no initiatives, as rows of cells; wide spaces part them in so many lines at least. */
export function plainRows(context: Context, blocks: readonly Block[], fewest = 2): { rows: string[][]; texts: Text[] } {
  const texts: Text[] = []
  const cell = (text: Text): string => {
    texts.push(text)
    return leaf(context, text).text
  }
  const spaced = spacedRows(blocks, fewest) ?? gutteredRows(blocks) ?? gappedRows(blocks)
  const rows = blocks.flatMap((b, i) =>
    b.kind === 'line' ? [(spaced?.[i] ?? [b.text]).map(cell)] : b.rows.map((r) => r.map((c) => cell(c.text))),
  )
  return { rows, texts }
}

/** What the heading of a table says, where it has one: its title, the articles it belongs to, and what it is about. */
function headed(context: Context, line: Line): { table: AppendedTable; caption: Text | undefined } {
  const match = heading.exec(line.folded)
  const title = match?.[1] ?? line.folded
  const start = line.folded.indexOf(title)
  const read = leaf(context, slice(line.text, start, start + title.length))
  const after = (part: string | undefined, from: number): Text | undefined => {
    const at = part ? line.folded.indexOf(part, from) : -1
    return part && at >= 0 ? slice(line.text, at, at + part.length) : undefined
  }
  const relates = match?.[2] ?? match?.[4]
  const related = after(relates, start + title.length)
  return {
    table: {
      title: read.text,
      relatesTo: relates ? relatedArticles(relates) : [],
      sections: [],
      where: { title: read.at, ...(related ? { relatesTo: take(context, related) } : {}) },
    },
    caption: after(match?.[3], start + title.length + (match?.[2]?.length ?? 0)),
  }
}

/** A caption titles the section that has no heading of its own. */
function caption(context: Context, table: AppendedTable, text: Text): void {
  const read = leaf(context, text)
  const first = table.sections[0]
  if (first?.title === '') {
    first.title = read.text
    first.where = { ...first.where, title: read.at }
  } else {
    table.caption = read.text
    table.where = { ...table.where, caption: read.at }
  }
}

/** A row of headings is no longer than this, and names roles: 甲の役割, 役割分担. */
const longestHeading = 160
const saysRoles = /の役割(?![をにがはで])|^役割(?:分担)?$/u

/** A table with columns of roles of which no row has any was not read as it is. */
const leavesRolesEmpty = ({ parts }: RoleTableReading): boolean => {
  const rows = parts.flatMap((p) => p.rows)
  const roles = rows.flatMap((r) => r.columns.flatMap((c, i) => (c.kind === 'role' ? [r.cells[i]] : [])))
  return roles.length > 0 && roles.every((cell) => cell === undefined)
}

/** A sentence, or a row of headings, that stands as the title of something without roles was not read as what it is. */
const noTitle = /。|の役割.{0,40}の役割/u
/** Nor was a description that goes on with who has which role. */
const noDescription = /役割(?:分担)?[ \u3000:：(（]*(?:[甲乙丙丁戊己庚辛壬癸(（]|$)/u
function titlesText({ title, initiatives, sections = [] }: TableSection): boolean {
  const bare = initiatives.length === 0 && sections.length === 0 ? [title] : []
  const idle = initiatives.filter((i) => i.roles.length === 0)
  const titles = [...bare, ...idle.map((i) => i.title)]
  return (
    titles.some((t) => noTitle.test(t)) ||
    idle.some((i) => noDescription.test(i.description ?? '')) ||
    sections.some(titlesText)
  )
}

const relation = /^\(.{1,60}関係\)$/u

/**
 * The 別表 of a document: those with roles as sections of initiatives, others as rows of cells; and the remarks on them (備考, ※),
 * which no cell holds.
 */
export async function appendedTables(
  context: Context,
  blocks: readonly Block[],
  parties: readonly Party[],
): Promise<{ tables: AppendedTable[]; remarks: TextSection[] }> {
  const tables: AppendedTable[] = []
  const remarks: TextSection[] = []
  for (const part of partsOf(blocks)) {
    const first = part.blocks[0]
    const relates = first?.kind === 'line' && relation.test(first.folded) ? first : undefined
    const { blocks: body, remarks: below } = partedRemarks(relates ? part.blocks.slice(1) : part.blocks)
    const reading = await readRoleTable(body, parties, context.tokenizer)
    if (!part.heading && !reading) continue
    const said = [...(reading?.remarks ?? []), ...below.map((lines) => join(lines.map((l) => l.text)))]
    remarks.push(...said.map((text) => leaf(context, text)))
    const head = part.heading ? headed(context, part.heading) : undefined
    const table: AppendedTable = head?.table ?? { title: '', relatesTo: [], sections: [] }
    if (relates) {
      table.relatesTo = [...table.relatesTo, ...relatedArticles(relates.folded)]
      table.where = { ...table.where, relatesTo: take(context, relates.text) }
    }
    if (reading) {
      table.sections = sectionsFrom(context, reading)
      if (leavesRolesEmpty(reading) || table.sections.some(titlesText))
        report(context, 'table-unread', { table: table.title }, table.where?.title)
    } else if (body.length > 0) {
      const { rows, texts } = plainRows(context, body)
      table.rows = rows
      table.where = { ...table.where, rows: locate(context, concat(texts)) }
      const roles = texts.find(
        ({ value }) =>
          value.length <= longestHeading &&
          [fold(value).replaceAll(' ', ''), ...fold(value).split(/ +/u)].some((words) => saysRoles.test(words)),
      )
      if (roles) report(context, 'table-unread', { table: table.title }, locate(context, roles))
    }
    if (head?.caption) caption(context, table, head.caption)
    tables.push(table)
  }
  return { tables, remarks }
}

/** 別表 of which only the heading is read, each with the blocks below it. What stands before the first heading is no table. */
export function appendedTableHeads(
  context: Context,
  blocks: readonly Block[],
): { table: AppendedTable; blocks: readonly Block[] }[] {
  return partsOf(blocks).flatMap(({ heading: line, blocks: own }) => {
    if (!line) return []
    const { table, caption } = headed(context, line)
    return [{ table: caption ? { ...table, caption: leaf(context, caption).text } : table, blocks: own }]
  })
}
