import type { Block, Cell } from '../../layout/block.ts'
import type { Party } from '../../schema/agreement.ts'
import { fold } from '../../text/fold.ts'
import { concat, emptyText, slice, type Text, trim } from '../../text/text.ts'
import { linesIn } from '../vision/markup.ts'
import { type Column, columnOf, partiesNamed } from './column.ts'

/** What stands in a cell under one label; `head` is what the label heads a column as. */
interface LabelledPart {
  key: string
  head: string
  label: Text
  texts: Text[]
}

const bracketed = /[【〔[<〈(][^【】〔〕[\]<>〈〉()]{1,24}[】〕\]>〉)]:?/gu
const leading = new RegExp(`^(?:${bracketed.source})`, 'u')
const colon = /^([^:。、]{1,24}):/u
const fewestParts = 2

const keyOf = (column: Column): string => (column.kind === 'role' ? `role ${column.party}` : column.kind)
const emptyCell: Cell = { text: emptyText, folded: '' }
const cellOf = (text: Text): Cell => ({ text, folded: fold(text.value) })

/** The heading that a text in brackets is: of a column, or the parties alone (（甲）, 【甲及び乙】, 甲：). */
const headOf = (text: string, parties: readonly Party[]): Column | undefined =>
  columnOf(text, parties) ?? partiesNamed(text.slice(1, -1), parties) ?? partiesNamed(text, parties)

/** 甲：… and 甲は、… behind a sentence. */
const behindSentence = /(?<=。 ?)([^ :。、「」]{1,24})(?::|は、)/gu
const doer = /^([^ :。、「」]{1,24})は、/u

/** A line cut before every heading in brackets, and before the parties that sentences begin with. */
function cutAtLabels(line: Text, parties: readonly Party[]): Text[] {
  const folded = fold(line.value)
  const starts = [...folded.matchAll(bracketed)]
    .filter((m) => m.index > 0 && (m[0][0] !== '(' || headOf(m[0].replace(/:$/u, ''), parties)))
    .map((m) => m.index)
  const said = [...folded.matchAll(behindSentence)]
    .filter((m) => partiesNamed(m[1] as string, parties))
    .map((m) => m.index)
  const all = [...new Set([...starts, ...said])].sort((a, b) => a - b)
  return [0, ...all].map((start, i) => slice(line, start, all[i]))
}

/** The label of contents or of a role that a text begins with, and what follows it. */
function labelled(text: Text, parties: readonly Party[]): LabelledPart | undefined {
  const folded = fold(text.value)
  const match = leading.exec(folded) ?? colon.exec(folded)
  const column = match ? headOf(match[0].replace(/:$/u, ''), parties) : undefined
  if (!match || !column || column.kind === 'title' || column.kind === 'pillar') return undefined
  const end = match[0].length
  const head = match[0].replace(/:$/u, '')
  return { key: keyOf(column), head, label: slice(text, 0, end), texts: [trim(slice(text, end))] }
}

/** What a sentence says that a party does: its words stay whole. */
function said(text: Text, parties: readonly Party[]): LabelledPart | undefined {
  const head = doer.exec(fold(text.value))?.[1]
  const column = head === undefined ? undefined : partiesNamed(head, parties)
  return head !== undefined && column ? { key: keyOf(column), head, label: emptyText, texts: [text] } : undefined
}

/** The parts of a cell that begins with a label and has others; undefined where it is a cell like any other. */
function partsOf(cell: Cell, parties: readonly Party[], fewest: number, ofRoles: boolean): LabelledPart[] | undefined {
  if (!ofRoles && !/[】〕\]>〉):]/u.test(cell.folded)) return undefined
  const parts: LabelledPart[] = []
  for (const line of (cell.lines ?? linesIn(cell.text)).flatMap((l) => cutAtLabels(l, parties))) {
    const part = labelled(line, parties) ?? (ofRoles ? said(line, parties) : undefined)
    const last = parts.at(-1)
    if (part && last?.label.value === '' && last.key === part.key) last.texts.push(...part.texts)
    else if (part) parts.push(part)
    else if (last) last.texts.push(line)
    else if (line.value.trim() !== '') return undefined
  }
  return parts.length < fewest || new Set(parts.map((p) => p.key)).size < parts.length ? undefined : parts
}

/** Heads cells that say in sentences who does what. */
const rolesOver = /^(?:役割|役割分担|各(?:市町村?|者)の役割(?:分担)?|役割(?:分担)?及び費用(?:分担|負担))$/u

/** The first column of a table that holds such cells, and their parts by row. */
function labelledColumn(
  rows: readonly Cell[][],
  parties: readonly Party[],
): [number, (LabelledPart[] | undefined)[]] | undefined {
  const widest = rows.reduce((n, row) => Math.max(n, row.length), 0)
  for (let column = 0; column < widest; column++) {
    const first = rows.findIndex((row) => rolesOver.test((row[column]?.folded ?? '').replaceAll(' ', '')))
    const own = (fewest: number) =>
      rows.map((row, i) => partsOf(row[column] ?? emptyCell, parties, fewest, first >= 0 && i > first))
    // Beside cells with several parts one that has a single label is such a cell too.
    if (own(fewestParts).some((p) => p !== undefined)) return [column, own(1)]
  }
  return undefined
}

/**
 * Tables with cells that hold contents and roles after labels (【取組内容】…【甲の役割】…), with a cell for each of them under
 * the labels of the first row; the other labels, and the heading that stood over them all, are given apart.
 */
export function withLabelledCells(
  blocks: readonly Block[],
  parties: readonly Party[],
): { blocks: Block[]; labels: Text[] } {
  const labels: Text[] = []
  const spread = blocks.map((block): Block => {
    const found = block.kind === 'table' ? labelledColumn(block.rows, parties) : undefined
    if (block.kind !== 'table' || !found) return block
    const [column, parts] = found
    const first = parts.findIndex((p) => p !== undefined)
    const all = parts.flatMap((p) => p ?? [])
    const keys = [...new Map(all.map((p) => [p.key, p])).values()]
    const heads = keys.map(({ key }) => all.find((p) => p.key === key) as LabelledPart)
    labels.push(...all.filter((p) => !heads.includes(p)).map((p) => p.label))
    const around = (row: readonly Cell[], cells: readonly Cell[]): Cell[] => [
      ...Array.from({ length: column }, (_, i) => row[i] ?? emptyCell),
      ...cells,
      ...row.slice(column + 1),
    ]
    const headCells = heads.map(({ label, head }) => ({ text: label, folded: head }))
    const rows = block.rows.map((row, i) => {
      const own = row[column] ?? emptyCell
      const cells = keys.map(({ key }) => parts[i]?.find((p) => p.key === key)?.texts)
      if (parts[i])
        return around(
          row,
          cells.map((texts) => (texts ? cellOf(concat(texts)) : emptyCell)),
        )
      if (i !== first - 1) return around(row, [own, ...keys.slice(1).map(() => emptyCell)])
      if (own.folded !== '') labels.push(own.text)
      return around(row, headCells)
    })
    return { ...block, rows: first === 0 ? [around([], headCells), ...rows] : rows }
  })
  return { blocks: spread, labels }
}
