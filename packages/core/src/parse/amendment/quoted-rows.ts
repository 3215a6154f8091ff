import type { Block, Cell, Line, Table } from '../../layout/block.ts'
import type { AmendmentContent, AmendmentOperation, AmendmentTarget } from '../../schema/amendment.ts'
import { fold } from '../../text/fold.ts'
import { concat, slice, type Text } from '../../text/text.ts'
import { type Context, leaf } from '../context.ts'
import { columnsOf } from '../role-table/column.ts'
import { readSentence } from './sentence.ts'
import { readTableContent } from './table-content.ts'

/** A sentence of a 改め文 that quotes rows of tables: 別表中「rows」を「rows」に改める。 */
export interface QuotingSentence {
  /** What stands outside the brackets, which it holds. */
  outside: Text[]
  quotes: Block[][]
  blocks: number
}

/** 別表中, 同表の２の項中, 第３条第１項の表中 */
const quotesRows =
  /^(?:(?:原|旧|本)?(?:連携)?(?:協定|協約|規約)書?の?)?(?:別表|同表|第[^、。「」]{1,20}の表)[^。「」]{0,40}中?、?「?$/u
const mostBlocks = 80

/** Where the bracket closes that stands open before `from`; -1 where it does not on this line. */
function closing(folded: string, from: number): number {
  let depth = 0
  for (let i = from; i < folded.length; i++) {
    if (folded[i] === '「') depth++
    else if (folded[i] === '」' && depth-- === 0) return i
  }
  return -1
}

const part = (line: Line, from: number, to: number): Line =>
  from === 0 && to >= line.folded.length
    ? line
    : { ...line, text: slice(line.text, from, to), folded: line.folded.slice(from, to) }

const edged = (cell: Cell, from: number, to?: number): Cell => {
  const text = slice(cell.text, from, to)
  return { ...cell, text, folded: fold(text.value) }
}

/** Whether a block begins with the place of rows that it goes on to quote. */
const quotesFrom = (folded: string): boolean => quotesRows.test(folded.replace(/「.*$/u, '「'))

/** Tables cut where such sentences begin and end, whose words stand in cells: 別表中「医療 | 病院を置く。」を */
export const withSentencesApart = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block): Block[] => {
    if (block.kind === 'line' || !block.rows.some((row) => quotesFrom(row[0]?.folded ?? ''))) return [block]
    const tables: Table[] = []
    let ended = true
    for (const row of block.rows) {
      if (ended || quotesFrom(row[0]?.folded ?? '')) tables.push({ ...block, rows: [] })
      tables.at(-1)?.rows.push(row)
      ended = /」[^「」]*(?:改め|加え|削)る。$/u.test(row.findLast((c) => c.folded !== '')?.folded ?? '')
    }
    return tables
  })

interface Scan extends QuotingSentence {
  open: boolean
}

/** Goes over a text from `at` and gives what stands between brackets to `inside`. */
function scan(
  found: Scan,
  text: Text,
  folded: string,
  start: number,
  inside: (from: number, to: number) => void,
): void {
  let at = start
  while (at < folded.length) {
    const end = found.open ? closing(folded, at) : folded.indexOf('「', at)
    const to = end < 0 ? folded.length : end
    if (found.open && folded.slice(at, to).trim() !== '') inside(at, to)
    if (!found.open && to > at) found.outside.push(slice(text, at, to))
    if (end >= 0) {
      found.outside.push(slice(text, end, end + 1))
      if (!found.open) found.quotes.push([])
      found.open = !found.open
    }
    at = to + 1
  }
}

function scanRow(found: Scan, row: readonly Cell[], page: number | undefined): void {
  const tables = new Map<Block[], Cell[]>()
  for (const cell of row) {
    scan(found, cell.text, cell.folded, 0, (from, to) => {
      const quote = found.quotes.at(-1) as Block[]
      const own = tables.get(quote) ?? []
      tables.set(quote, [...own, edged(cell, from, to)])
    })
    if (cell.folded === '' && found.open) {
      const quote = found.quotes.at(-1) as Block[]
      tables.set(quote, [...(tables.get(quote) ?? []), cell])
    }
  }
  for (const [quote, cells] of tables) {
    const last = quote.at(-1)
    if (last?.kind === 'table') last.rows.push(cells)
    else quote.push({ kind: 'table', rows: [cells], page })
  }
}

/** The sentence that begins at a block, `start` characters into it, where it quotes rows; undefined where it does not. */
export function quotingSentence(blocks: readonly Block[], i: number, start: number): QuotingSentence | undefined {
  const first = blocks[i]
  if (!first || !quotesFrom(firstWords(first).slice(start))) return undefined
  const found: Scan = { outside: [], quotes: [], blocks: 0, open: false }
  for (let n = 0; n < mostBlocks && i + n < blocks.length; n++) {
    const block = blocks[i + n] as Block
    if (block.kind === 'table') for (const row of block.rows) scanRow(found, row, block.page)
    else
      scan(found, block.text, block.folded, n === 0 ? start : 0, (from, to) => {
        found.quotes.at(-1)?.push(part(block, from, to))
      })
    if (found.open || !found.outside.at(-1)?.value.endsWith('。')) continue
    found.blocks = n + 1
    const hasRows = block.kind === 'table' || found.blocks > 1
    return hasRows && found.quotes.length > 0 ? found : undefined
  }
  return undefined
}

