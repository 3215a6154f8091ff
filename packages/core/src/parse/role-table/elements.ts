import type { Block, Cell, Line } from '../../layout/block.ts'
import type { Party } from '../../schema/agreement.ts'
import { splitAtSpaces } from '../../text/clean.ts'
import { fold } from '../../text/fold.ts'
import { concat, slice, type Text, trim } from '../../text/text.ts'
import { readLabel } from '../provisions/numbering.ts'
import { type Column, columnOf, columnsOf } from './column.ts'
import { headsSentences, isInitiativeWord } from './initiative-word.ts'
import { withPartyHeadings } from './party-heading.ts'
import { wrappedHeader } from './wrapped-header.ts'

/** What the lines of a role table are: a row of headings, one heading alone, a heading with its cell, text, a delimited row. */
export type Element =
  | { kind: 'header'; columns: Column[]; line: Line; labels: Text[] }
  | { kind: 'label'; column: Column; line: Line; text: Text }
  | { kind: 'labelled'; column: Column; line: Line; label: Text; rest: Line }
  | { kind: 'mark'; text: Text }
  | { kind: 'line'; line: Line }
  | { kind: 'row'; cells: Cell[] }

const spreadStart = /^[^ ](?: +[^ ](?= )){1,9}/u

/** Where a label ends whose characters are set apart: 内　容　救急を守る。 */
function spreadLabel(folded: string, parties: readonly Party[]): number | undefined {
  const spread = spreadStart.exec(folded)?.[0]
  if (spread === undefined) return undefined
  const ends = [...spread.matchAll(/[^ ]/gu)].map((m) => m.index + 1).slice(1)
  return ends.findLast((end) => columnOf(spread.slice(0, end), parties) !== undefined)
}

/** A heading and its cell on one line are parted by at least this many columns of space. */
function labelledLine(line: Line, parties: readonly Party[]): Element | undefined {
  const gap = spreadLabel(line.folded, parties) ?? line.folded.search(/ |:/u)
  if (gap < 2 || gap > 24) return undefined
  const column = columnOf(line.folded.slice(0, gap), parties)
  const rest = trim(slice(line.text, gap + 1))
  if (!column || rest.value === '') return undefined
  return {
    kind: 'labelled',
    column,
    line,
    label: slice(line.text, 0, gap),
    rest: { ...line, text: rest, folded: fold(rest.value), gap: 0 },
  }
}

/** A line without the number before its label: ア　取組の内容, (2) 甲の役割. */
function withoutNumber(line: Line, parties: readonly Party[]): { line: Line; number: Text } | undefined {
  const label = readLabel(line.folded)
  if (!label || label.end >= line.folded.length) return undefined
  const text = slice(line.text, label.end)
  const bare = { ...line, text, folded: line.folded.slice(label.end) }
  const column = columnOf(bare.folded, parties) ?? labelledColumn(bare, parties)
  return column?.kind === 'description' || column?.kind === 'role' || column?.kind === 'cost'
    ? { line: bare, number: slice(line.text, 0, label.titleEnd) }
    : undefined
}

const labelledColumn = (line: Line, parties: readonly Party[]): Column | undefined => {
  const element = labelledLine(line, parties)
  return element?.kind === 'labelled' ? element.column : undefined
}

/** Only one line of a table can be that long and still be headings. */
const longestHeader = 160

/** A label in a narrow column wraps: 甲の役割分 / 担. */
const longestWrapped = 16

const isOfParty = (column: Column, parties: readonly Party[]): boolean =>
  column.kind === 'role' && parties.some((p) => p.symbol === column.party)

/** A label that two lines hold together, or the ends of two pages. */
function wrappedLabel(line: Line, next: Block | undefined, parties: readonly Party[]): Element | undefined {
  if (next?.kind !== 'line' || line.folded.length + next.folded.length > longestWrapped) return undefined
  if (next.gap > 0 && next.page === line.page) return undefined
  const column = columnOf(line.folded + next.folded, parties)
  const own = columnOf(next.folded, parties)
  // つくばみらい / 市の役割: whom the second line names by itself is nobody.
  if (own && !(column && isOfParty(column, parties) && !isOfParty(own, parties))) return undefined
  return column ? { kind: 'label', column, line, text: concat([line.text, next.text]) } : undefined
}

/** What of a label wraps beside its cell is a character or two. */
const longestWrappedEnd = 4

/** A label that wraps beside its cell, with the rest of both lines: 甲の役割分　乙と連携し、 / 担　　　　　取り組む。 */
function wrappedLabelled(line: Line, next: Block | undefined, parties: readonly Party[]): Element[] {
  const gap = line.folded.indexOf(' ')
  if (gap < 2 || gap > longestWrapped || next?.kind !== 'line' || next.gap > 0) return []
  const space = next.folded.indexOf(' ')
  const end = space < 0 ? next.folded.length : space
  if (end === 0 || end > longestWrappedEnd) return []
  const column = columnOf(line.folded.slice(0, gap) + next.folded.slice(0, end), parties)
  if (column?.kind !== 'role' && column?.kind !== 'description') return []
  const after = (of: Line, from: number): Line => {
    const text = trim(slice(of.text, from))
    return { ...of, text, folded: fold(text.value), gap: 0 }
  }
  const label = concat([slice(line.text, 0, gap), slice(next.text, 0, end)])
  const labelled: Element = { kind: 'labelled', column, line, label, rest: after(line, gap + 1) }
  return space < 0 ? [labelled] : [labelled, { kind: 'line', line: after(next, space + 1) }]
}

