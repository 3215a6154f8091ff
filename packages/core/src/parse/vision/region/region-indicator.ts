import type { RegionIndicator } from '../../../schema/vision.ts'
import { clean, join } from '../../../text/clean.ts'
import { fold } from '../../../text/fold.ts'
import type { Text } from '../../../text/text.ts'
import { type Context, furnish, leaf, locate, report } from '../../context.ts'
import { isPillarName } from '../heading.ts'
import { readIndicators } from '../indicator/indicator.ts'
import { seriesOf } from '../indicator/indicator-columns.ts'
import { holdsSeveral } from '../indicator/measure.ts'
import { withoutBullet, withoutTags } from '../markup.ts'
import { hullOf, placesOf } from '../place.ts'
import { columnsUnder, filled, type Row, textsOf } from '../row.ts'
import { isGroupRow, type RegionBlock } from './region-block.ts'
import { type Beside, besideOf, namesIndicators, strictHead } from './region-head.ts'

const owning = ['pillar', 'initiative', 'group'] as const
type Owners = Partial<Record<(typeof owning)[number], Text>>

/** What stands beside the name and values of a row, and above it. */
interface Said {
  owners: Owners
  own: Partial<Record<Beside, Text[]>>
}

/** Owners with one more: what stood further in belonged to what stood above. */
function below(owners: Owners, kind: (typeof owning)[number], text: Text): Owners {
  const outer = owning.slice(0, owning.indexOf(kind))
  return { ...Object.fromEntries(outer.flatMap((k) => (owners[k] ? [[k, owners[k]]] : []))), [kind]: text }
}

/** Takes the cells beside name and values out of a row; owners hold for the rows below that leave them blank. */
function parted(row: Row, { beside, heads }: RegionBlock, above: Owners): { row: Row; said: Said } {
  const cells = filled(row)
  const columns = [...heads.map((h) => h.cell), ...beside.map((b) => b.cell)]
  const under = columnsUnder(cells, columns, row.table !== undefined)
  const own: Said['own'] = {}
  const rest = cells.filter((cell, i) => {
    const kind = beside[(under[i] as number) - heads.length]?.kind
    if (kind) own[kind] = [...(own[kind] ?? []), cell.text]
    return kind === undefined
  })
  let owners = above
  for (const kind of owning) if (own[kind]) owners = below(owners, kind, join(own[kind]))
  return { row: { ...row, cells: rest }, said: { owners, own } }
}

export interface RegionReading {
  indicators: RegionIndicator[]
  /** Text of the list that is no indicator's. */
  rest: Text[]
  /** What it says of all of them. */
  notes: Text[]
}

const printedNote = /^(?:[※☆★]|\(?注[0-9 :：)]?|出典[:：]|資料[:：])/u

/** The rows that have a name or values, what is said of each, and what else there is: owners, notes. */
interface Rows {
  rows: Row[]
  said: Said[]
  labels: Text[]
  notes: Text[]
  rest: Text[]
}

function rowsIn(block: RegionBlock): Rows {
  const read: Rows = { rows: [], said: [], labels: [], notes: [], rest: [] }
  let owners: Owners = {}
  block.rows.forEach((printed, i) => {
    const cells = filled(printed)
    const [first] = cells
    if (first && cells.length === 1 && printedNote.test(first.bare)) {
      read.notes.push(first.text)
      return
    }
    const labelled = block.heads.length > 0 || !cells[1] ? undefined : besideOf(first?.bare ?? '')
    if (first && cells[1] && labelled === 'source') {
      // 出典：… behind its label is of the indicator above.
      read.labels.push(first.text)
      const of = read.said[read.rows.findLastIndex((row) => namesIndicators(filled(row).slice(0, 1)))]
      if (of) of.own.source = [...(of.own.source ?? []), cells[1].text]
      else read.rest.push(cells[1].text)
      return
    }
    const next = block.rows[i + 1]
    const isOwner =
      block.heads.length > 0 && isGroupRow(printed) && next && (filled(next).length > 1 || isGroupRow(next))
    if (first && isOwner && (printed.table !== undefined || isPillarName(first.bare))) {
      owners = below(owners, isPillarName(first.bare) ? 'pillar' : 'group', first.text)
      return
    }
    const { row, said } = parted(printed, block, owners)
    owners = said.owners
    if (filled(row).length === 0) {
      read.rest.push(...besideTexts(said))
      return
    }
    read.rows.push(row)
    read.said.push(said)
  })
  return read
}

const besideTexts = ({ own }: Said): Text[] => [...(own.number ?? []), ...(own.source ?? []), ...(own.note ?? [])]

/** Which row a text stands in, by its first character. */
function rowFinder(rows: readonly Row[]): (text: Text) => number | undefined {
  const known = new Map<number, number>()
  rows.forEach((row, i) => {
    for (const { text } of row.cells) for (const offset of text.offsets) if (offset >= 0) known.set(offset, i)
  })
  return (text) => known.get(text.offsets.find((o) => o >= 0) ?? -1)
}

