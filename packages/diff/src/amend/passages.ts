import {
  type Agreement,
  type AmendmentTarget,
  type AppendedTable,
  type Article,
  fold,
  type Initiative,
  type Item,
  numeralOf,
  type Paragraph,
  type TableSection,
} from '@kyoyaku/core'
import { relationText } from './document-text.ts'
import { locateRange, rowOf, tableOf } from './locate.ts'

/** A text that words can be replaced in. */
export interface Passage {
  get: () => string
  set: (text: string) => void
}

type Keyed<K extends string> = { [key in K]?: string | undefined }

const member = <K extends string>(owner: Keyed<K>, key: K): Passage => ({
  get: () => owner[key] ?? '',
  set: (text) => {
    owner[key] = text
  },
})

const ofItem = (item: Item): Passage[] => [member(item, 'text'), ...(item.items ?? []).flatMap(ofItem)]
const ofParagraph = (p: Paragraph): Passage[] => [member(p, 'text'), ...(p.items ?? []).flatMap(ofItem)]
const ofArticle = (a: Article): Passage[] => a.paragraphs.flatMap(ofParagraph)

const ofInitiative = (i: Initiative): Passage[] => [
  member(i, 'title'),
  ...(i.description === undefined ? [] : [member(i, 'description')]),
  ...i.roles.map((r) => member(r, 'text')),
]
const ofSection = (s: TableSection): Passage[] => [
  member(s, 'title'),
  ...s.initiatives.flatMap(ofInitiative),
  ...(s.sections ?? []).flatMap(ofSection),
]
const ofRow = (cells: string[]): Passage[] =>
  cells.map((_, i) => ({
    get: () => cells[i] ?? '',
    set: (text) => {
      cells[i] = text
    },
  }))

/** Where the proviso (ただし、…) and the second sentence of a text start; its length where it has none. */
function startOf(text: string, part: 'proviso' | 'second'): number {
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string
    if (/[（(「]/u.test(c)) depth++
    if (/[）)」]/u.test(c)) depth--
    if (c === '。' && depth === 0 && i + 1 < text.length && (part === 'second' || text.startsWith('ただし', i + 1)))
      return i + 1
  }
  return text.length
}

/** A part of the text of one passage: the proviso, the sentence before it. */
function within(passage: Passage, part: AmendmentTarget['part']): Passage {
  const split = part === 'proviso' || part === 'main' ? 'proviso' : 'second'
  const head = part === 'main' || part === 'first'
  const cut = (): [string, string] => {
    const text = passage.get()
    const at = startOf(text, split)
    return [text.slice(0, at), text.slice(at)]
  }
  return {
    get: () => cut()[head ? 0 : 1],
    set: (text) => {
      const [a, b] = cut()
      passage.set(head ? text + b : a + text)
    },
  }
}

const articleIn =
  /第([0-9]{1,4}|[一二三四五六七八九十百千]{1,7})条((?:の(?:[0-9]{1,4}|[一二三四五六七八九十百]{1,5}))*)/gu

/** （第３条関係）: the articles that a table belongs to. */
const relationOf = (table: AppendedTable): Passage => ({
  get: () => relationText(table.relatesTo),
  set: (text) => {
    table.relatesTo = [...fold(text).matchAll(articleIn)].map(([, head = '', branches = '']) =>
      [head, ...branches.split('の').slice(1)].map((n) => numeralOf(n) ?? 0).join('_'),
    )
  },
})

/** The texts of a place, down to its smallest items; undefined where the document has no such place. */
export function passagesOf(
  document: Agreement,
  target: AmendmentTarget,
  through?: AmendmentTarget,
): Passage[] | undefined {
  if (target.part === 'title') return [member(document, 'title')]
  if (target.part === 'preamble') return [member(document, 'preamble')]
  if (target.appendedTable !== undefined) {
    const table = tableOf(document, target.appendedTable)
    if (!table) return undefined
    if (target.row === undefined)
      return [relationOf(table), ...table.sections.flatMap(ofSection), ...(table.rows ?? []).flatMap(ofRow)]
    const row = rowOf(table, target.row)
    if (!row) return undefined
    return 'rows' in row ? ofRow(row.rows[row.index] as string[]) : ofInitiative(row.list[row.index] as Initiative)
  }
  const found = locateRange(document, target, through)
  if (!found) return undefined
  if (target.part === 'caption')
    return found.level === 'article' ? [member(found.list[found.index] as Article, 'caption')] : undefined
  const { index, last } = found
  const own =
    found.level === 'article'
      ? found.list.slice(index, last + 1).flatMap(ofArticle)
      : found.level === 'paragraph'
        ? found.list.slice(index, last + 1).flatMap(ofParagraph)
        : found.list.slice(index, last + 1).flatMap(ofItem)
  const [first] = own
  if (target.part === undefined || !first) return own
  return target.part === 'lead' ? [first] : [within(first, target.part)]
}
