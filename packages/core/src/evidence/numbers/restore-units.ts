import type { Cell } from '../../layout/block.ts'
import { isUnclearUnit, moneyUnits } from '../../parse/vision/budget/unit.ts'
import { labelOf } from '../../parse/vision/sheet/sheet-label.ts'
import { fold } from '../../text/fold.ts'
import { correct, type Evidence, leastUnsettled } from '../corrections.ts'
import { digitLike } from './digit-shapes.ts'
import { isLike } from './likeness.ts'
import { rewrite } from './rewrite.ts'
import { bareOf, type SumBand } from './sum-bands.ts'

const unitNames = moneyUnits.map(([name]) => name)

const isSumLabel = (bare: string): boolean => ['budget', 'schedule'].includes(labelOf(bare)?.kind ?? '')

/** What the characters of units are read as. */
const unitLetters: Readonly<Record<string, string>> = {
  千: '干手于午平半牛十守年重壬垂',
  万: '方刀力',
  百: '白自目首',
  億: '憶意',
  円: '内門月用田同国冂巴円',
}

/** Units that hardly any form has: nothing else is taken for a misreading of them. */
const seldom = new Set(['千万円', '十万円'])

/** The only unit that a text can be a misreading of. */
export function unitLike(seen: string): string | undefined {
  const own = [...seen]
  const like = unitNames.filter(
    (name) =>
      name.length === own.length &&
      (name === seen || !seldom.has(name)) &&
      [...name].every((c, i) => c === own[i] || unitLetters[c]?.includes(own[i] as string)),
  )
  return like.length === 1 ? like[0] : undefined
}

/** A label with its unit, whose brackets, points or letters may be misread. */
const unitAtEnd = /^(.{2,20}?)[^\p{L}\p{N})]?(?:単位|単|位)[^\p{L}\p{N}]?(.{1,3}?)[^\p{L}\p{N}]?$/u

/** A label of sums as this one must have been printed; undefined where it is one, or says nothing. */
function wholeLabel(bare: string): string | undefined {
  const [, name = '', seen = ''] = unitAtEnd.exec(bare) ?? []
  const of = unitLike(seen)
  return of !== undefined && isSumLabel(name) ? `${name}(単位:${of})` : undefined
}

/** Whether a label of sums says all that it can. */
const isWhole = (bare: string): boolean => isSumLabel(bare) && !isUnclearUnit(bare)

/** What most say; undefined where as many say something else. */
function usual(labels: readonly string[]): string | undefined {
  const counts = [...Map.groupBy(labels, (label) => label)].sort((a, b) => b[1].length - a[1].length)
  const [first, second] = counts
  return first && (!second || first[1].length > second[1].length) ? first[0] : undefined
}

/** Labels left of years by what other tables have there, or by their own words: the unit of all sums is in them. */
export function restoreLabels(evidence: Evidence, bands: readonly SumBand[]): void {
  const labelled = bands.flatMap(({ kind, label }) =>
    kind === 'years' && label ? [{ cell: label.cell, bare: bareOf(label.cell) }] : [],
  )
  const right = labelled.map(({ bare }) => bare).filter(isWhole)
  for (const { cell, bare } of labelled) {
    if (bare === '' || (isWhole(bare) && !isUnitLost(bare, right))) continue
    const way = usual(right.filter((other) => other !== bare))
    if (way !== undefined && isLike(bare, way)) rewrite(evidence, cell, way, 'document')
    else {
      const own = wholeLabel(bare)
      if (own !== undefined) rewrite(evidence, cell, own, 'vocabulary')
    }
  }
}

/** Whether a label lacks the unit that all others of the document have. */
const isUnitLost = (bare: string, labels: readonly string[]): boolean =>
  labelOf(bare)?.unit === undefined &&
  labels.length > 1 &&
  labels.every((other) => other === bare || labelOf(other)?.unit !== undefined) &&
  labels.filter((other) => other === bare).length === 1

