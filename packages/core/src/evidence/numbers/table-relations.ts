import type { Cell, Table } from '../../layout/block.ts'
import { yenOf } from '../../parse/vision/budget/amount.ts'
import { headOf } from '../../parse/vision/budget/sum-head.ts'
import { leastConfidence, type Recognition } from '../recognition.ts'
import { type NumberInText, numberIn } from './number-in-text.ts'
import { minusLike } from './plausibility.ts'
import { holds, type Relation, type Unknown, unknownOf } from './solve.ts'

/** A number of a table and where it stands. */
export interface TableNumber {
  row: number
  column: number
  found: NumberInText
  unknown: Unknown
}

/** Larger tables than this are not looked at for relations: each takes time with the square of its columns. */
const mostColumns = 40
const mostRows = 1500

const bareOf = (cell: Cell | undefined): string => cell?.folded.replace(/\s/gu, '') ?? ''

/** 計 of a row or column, and what ends in it: 直接工事費計, 圏域全体の合計. */
const totalEnd = /(?:計|総額|合計額)(?:\([^()]{0,20}\))?$/u
const isTotal = (bare: string): boolean => bare.length <= 24 && (headOf(bare)?.kind === 'total' || totalEnd.test(bare))

const moneyUnit = /円$/u

/** Headings of columns whose numbers are sums of money. */
const moneyHead = /円|費|額|価|予算|計$/u
/** Numbers of a column with something between three digits and the others make it one of grouped numbers. */
const fewestGrouped = 2
const groupedEnd = /[0-9][,.，．、][0-9]{3}$/u
/** Sums that need no groups; a sign before one digit is often a name: A1. */
const shortSum = /^[0-9]{2,3}$|^[Iil|!OoQDSsBZzbgq]{2,3}$/u
const separated = /[0-9][,.，．、][0-9]/u

/** Whether points between the digits of a column are commas that were misread: percentages have them too. */
function isGrouped(characters: readonly string[], heads: string): boolean {
  const own = characters.filter((c) => separated.test(c))
  const grouped = own.filter((c) => groupedEnd.test(c))
  const isMoney = moneyHead.test(heads)
  if (grouped.length < (isMoney ? 1 : fewestGrouped) || grouped.length * 3 < own.length) return false
  return isMoney || own.some((c) => c.includes(',') || /00$/u.test(c))
}

/**
 * Whether a number is one of money by its unit, or has no more than a sign or dirt before its groups of digits, or before fewer than
 * four of them what the sign of a minus is read as.
 */
const isSum = ({ unit, seen }: NumberInText): boolean =>
  moneyUnit.test(unit) ||
  (seen.lead !== undefined &&
    (groupedEnd.test(seen.characters) || (minusLike.test(seen.lead) && shortSum.test(seen.characters))))

/** Longest text that is what was read of a number, and how unsure it is at its least. */
const longestLost = 12
const sureWord = 0.9
/** So many sums beside a lost one show that its row is one of sums. */
const fewestBeside = 2

/**
 * What stands in the place of a sum and is neither one nor a word that says that there is none: nothing but its width says what was
 * printed there, and the sums beside it.
 */
function lostIn(recognition: Recognition, { text, folded, covered }: Cell): NumberInText | undefined {
  const bare = folded.replace(/\s/gu, '')
  if (covered || bare === '' || bare.length > longestLost) return undefined
  if (yenOf(bare) !== undefined || headOf(bare) !== undefined) return undefined
  if (leastConfidence(recognition, text) >= sureWord) return undefined
  const placed = [...text.offsets].filter((offset) => offset >= 0)
  const widths = placed.flatMap((offset) => recognition.widthAt(offset) ?? [])
  if (widths.length < placed.length) return undefined
  const seen = {
    characters: '',
    confidences: [],
    others: [],
    isMoney: true,
    lostWidth: widths.reduce((n, width) => n + width, 0),
  }
  return { text, start: 0, end: text.value.length, seen, unit: '', before: '' }
}

