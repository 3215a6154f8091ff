import type { Agreement, ParseResult } from '@kyoyaku/core'
import type { Comparison } from '../schema/comparison.ts'
import type { TemplateMatrix } from '../schema/matrix.ts'
import { comparisonVersion } from '../schema/version.ts'
import { newTextOf } from '../text/edits.ts'
import { type CompareOptions, compare } from './compare.ts'

type Row = TemplateMatrix['rows'][number]
type Cell = Row['cells'][number]

const agreementOf = (result: ParseResult): Agreement | undefined =>
  result.documents.find((d): d is Agreement => d.type === 'agreement' || d.type === 'regulation')

/** Every agreement of the files as a file of its own; one file can hold those with several partners. */
const agreementsIn = (results: readonly ParseResult[]): ParseResult[] =>
  results.flatMap((result) =>
    result.documents
      .filter((d) => d.type === 'agreement' || d.type === 'regulation')
      .map((d) => ({ ...result, documents: [d], diagnostics: [] })),
  )

/** Findings of one comparison as rows: what the template has by its key, and what it has not. */
function rowsOf(comparison: Comparison): { kind: Row['kind']; key?: string; title: string; cell: Cell }[] {
  const articles = comparison.articles
    .filter((a) => a.part === 'main')
    .map((a) => ({
      kind: 'article' as const,
      ...(a.old === undefined ? {} : { key: a.old }),
      title: `${a.newTitle ?? a.oldTitle ?? ''}${a.old === undefined && a.caption ? `（${newTextOf(a.caption)}）` : ''}`,
      cell: { status: a.status, ...(a.new === undefined ? {} : { number: a.new }) },
    }))
  const initiatives = comparison.initiatives.map((i) => ({
    kind: 'initiative' as const,
    ...(i.old === undefined ? {} : { key: i.old }),
    title: i.new ?? i.old ?? '',
    cell: { status: i.status, ...(i.newNumber === undefined ? {} : { number: i.newNumber }) },
  }))
  return [...articles, ...initiatives]
}

/**
 * Agreements of one template, each against the first, modulo their parties. A row for every article and initiative of the first,
 * then for those that only others have.
 */
export function compareTemplates(results: readonly ParseResult[], options: CompareOptions = {}): TemplateMatrix {
  const files = agreementsIn(results)
  const [first, ...others] = files
  const documents = files.map((result) => {
    const agreement = agreementOf(result)
    const parties = (agreement?.parties ?? []).map(({ symbol, name }) => ({ symbol, name }))
    return { source: result.source.name, title: agreement?.title ?? '', parties }
  })
  if (!first) return { schemaVersion: comparisonVersion, documents, rows: [], comparisons: [] }
  const comparisons = others.map((other) => compare(first, other, { ...options, moduloParties: true }))
  const template = compare(first, first, { ...options, moduloParties: true })
  const absent = (): Cell[] => files.map(() => ({ status: 'absent' as const }))
  const rows: Row[] = rowsOf(template).map(({ kind, key, title, cell }) => {
    const caption = kind === 'article' ? agreementOf(first)?.articles.find((a) => a.number === key)?.caption : undefined
    const cells = absent()
    cells[0] = cell
    return { kind, key: key ?? title, title: caption === undefined ? title : `${title}（${caption}）`, cells }
  })
  comparisons.forEach((comparison, n) => {
    for (const { kind, key, title, cell } of rowsOf(comparison)) {
      let row = rows.find((r) => r.kind === kind && r.key === (key ?? title) && r.cells[n + 1]?.status === 'absent')
      if (!row) {
        row = { kind, key: key ?? title, title, cells: absent() }
        rows.push(row)
      }
      row.cells[n + 1] = cell
    }
  })
  return { schemaVersion: comparisonVersion, documents, rows, comparisons }
}
