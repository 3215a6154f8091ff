import { type Comparison, isToldByArticles, isToldByPreamble } from '@kyoyaku/diff'
import type { Cell, Line, Row, Table } from '../paper/paper.ts'
import { documentOf, isChange } from '../revision.ts'
import { articlesRows } from './articles.ts'
import { type Contrast, type ContrastRow, headingRow } from './contrast-row.ts'
import { initiativesRows } from './initiatives.ts'
import { projectsRows } from './projects.ts'
import { regionIndicatorsRows } from './region-indicators.ts'
import { tablesRows } from './tables.ts'
import { isLeading, textRows } from './texts.ts'

/** The rows of one pair of documents, in the order of the document. */
function documentRows(contrast: Contrast, pair: number): ContrastRow[] {
  const { comparison } = contrast.revision
  const versions = {
    old: documentOf(contrast.revision, pair, 'old'),
    new: documentOf(contrast.revision, pair, 'new'),
  }
  const of = <T extends { document: number }>(changes: readonly T[]): T[] => changes.filter((c) => c.document === pair)
  const texts = of(comparison.texts).filter((change) => !isToldByPreamble(change, comparison.texts))
  const articles = of(comparison.articles)
  const supplementary = articlesRows(
    contrast,
    articles.filter((a) => a.part === 'supplementary'),
  )
  return [
    ...textRows(contrast, texts.filter(isLeading)),
    ...articlesRows(
      contrast,
      articles.filter((a) => a.part === 'main'),
    ),
    ...textRows(
      contrast,
      texts.filter((t) => !isLeading(t)),
    ),
    ...(supplementary.length > 0 ? [headingRow('附則'), ...supplementary] : []),
    ...tablesRows(contrast, of(comparison.appendedTables)),
    ...initiativesRows(
      contrast,
      of(comparison.initiatives).filter((change) => !isToldByArticles(versions, change)),
    ),
    ...regionIndicatorsRows(contrast, of(comparison.indicators)),
    ...projectsRows(contrast, of(comparison.projects)),
  ]
}

const nameOf = ({ old, new: other }: Comparison['documents'][number]): string => other ?? old ?? ''

/** Rows of all documents; a document has a heading of its own where there are several. */
export function contrastRows(contrast: Contrast): ContrastRow[] {
  const { documents } = contrast.revision.comparison
  return documents.flatMap((document, pair) => {
    const rows = documentRows(contrast, pair)
    const alone = document.status === 'added' || document.status === 'deleted'
    const { added, deleted } = contrast.profile.words
    const label = alone ? `${nameOf(document)}　${document.status === 'added' ? added : deleted}` : nameOf(document)
    return (documents.length > 1 || alone) && (rows.length > 0 || isChange(document))
      ? [headingRow(label), ...rows]
      : rows
  })
}

const textLine = (text: string): Line => ({ indent: 0, runs: [{ text }] })

/** A 新旧対照表 in the columns of a profile; notes span the rows of their unit. */
export function contrastTable(
  contrast: Contrast,
  rows: readonly ContrastRow[],
  caption: string,
  draft: boolean,
): Table {
  const { columns, lastRowBlank } = contrast.profile
  const spanFrom = (i: number): number => {
    let n = 1
    while (rows[i + n] && !rows[i + n]?.start) n++
    return n
  }
  const cells = (r: ContrastRow, i: number): Cell[] => {
    if (r.heading) return [{ lines: [r.heading], columns: columns.length, heading: true }]
    return columns.flatMap(({ of }): Cell[] => {
      if (of !== 'notes') return [{ lines: r[of] }]
      if (!r.start) return []
      const rowsSpanned = spanFrom(i)
      return [{ lines: (r.notes ?? []).map(textLine), ...(rowsSpanned > 1 ? { rows: rowsSpanned } : {}) }]
    })
  }
  const body = rows.map((r, i): Row => ({ cells: cells(r, i), start: r.start || i === 0 }))
  if (lastRowBlank) body.push({ cells: columns.map(() => ({ lines: [textLine('')] })), start: true })
  return {
    kind: 'table',
    contrast: true,
    caption,
    columns: columns.map((c) => ({ heading: draft ? c.draft : c.decided, share: c.share })),
    rows: body,
  }
}