/** Whether a line that could be a heading of titles (分野, 区分) is but the end of a wrapped cell: it stands right below an unfinished line. */
const goesOn = (line: Line, before: Element | undefined): boolean =>
  line.gap === 0 &&
  before?.kind === 'line' &&
  !/[。】〕]$/u.test(before.line.folded) &&
  columnOf(line.folded, [])?.kind === 'title'

const isSame = (a: Column, b: Column): boolean =>
  a.kind === b.kind && (a.kind !== 'role' || b.kind !== 'role' || a.party === b.party)

/** 取組 内容 / 甲の役割 / 乙の役割: headings that stand under a row of others because their cells are printed one after another. */
function joinsHeader(before: Element | undefined, column: Column, text: Text): boolean {
  if (before?.kind !== 'header' || column.kind !== 'role' || before.columns.some((c) => isSame(c, column))) return false
  before.columns.push(column)
  before.labels.push(text)
  return true
}

/** Headings are parted by at least this much space where their own characters are set apart: 取　組　　　　甲. */
const spreadGap = 3

/** The headings of a row, and what stands below them; no columns where it is no row of headings. */
function headerOf(line: Line, parties: readonly Party[]): { labels: Text[]; columns: Column[] | undefined } {
  if (line.folded.length > longestHeader) return { labels: [], columns: undefined }
  const labels = splitAtSpaces(line.text, 1)
  const columns = columnsOf(
    labels.map((l) => fold(l.value)),
    parties,
  )
  if (columns) return { labels, columns }
  const spread = splitAtSpaces(trim(line.printed), spreadGap)
  const closed = spread.length === labels.length ? [] : spread.map((l) => fold(l.value).replaceAll(' ', ''))
  return { labels: spread, columns: columnsOf(closed, parties) }
}

export function elementsOf(blocks: readonly Block[], parties: readonly Party[]): Element[] {
  const elements: Element[] = []
  const describes = headsSentences(blocks)
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as Block
    if (block.kind === 'table') {
      for (const cells of block.rows) elements.push({ kind: 'row', cells })
      continue
    }
    const numbered = withoutNumber(block, parties)
    if (numbered) {
      const { line, number } = numbered
      const column = columnOf(line.folded, parties)
      const element = column ? { kind: 'label' as const, column, line, text: line.text } : labelledLine(line, parties)
      if (element) elements.push({ kind: 'mark', text: number }, element)
      continue
    }
    const { labels, columns } = headerOf(block, parties)
    const torn =
      columns || block.folded.length > longestHeader ? undefined : wrappedHeader(block, blocks, i + 1, parties)
    if (torn) {
      elements.push({ kind: 'header', columns: torn.columns, line: block, labels: torn.labels })
      for (const line of torn.lines) elements.push({ kind: 'mark', text: line.text })
      i += torn.lines.length
      continue
    }
    const described = describes && isInitiativeWord(block.folded)
    const alone =
      columns || (!described && goesOn(block, elements.at(-1)))
        ? undefined
        : described
          ? ({ kind: 'description' } as const)
          : columnOf(block.folded, parties)
    const wrapped = columns ? undefined : wrappedLabel(block, blocks[i + 1], parties)
    if (columns) elements.push({ kind: 'header', columns, line: block, labels })
    else if (wrapped?.kind === 'label') {
      if (!joinsHeader(elements.at(-1), wrapped.column, wrapped.text)) elements.push(wrapped)
      i++
    } else if (alone) {
      if (!joinsHeader(elements.at(-1), alone, block.text))
        elements.push({ kind: 'label', column: alone, line: block, text: block.text })
    } else {
      const found = labelledLine(block, parties)
      const labelled =
        describes && found?.kind === 'labelled' && isInitiativeWord(found.label.value)
          ? { ...found, column: { kind: 'description' } as const }
          : found
      const parted = labelled ? [] : wrappedLabelled(block, blocks[i + 1], parties)
      elements.push(...(parted.length > 0 ? parted : [labelled ?? { kind: 'line' as const, line: block }]))
      if (parted.length > 0) i++
    }
  }
  return withUnknownFields(withPartyHeadings(elements, parties))
}

/** 期間：…, 対象者：… */
const unknownField = /^([^ :。、「」()]{2,10}):(?=.)/u

/** The same behind white space, by their words. */
const knownField =
  /^(備考|特記事項|実施(?:時期|期間|主体)|(?:開始|連携)?(?:時期|期間)|スケジュール|根拠(?:法令)?|担当(?:課|部署))(?: +|:)(?=.)/u

/** Fields behind colons that no initiative has a place for, among others that it has: what they say is left. */
function withUnknownFields(elements: readonly Element[]): Element[] {
  let before: Element | undefined
  let labelled = false
  return elements.map((element): Element => {
    const among = before?.kind === 'labelled' && before.line.folded[before.label.value.length] === ':'
    labelled ||= before?.kind === 'labelled'
    const folded = element.kind === 'line' ? element.line.folded : ''
    const field =
      (labelled ? knownField.exec(folded) : null)?.[1] ?? (among ? unknownField.exec(folded)?.[1] : undefined)
    const read = field !== undefined && element.kind === 'line' ? leftField(element.line, field.length) : element
    before = read
    return read
  })
}

function leftField(line: Line, end: number): Element {
  const text = trim(slice(line.text, end + 1))
  const rest = { ...line, text, folded: fold(text.value), gap: 0 }
  return { kind: 'labelled', column: { kind: 'cost' }, line, label: slice(line.text, 0, end), rest }
}