/** The numbers of a table by row, columns rising. Words before a sum of money are a step of the plan; before others a name. */
function numbersOf(recognition: Recognition, table: Table): TableNumber[][] {
  const found = table.rows.map((cells, row) => {
    const lost: { row: number; column: number; number: NumberInText }[] = []
    const own = cells.flatMap((cell, column) => {
      const number = cell.covered || cell.header ? undefined : numberIn(recognition, cell.text)
      if (number && (number.before === '' || isSum(number))) return [{ row, column, number }]
      const place = { row, column, number: lostIn(recognition, cell) }
      if (place.number && isUnderHead(table, place)) lost.push({ ...place, number: place.number })
      return []
    })
    const isOfSums = own.length >= fewestBeside && own.every(({ number }) => number.unit === '')
    return isOfSums ? [...own, ...lost].sort((a, b) => a.column - b.column) : own
  })
  const all = found.flat().filter(({ number: { seen } }) => seen.characters !== '' && !seen.isLetters)
  // A unit alone is one of a column, or has lost its number where the sums around it have the same; letters are words elsewhere.
  const isSeen = ({ row, column, number: { seen, unit } }: (typeof all)[number]): boolean =>
    (seen.characters !== '' && !seen.isLetters) ||
    seen.lostWidth !== undefined ||
    all.some((n) => (n.row === row || (!seen.isLetters && n.column === column)) && n.number.unit === unit)
  const characters = (own: typeof all): string[] => own.map((n) => n.number.seen.characters)
  const columns = new Set(
    [...new Set(all.map((n) => n.column))].filter((column) => {
      const own = all.filter((n) => n.column === column)
      const heads = table.rows.slice(0, own[0]?.row).map((cells) => bareOf(cells[column]))
      return isGrouped(characters(own), heads.join(' '))
    }),
  )
  return found.map((own, row) => {
    const isMoneyRow = isGrouped(
      characters(own),
      own.length > 1 ? bareOf(table.rows[row]?.find((c) => c.text.value !== '')) : '',
    )
    return own.filter(isSeen).map(({ number, ...place }) => {
      const isOne = columns.has(place.column) || isMoneyRow
      const seen = isOne ? { ...number.seen, isMoney: true, isGrouped: true } : number.seen
      return { ...place, found: { ...number, seen }, unknown: unknownOf(seen) }
    })
  })
}

/** The nearest words above a number, in its column or in what spans it. */
function headAbove(
  table: Table,
  { row, column }: TableNumber,
  isNumber: (row: number, column: number) => boolean,
): string {
  for (let r = row - 1; r >= 0; r--) {
    const cells = table.rows[r] ?? []
    let c = column
    while (c > 0 && cells[c]?.covered && bareOf(cells[c]) === '') c--
    const cell = cells[c]
    if (!cell || isNumber(r, c) || bareOf(cell) === '') continue
    return c === column || c + (cell.colSpan ?? 1) > column ? bareOf(cell) : ''
  }
  return ''
}

/** Rows of steps that stand between the headings of years and their sums. */
const mostBetween = 3

/** Whether a number is below a year, a source or a total, with steps of the plan between them or without. */
function isUnderHead(table: Table, { row, column }: Pick<TableNumber, 'row' | 'column'>): boolean {
  for (let r = row - 1; r >= Math.max(0, row - mostBetween); r--) {
    let c = column
    while (c > 0 && table.rows[r]?.[c]?.covered && bareOf(table.rows[r]?.[c]) === '') c--
    if (headOf(bareOf(table.rows[r]?.[c])) !== undefined) return true
  }
  return false
}

const sum = (terms: readonly TableNumber[], result: TableNumber, sure: boolean): Relation[] =>
  terms.length === 0 ? [] : [{ kind: 'sum', terms: terms.map((t) => t.unknown), result: result.unknown, sure }]

