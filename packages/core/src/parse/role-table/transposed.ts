import type { Cell } from '../../layout/block.ts'
import type { Party } from '../../schema/agreement.ts'
import type { Text } from '../../text/text.ts'
import { type Column, columnOf, partiesNamed } from './column.ts'
import type { Element } from './elements.ts'
import { isRemark } from './remark.ts'
import type { Part, RoleTableReading, RowCell } from './row.ts'
import { rowLabelOf } from './row-label.ts'

/** Initiatives side by side, and parties below one another, at the least. */
const fewestTitles = 2
const fewestParties = 2
const longestTitle = 60
/** Shares and amounts of municipalities stand in tables of the same form. */
const isSentence = (folded: string): boolean => /。$|(?:こと|[うくすつるむぶ])$/u.test(folded)

/** Heads what is said of a party, and is no name of what it does. */
const headsTexts =
  /^(?:主な|具体的な)?(?:役割|責務|業務|担当|負担|費用|経費|備考|摘要|理由|期間|時期|名称|氏名|代表者|住所|所在地|位置)/u

/** A row of titles, and the rows below it, each of one party or of what is done. */
interface Turned {
  header: readonly Cell[]
  rows: { column: Column; cells: readonly Cell[] }[]
}

const columnIn = (cell: Cell | undefined, parties: readonly Party[]): Column | undefined => {
  const column = cell && (columnOf(cell.folded, parties) ?? partiesNamed(cell.folded, parties))
  return column?.kind === 'role' || column?.kind === 'description' || column?.kind === 'cost' ? column : undefined
}

/** Whether cells are titles of what is done, and none of them heads a column of roles. */
const areTitles = (cells: readonly Cell[], parties: readonly Party[]): boolean =>
  cells.length >= fewestTitles &&
  cells.every(
    ({ folded }) =>
      folded !== '' &&
      folded.length <= longestTitle &&
      !folded.endsWith('。') &&
      !headsTexts.test(folded) &&
      columnOf(folded, parties) === undefined &&
      partiesNamed(folded, parties) === undefined,
  )

function isTurned({ header, rows }: Turned, parties: readonly Party[]): boolean {
  if (!areTitles(header.slice(1), parties)) return false
  if (rows.some(({ cells }) => cells.length !== header.length)) return false
  const roles = rows.filter(({ column }) => column.kind === 'role')
  if (new Set(roles.map(({ column }) => (column.kind === 'role' ? column.party : ''))).size < fewestParties)
    return false
  // 甲の役割 says what stands beside it; a name alone does not.
  if (roles.every(({ cells }) => columnOf(cells[0]?.folded ?? '', parties)?.kind === 'role')) return true
  const filled = roles.flatMap(({ cells }) => cells.slice(1).filter((c) => c.folded !== ''))
  return filled.filter((c) => isSentence(c.folded)).length * 2 > filled.length
}

function tablesOf(elements: readonly Element[], parties: readonly Party[]): Map<Element, Turned> | undefined {
  const tables = new Map<Element, Turned>()
  let last: Turned | undefined
  for (const element of elements) {
    if (element.kind === 'line') continue
    if (element.kind !== 'row') return undefined
    const { cells } = element
    const column = columnIn(cells[0], parties)
    if (column && last) last.rows.push({ column, cells })
    else {
      last = { header: cells, rows: [] }
      tables.set(element, last)
    }
  }
  return tables.size > 0 && [...tables.values()].every((t) => isTurned(t, parties)) ? tables : undefined
}

/** A table with a column for each initiative and a row for each party: 甲の役割 beside what it does in each of them. */
export function readTransposed(elements: readonly Element[], parties: readonly Party[]): RoleTableReading | undefined {
  const tables = tablesOf(elements, parties)
  if (!tables) return undefined
  const reading: RoleTableReading = { parts: [{ headings: [], rows: [] }], left: [], labels: [], remarks: [] }
  const head = (text: Text): void => {
    const heading = { text, form: rowLabelOf(text.value)?.form ?? 'label' }
    const part = reading.parts.at(-1) as Part
    if (part.rows.length === 0) part.headings.push(heading)
    else reading.parts.push({ headings: [heading], rows: [] })
  }
  const cellOf = (cell: Cell | undefined): RowCell | undefined =>
    cell && cell.folded !== '' ? { pieces: [cell.text] } : undefined
  for (const element of elements) {
    const table = tables.get(element)
    if (table) {
      const { header, rows } = table
      reading.labels.push(...[header, ...rows.map((r) => r.cells)].flatMap(([first]) => (first ? [first.text] : [])))
      header.slice(1).forEach((title, i) => {
        reading.parts.at(-1)?.rows.push({
          columns: [{ kind: 'title' }, ...rows.map((r) => r.column)],
          cells: [cellOf(title), ...rows.map((r) => cellOf(r.cells[i + 1]))],
        })
      })
    } else if (element.kind !== 'line') continue
    else if (isRemark(element.line.folded)) reading.remarks?.push(element.line.text)
    else if (element.line.folded.endsWith('。')) reading.left.push(element.line.text)
    else head(element.line.text)
  }
  return reading
}