const firstWords = (block: Block): string => (block.kind === 'line' ? block.folded : (block.rows[0]?.[0]?.folded ?? ''))

/** Rows by their names: the first cell, or the title of an initiative. */
interface NamedRow {
  name: string
  key: string
  content: AmendmentContent
}

/** The rows of a quote one by one; undefined where they are under headings of their own. */
function namedRows({ rows, initiatives, sections, where }: AmendmentContent): NamedRow[] | undefined {
  if (rows)
    return rows.map((row) => ({
      name: row[0] ?? '',
      key: JSON.stringify(row),
      content: { rows: [row], ...(where ? { where } : {}) },
    }))
  const own = initiatives ?? (sections?.length === 1 && sections[0]?.title === '' ? sections[0].initiatives : undefined)
  return own?.map((initiative) => ({
    name: initiative.title,
    key: JSON.stringify([initiative.title, initiative.description, initiative.roles.map((r) => r.text)]),
    content: { initiatives: [initiative] },
  }))
}

const together = (rows: readonly NamedRow[]): AmendmentContent => {
  const where = rows[0]?.content.where
  const cells = rows.flatMap((r) => r.content.rows ?? [])
  return cells.length > 0
    ? { rows: cells, ...(where ? { where } : {}) }
    : { initiatives: rows.flatMap((r) => r.content.initiatives ?? []) }
}

/** What becomes of rows: those that are the same at both ends stay. */
function changesOf(
  old: NamedRow[],
  now: NamedRow[],
  table: AmendmentTarget,
): Omit<AmendmentOperation, 'text'>[] | undefined {
  let from = 0
  while (from < old.length && from < now.length && old[from]?.key === now[from]?.key) from++
  let end = 0
  while (end < old.length - from && end < now.length - from && old.at(-1 - end)?.key === now.at(-1 - end)?.key) end++
  const gone = old.slice(from, old.length - end)
  const fresh = now.slice(from, now.length - end)
  if ([...gone, ...(old[from - 1] ? [old[from - 1]] : [])].some((row) => row?.name === '')) return undefined
  const at = (row: NamedRow): AmendmentTarget => ({ ...table, row: row.name })
  const [first, ...more] = gone
  const before = old[from - 1]
  const dropped = more.map((row) => ({ kind: 'delete' as const, target: at(row) }))
  if (first && fresh.length > 0) return [{ kind: 'rewrite', target: at(first), content: together(fresh) }, ...dropped]
  if (first) return [{ kind: 'delete', target: at(first) }, ...dropped]
  if (fresh.length === 0) return undefined
  if (before && !isHeader(before))
    return [{ kind: 'insert', target: at(before), position: 'after', content: together(fresh) }]
  const after = old[from]
  return after && after.name !== ''
    ? [{ kind: 'insert', target: at(after), position: 'before', content: together(fresh) }]
    : undefined
}

/** A row of headings is none of the table's. */
const isHeader = ({ content }: NamedRow): boolean =>
  content.rows?.some((row) => columnsOf(row.map(fold), []) !== undefined) ?? false

/** Texts of a quote in reading order, parted by spaces. */
const textsOf = (blocks: readonly Block[]): Text[] =>
  blocks
    .flatMap((b) => (b.kind === 'line' ? [b.text] : b.rows.flatMap((row) => row.map((c) => c.text))))
    .flatMap((text, i) => (i === 0 ? [text] : [gap, text]))
const gap: Text = { value: '\u3000', offsets: Int32Array.of(-1) }

/** The operations of a sentence that quotes rows; undefined where it is none that is understood. */
export function readQuotedRows(
  context: Context,
  { outside, quotes }: QuotingSentence,
  memory: AmendmentTarget,
): { operations: AmendmentOperation[]; memory: AmendmentTarget } | undefined {
  const words = concat(outside).value.replaceAll('「」', '「＿」')
  const said = readSentence(fold(words), words, memory)
  const [clause, ...others] = said?.clauses ?? []
  const [old, now] = quotes
  const table = clause?.operation.target
  if (!said || !clause || others.length > 0 || !old || table?.appendedTable === undefined) return undefined
  const { kind } = clause.operation
  if (quotes.length !== (kind === 'delete' ? 1 : 2)) return undefined
  const scratch: Context = { ...context, taken: new Uint8Array(context.taken.length), furniture: [], diagnostics: [] }
  const oldRows = namedRows(readTableContent(scratch, table, old))
  const isNew = now && namedRows(readTableContent(scratch, table, now))
  if (!oldRows || (now && !isNew)) return undefined
  const target: AmendmentTarget = { ...table }
  delete target.row
  const nowRows = now ? (namedRows(readTableContent(context, table, now)) ?? []) : []
  const changes = changesOf(oldRows, kind === 'insert' ? [...oldRows, ...nowRows] : nowRows, target)
  if (!changes) return undefined
  // The rows that are new are the content; what is replaced is told by the sentence alone.
  const open = outside.findIndex((text) => text.value === '「') + 1
  const read = leaf(context, concat([...outside.slice(0, open), ...textsOf(old), ...outside.slice(open)]))
  return {
    operations: changes.map((change) => ({ ...change, text: read.text, at: read.at })),
    memory: said.memory,
  }
}