/** Years or sources and their total, by the headings above them. */
function rowSums(table: Table, rows: readonly TableNumber[][]): Relation[][] {
  const numbered = new Set(rows.flat().map((n) => `${n.row} ${n.column}`))
  const isNumber = (row: number, column: number): boolean => numbered.has(`${row} ${column}`)
  return rows.flatMap((numbers) => {
    if (numbers.length < 2) return []
    const heads = numbers.map((n) => headAbove(table, n, isNumber))
    return numbers.flatMap((result, i) => {
      if (!isTotal(heads[i] as string)) return []
      const previous = heads.slice(0, i).findLastIndex(isTotal)
      const left = numbers.slice(previous + 1, i)
      const right = numbers.slice(
        i + 1,
        i +
          1 +
          heads
            .slice(i + 1)
            .concat('計')
            .findIndex(isTotal),
      )
      const kinds = (of: readonly TableNumber[]): boolean =>
        of.length > 0 && of.every((n) => headOf(heads[numbers.indexOf(n)] as string)?.kind !== 'total')
      const all = numbers.filter((_, k) => k !== i && !isTotal(heads[k] as string))
      const named = (of: readonly TableNumber[]): boolean => of.every((n) => isUnderHead(table, n))
      return [[left, right, all].filter(kinds).flatMap((terms) => sum(terms, result, terms.length > 1 && named(terms)))]
    })
  })
}

/** A split that goes down to what is left for the budget of the office itself is one of a whole. */
const lastSource = /^一般財源/u
const fewestSources = 2

/** What a sum is paid from, beside or below each other, and the total above them that they split. */
function sourceSums(table: Table, rows: readonly TableNumber[][]): Relation[][] {
  const numbered = new Set(rows.flat().map((n) => `${n.row} ${n.column}`))
  const isNumber = (row: number, column: number): boolean => numbered.has(`${row} ${column}`)
  const headsOf = (n: TableNumber, r: number): string[] => [
    labelOfRow(table, r, rows[r] ?? []),
    headAbove(table, n, isNumber),
  ]
  const relations: Relation[][] = []
  let total: TableNumber | undefined
  let terms: TableNumber[] = []
  let isWhole = false
  const close = (): void => {
    if (total && terms.length >= fewestSources) relations.push(sum(terms, total, isWhole))
    terms = []
    isWhole = false
  }
  rows.forEach((numbers, r) => {
    const heads = numbers.map((n) => headsOf(n, r))
    const isSource = heads.length > 0 && heads.every((own) => own.some((head) => headOf(head)?.kind === 'source'))
    if (!isSource && numbers.length > 0) {
      close()
      total = numbers.find((_, i) => heads[i]?.some(isTotal))
    }
    if (!isSource) return
    terms.push(...numbers)
    isWhole ||= heads.some((own) => own.some((head) => lastSource.test(head)))
  })
  close()
  return relations
}

/** The words at the beginning of a row. */
function labelOfRow(table: Table, row: number, numbers: readonly TableNumber[]): string {
  const first = numbers[0]?.column ?? 0
  const cells = table.rows[row] ?? []
  for (let c = first - 1; c >= 0; c--) if (bareOf(cells[c]) !== '') return bareOf(cells[c])
  return ''
}

/** Columns and their bottom rows: by the words beside these, or as rows that leave out what those above them have. */
function columnSums(table: Table, rows: readonly TableNumber[][]): Relation[][] {
  const relations: Relation[][] = []
  const columns = new Set(rows.flat().map((n) => n.column))
  const totals = rows.map((numbers, r) => numbers.length > 0 && isTotal(labelOfRow(table, r, numbers)))
  const widest = Math.max(0, ...rows.map((numbers) => numbers.length))
  const bare = rows.map((numbers, r) => !totals[r] && numbers.length > 0 && numbers.length < widest)
  for (const column of columns) {
    const own = rows.flatMap((numbers) => numbers.filter((n) => n.column === column))
    own.forEach((result, k) => {
      const above = own.slice(0, k)
      if (!(totals[result.row] || bare[result.row]) || above.length === 0) return
      const isItem = (n: TableNumber): boolean => !totals[n.row] && !bare[n.row]
      const isLabelled = totals[result.row] === true
      const guesses = [
        above.slice(above.findLastIndex((n) => totals[n.row]) + 1),
        above.filter((n) => !totals[n.row]),
        above.filter(isItem),
        above.slice(above.findLastIndex(isItem) + 1),
        above.filter((n) => totals[n.row]),
      ]
      const telling = guesses.filter((terms) => terms.length > 1 || (terms.length === 1 && isLabelled))
      relations.push(telling.flatMap((terms) => sum(terms, result, isLabelled && terms.length > 1)))
    })
  }
  return relations
}

