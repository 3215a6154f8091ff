import type { Agreement, Article, Item, Paragraph } from '@kyoyaku/core'

const places = new Set(['at', 'where'])

/** A copy without the places where its values were read: they mean nothing in an amended text. */
export const bare = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value, (key, v) => (places.has(key) ? undefined : v))) as T

const itemKey = (item: Item): unknown => [item.number, item.title, item.text, (item.items ?? []).map(itemKey)]
const paragraphKey = (p: Paragraph): unknown => [
  p.number,
  p.title ?? '',
  p.caption ?? '',
  p.text,
  (p.items ?? []).map(itemKey),
]
export const articleKey = (a: Article): unknown => [a.number, a.title, a.caption ?? '', a.paragraphs.map(paragraphKey)]

/** Headings of divisions (第一章　総則) stand among a document's sections. */
const division = /^第(?:[0-9０-９]{1,3}|[一二三四五六七八九十百]{1,6})[編章節款目]/u
const divisionsOf = (document: Agreement): string[] =>
  (document.sections ?? []).map((s) => s.title ?? s.text).filter((t) => division.test(t))

/** The parts of a document that an amendment can change, each in a form that is equal where the part is. */
export function amendedParts(document: Agreement): Map<string, string> {
  const d = bare(document)
  const tables = d.appendedTables.map((t) => [
    t.title,
    t.relatesTo,
    t.caption ?? '',
    sectionsKey(t.sections),
    t.rows ?? [],
  ])
  return new Map(
    Object.entries({
      title: d.title,
      preamble: d.preamble ?? '',
      articles: d.articles.map(articleKey),
      appendedTables: tables,
      divisions: divisionsOf(d),
    }).map(([name, value]) => [name, JSON.stringify(value)]),
  )
}

type Section = Agreement['appendedTables'][number]['sections'][number]
type Initiative = Section['initiatives'][number]

export const initiativeKey = (i: Initiative): unknown => [
  i.number ?? '',
  i.title,
  i.description ?? '',
  i.roles.map((r) => [r.party, r.text]),
]
export const sectionsKey = (sections: readonly Section[]): unknown =>
  sections.map((s) => [s.number ?? '', s.title, s.initiatives.map(initiativeKey), sectionsKey(s.sections ?? [])])