/** Reads indicators outside all projects. What they belong to is taken by the first that does. */
export function readRegionBlock(context: Context, block: RegionBlock): RegionReading {
  const { rows, said, labels, notes, rest } = rowsIn(block)
  for (const text of [...block.labels.map((c) => c.text), ...labels]) furnish(context, 'label', text)
  const left: Text[] = []
  const rowOf = rowFinder(rows)
  const read = groupsOf(block, rows).flatMap((own) => readIndicators(context, own, left, block.heads))
  const written = new Map<Text, string>()
  const used = new Set<Said>()
  const rowsOf: number[] = []
  const indicators = read.map((indicator): RegionIndicator => {
    const { where: named = {}, ...own } = indicator
    const row = rowAt(rowOf, named.name?.span?.[0])
    rowsOf.push(row ?? -1)
    const of = row === undefined ? undefined : said[row]
    const result: RegionIndicator = { ...own, where: { ...named } }
    if (of) {
      addOwners(context, result, of.owners, written)
      if (!used.has(of)) addOwn(context, result, of.own)
      used.add(of)
    }
    return result
  })
  // What stands beside rows that are no indicators of their own, and what nothing belongs to.
  for (const of of said) {
    if (!used.has(of)) left.push(...besideTexts(of))
    for (const text of Object.values(of.owners)) {
      if (written.has(text)) continue
      written.set(text, '')
      left.push(text)
    }
  }
  const nobodys = left.filter((text) => !addResult(context, text, rowOf(text), indicators, rowsOf))
  for (const indicator of indicators) {
    indicator.at = hullOf([indicator.at, ...Object.values(indicator.where ?? {})])
    reportSeveral(context, indicator)
  }
  for (const text of nobodys) {
    const words = clean(text).value
    if (/[0-9０-９]/u.test(words)) report(context, 'region-indicator-unread', { text: words }, locate(context, text))
  }
  return { indicators, rest: [...rest, ...nobodys], notes }
}

const rowAt = (rowOf: (text: Text) => number | undefined, offset: number | undefined): number | undefined =>
  offset === undefined ? undefined : rowOf({ value: ' ', offsets: Int32Array.of(offset) })

/** Lists are read as a whole; what says itself what its values are, one by one. */
function groupsOf({ heads }: RegionBlock, rows: readonly Row[]): Row[][] {
  if (heads.length > 0) return rows.length > 0 ? [[...rows]] : []
  const groups: Row[][] = []
  for (const row of rows) {
    const [first] = filled(row)
    const isPair = filled(row).length === 2 && first !== undefined && strictHead(first) !== undefined
    if (isPair && groups.length > 0 && !namesIndicators([first])) groups.at(-1)?.push(row)
    else groups.push([row])
  }
  return groups
}

function addOwners(context: Context, indicator: RegionIndicator, owners: Owners, written: Map<Text, string>): void {
  for (const kind of owning) {
    const text = owners[kind]
    if (!text) continue
    const known = written.get(text)
    if (known !== undefined) {
      indicator[kind] = known
      continue
    }
    const owner = leaf(context, withoutBullet(withoutTags(text)))
    indicator[kind] = owner.text
    indicator.where = { ...indicator.where, [kind]: owner.at }
    written.set(text, owner.text)
  }
}

/** 実績：1,260千人 behind the targets of a row above, and what stands beside the values of its own row, are notes of the indicator. */
function addResult(
  context: Context,
  text: Text,
  row: number | undefined,
  indicators: readonly RegionIndicator[],
  rows: readonly number[],
): boolean {
  if (row === undefined) return false
  const [label = ''] = text.value.split('：', 1)
  const at = rows.findLastIndex((r) => r >= 0 && r <= row)
  const indicator = indicators[at]
  if (!indicator || (rows[at] !== row && seriesOf(fold(label)) === undefined)) return false
  addNote(context, indicator, [text])
  return true
}

function addNote(context: Context, indicator: RegionIndicator, texts: readonly Text[]): void {
  const notes = texts.map((t) => leaf(context, withoutTags(t))).filter((n) => n.text !== '')
  if (notes.length === 0) return
  indicator.notes = [...(indicator.notes ?? []), ...notes.map((n) => n.text)]
  const places = [...(indicator.where?.notes ? [indicator.where.notes] : []), ...notes.map((n) => n.at)]
  indicator.where = { ...indicator.where, notes: placesOf(places) }
}

function addOwn(context: Context, indicator: RegionIndicator, own: Said['own']): void {
  for (const kind of ['number', 'source'] as const) {
    const texts = own[kind]
    if (!texts) continue
    const read = leaf(context, withoutTags(join(texts)))
    indicator[kind] = read.text
    indicator.where = { ...indicator.where, [kind]: read.at }
  }
  addNote(context, indicator, own.note ?? [])
}

/** Says of values of several numbers that they are none. */
function reportSeveral(context: Context, { name, baseline, target, milestones = [] }: RegionIndicator): void {
  for (const measure of [baseline, ...milestones, target]) {
    if (measure?.value !== undefined || !holdsSeveral(measure?.text ?? '')) continue
    report(context, 'region-indicator-unread', { indicator: name, text: `${name} ${measure?.text}` }, measure?.at)
  }
}

/** Says of rows that look like indicators of which nothing tells whose they are that they are kept as text. */
export function reportOwnerless(context: Context, { rows }: RegionBlock): void {
  for (const row of rows) {
    const text = join(textsOf([row]))
    report(context, 'region-indicator-unread', { text: clean(text).value }, locate(context, text))
  }
}