/** Rows that must bear a relation out before it is taken for the rule of the table, and their share of all that have the numbers. */
const fewestWitnesses = 2
const witnessShare = 0.25
/** Headings that say it, of the factors and of the product. */
const factorHeads = [
  /^(?:数量|人数|員数|回数|日数|時間数?|件数|台数|個数|面積|延長)(?:\([^()]{0,8}\))?$/u,
  /^(?:単価|単位当たり.{0,6}|一人当たり.{0,6})(?:\([^()]{0,8}\))?$/u,
]
const productHead = /^(?:金額|小計|計|合計|経費|費用|価格)(?:\([^()]{0,8}\))?$/u

/** Columns that are products of two others by their headings or in many rows: 数量 × 単価 = 金額. */
function products(table: Table, rows: readonly TableNumber[][]): Relation[] {
  const columns = [...new Set(rows.flat().map((n) => n.column))].sort((a, b) => a - b)
  const numbered = new Set(rows.flat().map((n) => `${n.row} ${n.column}`))
  const heads = new Map(
    columns.map((column) => {
      const first = rows.flat().find((n) => n.column === column) as TableNumber
      return [column, headAbove(table, first, (r, c) => numbered.has(`${r} ${c}`))] as const
    }),
  )
  const says = (column: number, words: RegExp): boolean => words.test(heads.get(column) ?? '')
  const relations: Relation[] = []
  for (const [i, a] of columns.entries())
    for (const [j, b] of columns.entries()) {
      if (j <= i) continue
      for (const c of columns.slice(j + 1)) {
        const found = rows.flatMap((numbers): Relation[] => {
          const at = (column: number): TableNumber | undefined => numbers.find((n) => n.column === column)
          const [x, y, z] = [at(a), at(b), at(c)]
          if (!x || !y || !z) return []
          return [{ kind: 'product', terms: [x.unknown, y.unknown], result: z.unknown, sure: true }]
        })
        const telling = found.filter((r) => holds(r) && r.terms.every((t) => (t.value ?? 0) > 1))
        const isSaid = factorHeads.every((words) => says(a, words) || says(b, words)) && says(c, productHead)
        const isShown = telling.length >= fewestWitnesses && found.filter(holds).length >= found.length * witnessShare
        if (isSaid || isShown) relations.push(...found)
      }
    }
  return relations
}

/** Most numbers in a row for which all triples of columns are tried. */
const mostFactors = 12

export interface TableRelations {
  numbers: TableNumber[]
  /** Of each group one holds, or none: what a total is the sum of. Those above come first. */
  groups: Relation[][]
}

/** The numbers of a table and what they must add up or multiply to. */
export function tableRelations(recognition: Recognition, table: Table): TableRelations {
  const rows = numbersOf(recognition, table)
  const numbers = rows.flat()
  const width = Math.max(0, ...rows.map((r) => r.length))
  if (numbers.length < 2 || width > mostColumns || rows.length > mostRows) return { numbers, groups: [] }
  const factors = width >= 3 && width <= mostFactors ? products(table, rows) : []
  const groups = [
    ...factors.map((r) => [r]),
    ...rowSums(table, rows),
    ...columnSums(table, rows),
    ...sourceSums(table, rows),
  ]
  return { numbers, groups: groups.filter((group) => group.length > 0) }
}
