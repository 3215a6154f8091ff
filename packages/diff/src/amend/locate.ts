import type {
  Agreement,
  AmendmentTarget,
  AppendedTable,
  Article,
  Initiative,
  Item,
  Paragraph,
  TableSection,
} from '@kyoyaku/core'
import { sameLabel } from './label.ts'

/** A provision in the list that it stands in. */
export type Located =
  | { level: 'article'; list: Article[]; index: number }
  | { level: 'paragraph'; list: Paragraph[]; index: number; article: Article }
  | { level: 'item'; list: Item[]; index: number; owner: Paragraph | Item }

const articleOf = (document: Agreement, target: AmendmentTarget): { list: Article[]; index: number } => {
  const list = target.supplementary ? (document.supplementary ?? []) : document.articles
  const number = target.article ?? (target.supplementary ? '附則' : undefined)
  return { list, index: list.findIndex((a) => a.number === number) }
}

const above = (target: AmendmentTarget, last: AmendmentTarget): AmendmentTarget => ({ ...target, ...last })

/** The provision that a target names; undefined where the document has none such. */
export function locate(document: Agreement, target: AmendmentTarget): Located | undefined {
  const { list, index } = articleOf(document, target)
  const article = list[index]
  if (!article) return undefined
  if (target.paragraph === undefined && target.item === undefined) return { level: 'article', list, index }
  const p = article.paragraphs.findIndex((x) => x.number === (target.paragraph ?? 1))
  const paragraph = article.paragraphs[p]
  if (!paragraph) return undefined
  if (target.item === undefined) return { level: 'paragraph', list: article.paragraphs, index: p, article }
  let owner: Paragraph | Item = paragraph
  let items: Item[] = paragraph.items ?? []
  let at = items.findIndex((i) => i.number === target.item)
  for (const label of target.subitems ?? []) {
    const found = items[at]
    if (!found) return undefined
    owner = found
    items = found.items ?? []
    at = items.findIndex((i) => sameLabel(i.title, label))
  }
  return at < 0 ? undefined : { level: 'item', list: items, index: at, owner }
}

/** Indices [first, last] of a range of provisions of one list. */
export function locateRange(
  document: Agreement,
  target: AmendmentTarget,
  through: AmendmentTarget | undefined,
): (Located & { last: number }) | undefined {
  const first = locate(document, target)
  if (!first) return undefined
  if (!through) return { ...first, last: first.index }
  const last = locate(document, above(target, through))
  if (!last || last.level !== first.level || last.list !== first.list || last.index < first.index) return undefined
  return { ...first, last: last.index }
}

export const tableOf = (document: Agreement, name: string): AppendedTable | undefined =>
  document.appendedTables.find((t) => sameLabel(t.title, name))

/** A row of a table: an initiative in its section, or the index of a plain row. */
export type LocatedRow = { list: Initiative[]; index: number } | { rows: string[][]; index: number }

const rowsNamed = (sections: readonly TableSection[], name: string): { list: Initiative[]; index: number }[] =>
  sections.flatMap((s) => [
    ...s.initiatives.flatMap((i, index) =>
      sameLabel(i.title, name) ||
      sameLabel(`${i.number ?? ''}${i.title}`, name) ||
      (i.number !== undefined && sameLabel(i.number, name))
        ? [{ list: s.initiatives, index }]
        : [],
    ),
    ...rowsNamed(s.sections ?? [], name),
  ])

/** The row that a name names; undefined where there is none, or more than one. */
export function rowOf(table: AppendedTable, name: string): LocatedRow | undefined {
  const plain = (table.rows ?? []).flatMap((cells, index) => (sameLabel(cells[0] ?? '', name) ? [index] : []))
  if (table.rows && plain.length === 1) return { rows: table.rows, index: plain[0] as number }
  const found = rowsNamed(table.sections, name)
  return found.length === 1 ? found[0] : undefined
}
