import { fold } from '../../text/fold.ts'
import { concat, type Text } from '../../text/text.ts'
import { type Column, isRole } from './column.ts'
import type { Part, RoleTableReading, RowCell } from './row.ts'

const number = '[0-9一二三四五六七八九十百千][0-9,.〇一二三四五六七八九十百千万億]{0,15}'
/** 1,200千円, 年額３０万円, ２分の１, 1/2, 6割, 40%, 3,000 alone. */
const amount = new RegExp(
  `^(?:年額|月額|日額|総額|上限|約|金|各|[△▲-])*${number}(?: ?(?:[千百十万億]*円|割(?:[0-9一二三四五六七八九]分)?|%|分の${number}|[/:]${number}))?(?:\\(?(?:以内|程度|以下|/年|/月|税込|税抜)\\)?)?$`,
  'u',
)
/** What stands among amounts where there is none, or no number yet. */
const beside =
  /^(?:[-―—–ー〇]|0|なし|無し?|未定|調整中|実費|全額|半額|折半|[一-鿿]{1,6}割(?:額|分)?|別途協議|同左|〃)$/u
const longestAmount = 40

const said = (text: Text): string => fold(text.value.slice(0, longestAmount + 1)).replaceAll(' ', '')
const isAmount = (text: string): boolean => amount.test(text) || beside.test(text)

/** What a cell says: rows that nothing parts (３分の１ over 100分の70) by their lines, where each of those is an amount. */
function saidIn({ pieces }: RowCell): string[] {
  const lines = pieces.map(said)
  return lines.every(isAmount) ? lines : [said(concat(pieces))]
}

/** Whether cells that one heading heads say what somebody pays, and nothing that anybody does. */
function areAmounts(cells: readonly RowCell[]): boolean {
  const texts = cells.flatMap(saidIn)
  return texts.some((t) => amount.test(t)) && texts.every(isAmount)
}

/** A column by its place among those of its kind in a row, for rows need not have the same columns. */
const keysOf = (columns: readonly Column[]): string[] => {
  const seen = new Map<string, number>()
  return columns.map((column) => {
    const key = isRole(column) ? `role ${column.party}` : column.kind
    const n = seen.get(key) ?? 0
    seen.set(key, n + 1)
    return `${key} ${n}`
  })
}

/**
 * A table without its columns of costs, which parties head as they head roles (市名 over 500,000円): their cells are left, for an
 * initiative has no place for them. Undefined where no column of roles remains: a table of costs is no role table.
 */
export function withoutCosts(reading: RoleTableReading): RoleTableReading | undefined {
  const columns = new Map<string, RowCell[]>()
  const rows = reading.parts.flatMap((p) => p.rows)
  for (const row of rows) {
    const keys = keysOf(row.columns)
    row.columns.forEach((column, i) => {
      const cell = row.cells[i]
      const key = keys[i] as string
      if (!isRole(column)) return
      const cells = columns.get(key) ?? []
      if (cell) cells.push(cell)
      columns.set(key, cells)
    })
  }
  const costs = new Set([...columns].flatMap(([key, cells]) => (areAmounts(cells) ? [key] : [])))
  if (costs.size === 0) return reading
  // A column without any cell says nothing of what the others are.
  if ([...columns].every(([key, cells]) => costs.has(key) || cells.length === 0)) return undefined
  const left: Text[] = []
  const parts = reading.parts.map(
    (part): Part => ({
      ...part,
      rows: part.rows.map((row) => {
        const isCost = keysOf(row.columns).map((key) => costs.has(key))
        left.push(...row.cells.flatMap((cell, i) => (isCost[i] ? (cell?.pieces ?? []) : [])))
        return {
          columns: row.columns.filter((_, i) => !isCost[i]),
          cells: row.columns.flatMap((_, i) => (isCost[i] ? [] : [row.cells[i]])),
        }
      }),
    }),
  )
  return { ...reading, parts, left: [...reading.left, ...left] }
}
