import type { Agreement, AmendmentTarget, AppendedTable, Initiative, TableSection } from '@kyoyaku/core'
import { align } from '../align/align.ts'
import { inOrder } from '../align/in-order.ts'
import { movedPairs } from '../align/moved.ts'
import { titledWeights } from '../align/score.ts'
import { initiativeKey, sectionsKey } from './bare.ts'
import { relationText } from './document-text.ts'
import { Unsayable } from './generate.ts'
import { tableOf } from './locate.ts'
import { type Draft, type Operation, step } from './step.ts'
import { reword } from './wording.ts'

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

function must(draft: Draft, operation: Operation, group: string): void {
  if (!step(draft, operation, group)) throw new Unsayable(operation.kind)
}

/** A row that changed: by its words where its name stays, else anew. */
function reviseRow(draft: Draft, table: string, old: Initiative, other: Initiative, group: string): void {
  if (isSame(initiativeKey(old), initiativeKey(other))) return
  const target: AmendmentTarget = { appendedTable: table, row: old.title }
  const shape = (i: Initiative): unknown => [
    i.number ?? '',
    i.title,
    i.description === undefined,
    i.roles.map((r) => r.party),
  ]
  const before = structuredClone(old)
  const steps = draft.steps.length
  const saved = structuredClone(draft.document.appendedTables)
  const texts = (i: Initiative): string[] => [i.description ?? '', ...i.roles.map((r) => r.text)]
  const worded =
    isSame(shape(before), shape(other)) &&
    texts(before).every(
      (text, n) => text === texts(other)[n] || reword(draft, target, text, texts(other)[n] as string, group),
    )
  if (worded) return
  draft.steps.length = steps
  draft.document.appendedTables = saved
  must(draft, { kind: 'rewrite', target, content: { initiatives: [structuredClone(other)] } }, group)
}

function reviseSection(draft: Draft, table: string, old: TableSection, other: TableSection, group: string): void {
  const unit = (i: Initiative) => ({
    number: i.number ?? '',
    caption: i.title,
    body: [i.description ?? '', ...i.roles.map((r) => r.text)].join('\n'),
  })
  const olds = structuredClone(old.initiatives)
  const pairs = align(olds.map(unit), other.initiatives.map(unit), titledWeights)
  const moved = movedPairs(pairs, () => 1)
  const rows = inOrder(
    pairs.filter((p) => !moved.has(p)),
    olds.length,
    other.initiatives.length,
  )
  const rowTarget = (i: Initiative): AmendmentTarget => ({ appendedTable: table, row: i.title })
  for (const row of rows) {
    if (row.new === undefined) must(draft, { kind: 'delete', target: rowTarget(olds[row.old] as Initiative) }, group)
  }
  let last: Initiative | undefined
  const waiting: Initiative[] = []
  for (const row of rows) {
    if (row.new === undefined) continue
    const initiative = other.initiatives[row.new] as Initiative
    if (row.old !== undefined) {
      const before = olds[row.old] as Initiative
      if (waiting.length > 0) {
        const content = { initiatives: structuredClone(waiting.splice(0)) }
        must(draft, { kind: 'insert', target: rowTarget(before), position: 'before', content }, group)
      }
      reviseRow(draft, table, before, initiative, group)
    } else if (last) {
      const content = { initiatives: [structuredClone(initiative)] }
      must(draft, { kind: 'insert', target: rowTarget(last), position: 'after', content }, group)
    } else {
      waiting.push(initiative)
      continue
    }
    last = initiative
  }
  if (waiting.length > 0) throw new Unsayable('a section without rows')
}

const skeleton = (sections: readonly TableSection[]): unknown =>
  sections.map((s) => [s.number ?? '', s.title, skeleton(s.sections ?? [])])

function reviseSections(
  draft: Draft,
  table: string,
  olds: readonly TableSection[],
  news: readonly TableSection[],
): void {
  olds.forEach((old, n) => {
    const other = news[n] as TableSection
    reviseSection(draft, table, old, other, `table ${table}`)
    reviseSections(draft, table, old.sections ?? [], other.sections ?? [])
  })
}

function reviseRows(draft: Draft, table: string, olds: readonly string[][], news: readonly string[][]): void {
  const group = `table ${table}`
  const key = (cells: readonly string[]): string => JSON.stringify(cells)
  const named = new Map(news.map((cells) => [cells[0] ?? '', cells]))
  if (named.size !== news.length) throw new Unsayable('rows of one name')
  for (const cells of olds)
    if (!named.has(cells[0] ?? ''))
      must(draft, { kind: 'delete', target: { appendedTable: table, row: cells[0] ?? '' } }, group)
  const before = new Map(olds.map((cells) => [cells[0] ?? '', cells]))
  let last: string | undefined
  for (const cells of news) {
    const name = cells[0] ?? ''
    const old = before.get(name)
    if (old && key(old) !== key(cells))
      must(
        draft,
        { kind: 'rewrite', target: { appendedTable: table, row: name }, content: { rows: [[...cells]] } },
        group,
      )
    if (!old) {
      if (last === undefined) throw new Unsayable('a new first row')
      must(
        draft,
        {
          kind: 'insert',
          target: { appendedTable: table, row: last },
          position: 'after',
          content: { rows: [[...cells]] },
        },
        group,
      )
    }
    last = name
  }
}

