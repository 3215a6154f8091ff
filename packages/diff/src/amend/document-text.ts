import type { Agreement, AppendedTable, Article, Initiative, Item, TableSection } from '@kyoyaku/core'
import { placeLabel } from './label.ts'

const itemLines = (item: Item, depth: number): string[] => [
  `${'　'.repeat(depth)}${item.title}　${item.text}`,
  ...(item.items ?? []).flatMap((i) => itemLines(i, depth + 1)),
]

export const itemsText = (items: readonly Item[]): string[] => items.flatMap((i) => itemLines(i, 1))

export const paragraphText = (p: Article['paragraphs'][number], label = p.title): string[] => [
  ...(p.caption === undefined ? [] : [`（${p.caption}）`]),
  label === undefined ? p.text : `${label}　${p.text}`,
  ...itemsText(p.items ?? []),
]

export function articleText(article: Article): string[] {
  const [first, ...rest] = article.paragraphs
  return [
    ...(article.caption === undefined ? [] : [`　（${article.caption}）`]),
    ...(first
      ? paragraphText(first, first.title === undefined ? article.title : `${article.title}　${first.title}`)
      : [article.title]),
    ...rest.flatMap((p) => paragraphText(p)),
  ]
}

/** An initiative written downwards, as 別表 of agreements have it. */
export const initiativeText = (i: Initiative, depth: number): string[] => {
  const margin = '　'.repeat(depth)
  return [
    `${margin}${i.number === undefined ? '' : `${i.number}　`}${i.title}`,
    ...(i.description === undefined ? [] : [`${margin}　取組内容　${i.description}`]),
    ...i.roles.map((r) => `${margin}　${r.party}の役割　${r.text}`),
  ]
}

/** Initiatives of no section stand where its name would. */
function sectionLines(s: TableSection, depth: number): string[] {
  const named = s.title !== '' || s.number !== undefined
  const below = named ? depth + 1 : depth
  return [
    ...(named ? [`${'　'.repeat(depth)}${s.number === undefined ? '' : `${s.number}　`}${s.title}`] : []),
    ...s.initiatives.flatMap((i) => initiativeText(i, below)),
    ...(s.sections ?? []).flatMap((sub) => sectionLines(sub, below)),
  ]
}

/** A bar inside a cell would end it. */
export const rowText = (cells: readonly string[]): string => cells.map((c) => c.replaceAll('|', '｜')).join('|')

export const tableText = (table: AppendedTable): string[] => [
  ...table.sections.flatMap((s) => sectionLines(s, 1)),
  ...(table.rows ?? []).map(rowText),
]

/** What stands behind the title of a table: （第３条関係）. */
export const relationText = (relatesTo: readonly string[]): string =>
  relatesTo.length === 0 ? '' : `（${relatesTo.map((n) => placeLabel(n, '条', 'full')).join('、')}関係）`

/** The heading of a table: 別表第２（第３条関係）. */
export const tableHead = (t: AppendedTable): string =>
  `${t.title}${relationText(t.relatesTo)}${t.caption === undefined ? '' : `　${t.caption}`}`

/** Who signed, with what stands over it: the day. */
function signatureLines({ concludedOn, signatories = [] }: Agreement): string[] {
  const signed = signatories.flatMap(({ symbol, address, organization, office, name }) => {
    const lines = [address, organization, [office, name].filter((part) => part !== undefined).join('　')]
    const printed = lines.filter((line) => line !== undefined && line !== '')
    return ['', ...printed.map((line, i) => `${i === 0 && symbol !== undefined ? `${symbol}　` : '　　'}${line}`)]
  })
  return [...(concludedOn === undefined ? [] : ['', `　${concludedOn.text}`]), ...signed]
}

const isHeading = ({ title }: Article): boolean => /^附\s*則/u.test(title)

/** 附則, one or several: each with its heading and what stands behind that, its articles with their numbers. */
const supplementaryText = (articles: readonly Article[]): string[] => [
  ...(articles[0] && !isHeading(articles[0]) ? ['', '　　　附　則'] : []),
  ...articles.flatMap((a) =>
    isHeading(a)
      ? [
          '',
          `　　　附　則${a.caption === undefined ? '' : `（${a.caption}）`}`,
          ...a.paragraphs.flatMap((p) => paragraphText(p)),
        ]
      : articleText(a),
  ),
]

/** A table of a document: cells as every program reads them, parted by tabs. */
const wholeTable = (table: AppendedTable): string[] => [
  ...table.sections.flatMap((s) => sectionLines(s, 1)),
  ...(table.rows ?? []).map((cells) => cells.map((c) => c.replaceAll('\t', ' ')).join('\t')),
]

/** A document as plain text, one provision a line. */
export function documentText(document: Agreement): string {
  const lines = [
    document.title,
    ...(document.preamble === undefined ? [] : ['', `　${document.preamble}`]),
    '',
    ...document.articles.flatMap(articleText),
    ...supplementaryText(document.supplementary ?? []),
    ...(document.closing === undefined ? [] : ['', `　${document.closing}`]),
    ...signatureLines(document),
    ...document.appendedTables.flatMap((t) => ['', tableHead(t), ...wholeTable(t)]),
  ]
  return `${lines.join('\n')}\n`
}