const withUnit = new RegExp(`^[△▲-]?[0-9][0-9,.、，．]*(${unitNames.join('|')})$`, 'u')
const numberAndRest = /^(\(?[△▲-]?[0-9][0-9,.、，．]*)([^0-9]*)$/u
/** What a unit was read as is hardly longer than it. */
const longer = 1
/** Cells of a row, or of the document, that must have the unit, and how many of them there are to each that has another. */
const fewestInRow = 2
const fewestInDocument = 4
const toEachOther = 3

/** The unit that as good as all have. */
function unitOfMost(units: readonly string[], fewest: number): string | undefined {
  const [best] = [...Map.groupBy(units, (unit) => unit)].sort((a, b) => b[1].length - a[1].length)
  if (!best || best[1].length < fewest) return undefined
  return (units.length - best[1].length) * toEachOther <= best[1].length ? best[0] : undefined
}

/** Sums in rows under headings. */
const sumCells = ({ table, row, end, heads }: SumBand): Cell[][] =>
  table.rows.slice(row + 1, end).map((cells) =>
    heads.flatMap(({ column }) => {
      const cell = cells[column]
      return cell && !cell.covered && cell.text.value !== '' ? [cell] : []
    }),
  )

const unitsOf = (cells: readonly Cell[]): string[] => cells.flatMap((cell) => withUnit.exec(bareOf(cell))?.[1] ?? [])

/** Whether a unit is another one, and not what is left of the one that is meant: 円 of 千円. */
const isOtherUnit = (seen: string, meant: string): boolean => unitNames.includes(seen) && !meant.endsWith(seen)

/** What a dash is read as where it is all that a cell has. */
const lostDash = /^[=~_≡二]{1,2}$|^[一=~_-]{2}$/u

/** Dashes in place of sums, which engines take for signs that are nowhere alone. */
export function restoreDashes(evidence: Evidence, bands: readonly SumBand[]): void {
  for (const { text, folded } of bands.flatMap(sumCells).flat())
    if (lostDash.test(folded.trim())) correct(evidence, text, 0, text.value.length, '－', 'form')
}

/** What an engine sees behind a unit and is less sure of than this is dirt, or a rule. */
const sureTail = 0.9

/** Takes one character off that was read behind the unit that all sums have. */
function removeTail(evidence: Evidence, { text }: Cell, unit: string): void {
  const folded = fold(text.value).trimEnd()
  const end = folded.length
  if (end < 2 || !withUnit.test(folded.slice(0, -1).replace(/\s/gu, '')) || folded.at(-2) !== unit.at(-1)) return
  if (leastUnsettled(evidence, text, end - 1, end) < sureTail) correct(evidence, text, end - 1, end, '', 'form')
}

/** Units after numbers that were misread or lost, where all other sums of the row or of the document have the same one. */
export function restoreUnits(evidence: Evidence, bands: readonly SumBand[], splits: readonly Cell[][]): void {
  const all = [...bands.flatMap(sumCells), ...splits]
  const found = all.flatMap(unitsOf)
  const common = unitOfMost(found, fewestInDocument)
  for (const cells of all) {
    const meant = unitOfMost(unitsOf(cells), fewestInRow) ?? common
    if (meant === undefined) continue
    for (const cell of cells) {
      const bare = bareOf(cell)
      removeTail(evidence, cell, meant)
      const [, number, rest = ''] = numberAndRest.exec(bare) ?? []
      if (number === undefined || rest === meant || isOtherUnit(rest, meant)) continue
      if (rest.length > meant.length + longer || [...rest].some((c) => digitLike(c) !== undefined)) continue
      const folded = fold(cell.text.value)
      const end = folded.trimEnd().length
      // What is lost is put after the last digit.
      const start = rest === '' ? end - 1 : folded.lastIndexOf(rest[0] as string)
      if (start < 0) continue
      correct(evidence, cell.text, start, end, rest === '' ? `${folded[start] as string}${meant}` : meant, 'form')
    }
  }
}