const tableKey = (t: AppendedTable): unknown => [sectionsKey(t.sections), t.rows ?? []]

/** Steps that turn one 別表 into another, row by row; false where it must be written anew. */
function reviseTable(draft: Draft, old: AppendedTable, other: AppendedTable): boolean {
  try {
    if (!isSame(skeleton(old.sections), skeleton(other.sections))) return false
    reviseSections(draft, other.title, old.sections, other.sections)
    if (!isSame(old.rows ?? [], other.rows ?? [])) reviseRows(draft, other.title, old.rows ?? [], other.rows ?? [])
    const now = tableOf(draft.document, other.title)
    return now !== undefined && isSame(tableKey(now), tableKey(other))
  } catch (error) {
    if (error instanceof Unsayable) return false
    throw error
  }
}

/** What a table is known by, its number apart: names of its sections and rows. */
const namesIn = ({ sections, rows = [] }: AppendedTable): string[] => [
  ...rows.map((cells) => cells[0] ?? ''),
  ...sections.flatMap((s) => [s.title, ...s.initiatives.map((i) => i.title), ...namesIn({ ...noTable, ...s })]),
]
const noTable: AppendedTable = { title: '', relatesTo: [], sections: [] }

/** A table that holds this share of the names of both is the same one. */
const sameTable = 0.5

function isRenamed(old: AppendedTable, other: AppendedTable): boolean {
  const [a, b] = [new Set(namesIn(old)), new Set(namesIn(other))]
  return a.intersection(b).size >= sameTable * Math.max(1, a.union(b).size)
}

/** Numbers that tables are given or change: 別表を別表第１とする, when another one comes. */
function renumberTables(draft: Draft, other: Agreement): void {
  const kept = (title: string, among: readonly AppendedTable[]): boolean => among.some((t) => t.title === title)
  for (const old of structuredClone(draft.document.appendedTables)) {
    if (kept(old.title, other.appendedTables)) continue
    const now = other.appendedTables.find((t) => !kept(t.title, draft.document.appendedTables) && isRenamed(old, t))
    const group = `table ${now?.title ?? old.title}`
    if (now) {
      const [target, destination] = [{ appendedTable: old.title }, { appendedTable: now.title }]
      must(draft, { kind: 'renumber', target, destination }, group)
    } else must(draft, { kind: 'delete', target: { appendedTable: old.title } }, group)
  }
}

/** A table that comes: after the one before it, before the first, or after everything where there is none. */
function addTable(draft: Draft, table: AppendedTable, before: AppendedTable | undefined): void {
  const content = { appendedTables: [structuredClone(table)] }
  const first = draft.document.appendedTables[0]
  const group = `table ${table.title}`
  if (before) {
    const target = { appendedTable: before.title }
    must(draft, { kind: 'insert', target, position: 'after', content }, group)
  } else if (first) {
    const target = { appendedTable: first.title }
    must(draft, { kind: 'insert', target, position: 'before', content }, group)
  } else must(draft, { kind: 'insert', target: {}, position: 'end', content }, group)
}

/** Steps that turn the 別表 of the draft into those of the new version. */
export function reviseTables(draft: Draft, other: Agreement, { coarse }: { coarse: boolean }): void {
  renumberTables(draft, other)
  for (const [n, table] of other.appendedTables.entries()) {
    const old = tableOf(draft.document, table.title)
    if (!old) {
      addTable(draft, table, other.appendedTables[n - 1])
      continue
    }
    if (!isSame(old.relatesTo, table.relatesTo)) {
      const [from, to] = [relationText(old.relatesTo), relationText(table.relatesTo)]
      if (from === '' || to === '') throw new Unsayable('a 別表 that comes to relate to articles')
      must(draft, { kind: 'replace', target: { appendedTable: table.title }, from, to }, `table ${table.title}`)
    }
    if (isSame(tableKey(old), tableKey(table))) continue
    const before = structuredClone(old)
    const steps = draft.steps.length
    const saved = structuredClone(draft.document.appendedTables)
    if (!coarse && reviseTable(draft, before, table)) continue
    draft.steps.length = steps
    draft.document.appendedTables = saved
    const content =
      table.sections.length > 0
        ? { sections: structuredClone(table.sections) }
        : { rows: structuredClone(table.rows ?? []) }
    must(draft, { kind: 'rewrite', target: { appendedTable: table.title }, content }, `table ${table.title}`)
  }
}
