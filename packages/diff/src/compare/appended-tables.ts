import type { AppendedTable } from '@kyoyaku/core'
import { align } from '../align/align.ts'
import { inOrder } from '../align/in-order.ts'
import { movedPairs } from '../align/moved.ts'
import { titledWeights, type Weights } from '../align/score.ts'
import type { Unit } from '../align/unit.ts'
import { tableHead } from '../amend/document-text.ts'
import type { TableChange } from '../schema/change.ts'
import type { Edit } from '../schema/edit.ts'
import { comparable, editsOf, wholeEdit } from '../text/edits.ts'
import { aloneStatus, type Environment } from './environment.ts'

/** A row is what its first cell names it, whatever its sums are. */
const rowWeights: Weights = { caption: 0.65, body: 0.3, number: 0.05, threshold: 0.42, bareThreshold: 0.36 }

/** The first cell names a row; the second one where the first counts rows. */
const unitOf = (env: Environment, side: 'old' | 'new', cells: readonly string[]): Unit => {
  const text = (t: string): string => comparable(env.text, env.symbolic[side](t))
  const [first = '', second = ''] = cells
  const counts = second !== '' && /^[(（]?[0-9０-９]{1,3}[)）]?$/u.test(first)
  return { number: counts ? first : '', caption: text(counts ? second : first), body: text(cells.slice(1).join('\n')) }
}

function compareRows(
  env: Environment,
  olds: readonly (readonly string[])[],
  news: readonly (readonly string[])[],
  where: string,
): NonNullable<TableChange['rows']> {
  const pairs = align(
    olds.map((r) => unitOf(env, 'old', r)),
    news.map((r) => unitOf(env, 'new', r)),
    rowWeights,
  )
  const moved = new Set([...movedPairs(pairs, () => 1)].map((p) => p.new))
  return inOrder(pairs, olds.length, news.length).map((row) => {
    const old = row.old === undefined ? undefined : (olds[row.old] as readonly string[])
    const other = row.new === undefined ? undefined : (news[row.new] as readonly string[])
    const cells = Array.from({ length: Math.max(old?.length ?? 0, other?.length ?? 0) }, (_, c): Edit[] => {
      const a = { text: env.symbolic.old(old?.[c] ?? '') }
      const b = { text: env.symbolic.new(other?.[c] ?? '') }
      if (!other) return wholeEdit('delete', a)
      if (!old) return wholeEdit('insert', b)
      return editsOf(env.text, a, b, where) ?? (b.text === '' ? [] : [{ op: 'equal', text: b.text }])
    })
    const isMoved = row.new !== undefined && moved.has(row.new)
    const changed = isMoved || cells.some((edits) => edits.some((e) => e.op !== 'equal'))
    return {
      ...(row.old === undefined ? {} : { oldIndex: row.old }),
      ...(row.new === undefined ? {} : { newIndex: row.new }),
      status: !other ? aloneStatus(env, 'old') : !old ? aloneStatus(env, 'new') : changed ? 'changed' : 'unchanged',
      moved: isMoved,
      cells,
    }
  })
}

/** The 別表 of two versions: those that hold initiatives by name alone (their initiatives are compared apart), others row by row. */
export function compareTables(
  env: Environment,
  olds: readonly AppendedTable[],
  news: readonly AppendedTable[],
  document: number,
): TableChange[] {
  const unit = (t: AppendedTable): Unit => ({
    number: comparable(env.text, t.title),
    caption: comparable(env.text, t.title),
    body: comparable(env.text, [...t.sections.map((s) => s.title), ...(t.rows ?? []).flat()].join('\n')),
  })
  const pairs = align(olds.map(unit), news.map(unit), titledWeights)
  return inOrder(pairs, olds.length, news.length).map((row): TableChange => {
    const old = row.old === undefined ? undefined : olds[row.old]
    const other = row.new === undefined ? undefined : news[row.new]
    const rows =
      old?.rows || other?.rows ? compareRows(env, old?.rows ?? [], other?.rows ?? [], other?.title ?? '') : []
    const headed = (side: 'old' | 'new', table: AppendedTable) => ({ text: env.symbolic[side](tableHead(table)) })
    const heading = old && other && editsOf(env.text, headed('old', old), headed('new', other), other.title)
    const changed = heading !== undefined || rows.some((r) => r.status !== 'unchanged')
    return {
      document,
      ...(old ? { old: old.title } : {}),
      ...(other ? { new: other.title } : {}),
      status: !other ? aloneStatus(env, 'old') : !old ? aloneStatus(env, 'new') : changed ? 'changed' : 'unchanged',
      ...(heading ? { heading } : {}),
      ...(rows.some((r) => r.status !== 'unchanged') ? { rows } : {}),
    }
  })
}
