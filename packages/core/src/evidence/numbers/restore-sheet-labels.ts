import type { Cell, Table } from '../../layout/block.ts'
import { labelOf } from '../../parse/vision/sheet/sheet-label.ts'
import { correct, type Evidence } from '../corrections.ts'
import { isLike } from './likeness.ts'
import { rewrite } from './rewrite.ts'
import { bareOf, type SumBand } from './sum-bands.ts'

/** A label is one of the form where so many other sheets have it. */
const fewestSheets = 2
/** Labels of two characters are like many words: they are known by the label above them as well. */
const shortLabel = 2

/** What stands left of the values of a sheet. */
const labelsOf = (table: Table): Cell[] =>
  table.rows.flatMap(([cell]) => (cell && !cell.covered && cell.text.value !== '' ? [cell] : []))

/** Specks beside a label in the middle of a sheet. */
const specks = /^[.,、。・'"`´_~:;|*°-]{1,2}|[.,、。・'"`´_~:;|*°-]{1,2}$/gu

/** SDGs with a letter lost or misread. */
const goals = /^(?:[^\p{sc=Han}]?DG[s5S]|S[^\p{sc=Han}]?G[s5S]|SD[^\p{sc=Han}]?[s5S]|SDG[^\p{sc=Han}]?)$/u

/** (KPI) behind the label of indicators, with its bracket or its I misread: without it no indicator of the sheet would be known. */
const remark = /指標(?=[^\p{L}]?KP?[^\p{sc=Han}]{0,3}$)/u

/** Mends the remark of a label; returns whether it did. */
function mendRemark(evidence: Evidence, cell: Cell): boolean {
  const bare = bareOf(cell)
  const at = bare.length <= longestRemarked ? bare.search(remark) : -1
  const whole = `${bare.slice(0, at + 2)}(KPI)`
  return (
    at >= 0 && whole !== bare && bare !== whole.replace(/[()]/gu, '') && rewrite(evidence, cell, whole, 'vocabulary')
  )
}
/** 重要業績評価指標(KPI) and a little more. */
const longestRemarked = 18

/** Mends labels beside the values of others, and takes specks off them: SDGs right of a name would else be a part of it. */
function mendSideLabels(evidence: Evidence, table: Table, form: ReadonlySet<string>): void {
  for (const row of table.rows)
    for (const cell of row.slice(1)) {
      const bare = cell.covered ? '' : bareOf(cell)
      const clean = bare.replace(specks, '')
      if (labelOf(bare)) continue
      if (goals.test(clean)) {
        rewrite(evidence, cell, 'SDGs', 'vocabulary')
        continue
      }
      if (clean === bare || !(form.has(clean) || labelOf(clean)?.kind === 'sdgs')) continue
      const from = cell.folded.indexOf(clean)
      if (from < 0) continue
      correct(evidence, cell.text, 0, from, '', 'form')
      correct(evidence, cell.text, from + clean.length, cell.folded.length, '', 'form')
    }
}

/**
 * Labels of sheets that were misread, as the other sheets of the document have them: without the one of its name a sheet is none,
 * and all of its sums would be lost with it.
 */
export function restoreSheetLabels(evidence: Evidence, bands: readonly SumBand[]): void {
  const tables = [...new Set(bands.flatMap(({ kind, table }) => (kind === 'years' ? [table] : [])))]
  const sheets = tables.map(labelsOf)
  const counts = new Map<string, number>()
  const above = new Map<string, Set<string>>()
  for (const cells of sheets) {
    const labels = cells.map(bareOf)
    labels.forEach((bare, i) => {
      if (labels.indexOf(bare) < i || bare.length < shortLabel || !labelOf(bare)) return
      counts.set(bare, (counts.get(bare) ?? 0) + 1)
      above.set(bare, (above.get(bare) ?? new Set()).add(labels[i - 1] ?? ''))
    })
  }
  const form = [...counts].flatMap(([bare, count]) => (count >= fewestSheets ? [bare] : []))
  for (const table of tables) mendSideLabels(evidence, table, new Set(form))
  for (const cells of sheets) {
    const own = new Set(cells.map(bareOf))
    const missing = form.filter((label) => !own.has(label))
    for (const [i, cell] of cells.entries()) {
      const bare = bareOf(cell)
      if (mendRemark(evidence, cell) || labelOf(bare)) continue
      const before = cells[i - 1] ? bareOf(cells[i - 1] as Cell) : ''
      const fits = (label: string): boolean =>
        label.length > shortLabel
          ? isLike(bare, label)
          : bare.length === shortLabel &&
            above.get(label)?.has(before) === true &&
            [...bare].some((c, k) => c === label[k])
      const like = missing.filter(fits)
      if (like.length === 1) rewrite(evidence, cell, like[0] as string, 'document')
    }
  }
}
