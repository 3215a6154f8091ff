import type { Agreement, AmendmentOperation, Article, Item, Paragraph } from '@kyoyaku/core'
import { labelLike, placeLabel, written } from './label.ts'
import { type Located, locate, locateRange, rowOf, tableOf } from './locate.ts'
import { passagesOf } from './passages.ts'

/** Why an operation cannot be carried out. */
export type AmendmentFault =
  | 'no such place'
  | 'no such article'
  | 'no such provision'
  | 'no such table'
  | 'no such row'
  | 'no such text'
  | 'no such label'
  | 'the words are not there'
  | 'nothing to put there'
  | 'such a text is there already, or none is'
  | 'such a table is there already'
  | 'a branch number does not shift'
  | 'columns of rows are not told apart'

/** Undefined where it was carried out. */
export type Fault = AmendmentFault | undefined

const occurrences = (text: string, words: string): number => text.split(words).length - 1

function replaceWords(document: Agreement, operation: AmendmentOperation, to: string): Fault {
  const from = operation.from as string
  const passages = passagesOf(document, operation.target, operation.through)
  if (!passages) return 'no such place'
  if (from === '' || passages.every((p) => occurrences(p.get(), from) === 0)) return 'the words are not there'
  for (const passage of passages) passage.set(passage.get().replaceAll(from, () => to))
  return undefined
}

/** A caption is quoted with its brackets. */
const withoutBrackets = (caption: string): string => caption.replace(/^[（(]/u, '').replace(/[）)]$/u, '')

function setCaption(document: Agreement, { target }: AmendmentOperation, to: string | undefined): Fault {
  const found = locate(document, target)
  const article = found?.level === 'article' ? found.list[found.index] : undefined
  if (!article) return 'no such article'
  if (to === undefined) delete article.caption
  else article.caption = withoutBrackets(to)
  return undefined
}

const dropEmpty = (found: Located): void => {
  if (found.level === 'item' && found.list.length === 0) delete found.owner.items
}

function remove(document: Agreement, operation: AmendmentOperation): Fault {
  const { target, through } = operation
  if (target.part === 'caption') return setCaption(document, operation, undefined)
  if (target.part !== undefined) {
    const passages = passagesOf(document, target, through)
    for (const passage of passages ?? []) passage.set('')
    return passages ? undefined : 'no such place'
  }
  if (target.appendedTable !== undefined) {
    const table = tableOf(document, target.appendedTable)
    if (!table) return 'no such table'
    if (target.row === undefined) {
      document.appendedTables.splice(document.appendedTables.indexOf(table), 1)
      return undefined
    }
    const row = rowOf(table, target.row)
    if (!row) return 'no such row'
    if ('rows' in row) row.rows.splice(row.index, 1)
    else row.list.splice(row.index, 1)
    return undefined
  }
  const found = locateRange(document, target, through)
  if (!found) return 'no such provision'
  found.list.splice(found.index, found.last - found.index + 1)
  dropEmpty(found)
  return undefined
}

function rewriteTable(document: Agreement, { target, content = {} }: AmendmentOperation): Fault {
  const table = tableOf(document, target.appendedTable as string)
  if (!table) return 'no such table'
  if (target.row === undefined) {
    if (content.sections) table.sections = structuredClone(content.sections)
    else if (content.rows) table.rows = structuredClone(content.rows)
    else return 'nothing to put there'
    return undefined
  }
  const row = rowOf(table, target.row)
  if (!row) return 'no such row'
  if ('rows' in row) {
    if (!content.rows) return 'nothing to put there'
    row.rows.splice(row.index, 1, ...structuredClone(content.rows))
  } else {
    if (!content.initiatives) return 'nothing to put there'
    row.list.splice(row.index, 1, ...structuredClone(content.initiatives))
  }
  return undefined
}

/** Puts provisions in the place of those in [from, to) of the list of a located one. */
function put(found: Located, from: number, to: number, { content = {} }: AmendmentOperation): Fault {
  if (found.level === 'article' && content.articles)
    found.list.splice(from, to - from, ...structuredClone(content.articles))
  else if (found.level === 'paragraph' && content.paragraphs)
    found.list.splice(from, to - from, ...structuredClone(content.paragraphs))
  else if (found.level === 'item' && content.items)
    found.list.splice(from, to - from, ...structuredClone(content.items))
  else return 'nothing to put there'
  return undefined
}

/** A text that is written anew, or a ただし書 or 後段 that a text is given. */
function putText(document: Agreement, { kind, target, through }: AmendmentOperation, text: string): Fault {
  if (target.part === 'title' || target.part === 'preamble') {
    document[target.part] = text
    return undefined
  }
  const [passage, more] = passagesOf(document, target, through) ?? []
  if (!passage || more) return 'no such text'
  if ((kind === 'insert') !== (passage.get() === '')) return 'such a text is there already, or none is'
  passage.set(text)
  return undefined
}

function rewrite(document: Agreement, operation: AmendmentOperation): Fault {
  const { target, through, content, to } = operation
  if (to !== undefined) {
    if (target.part === 'caption') return setCaption(document, operation, to)
    const passages = passagesOf(document, target, through)
    if (passages?.length !== 1) return 'no such text'
    passages[0]?.set(to)
    return undefined
  }
  if (content?.text !== undefined) return putText(document, operation, content.text)
  if (target.appendedTable !== undefined) return rewriteTable(document, operation)
  if (Object.keys(target).length === 0 && content?.articles) {
    document.articles = structuredClone(content.articles)
    return undefined
  }
  const found = locateRange(document, target, through)
  return found ? put(found, found.index, found.last + 1, operation) : 'no such provision'
}

function insertRows(document: Agreement, { target, content = {}, position }: AmendmentOperation): Fault {
  const table = tableOf(document, target.appendedTable as string)
  if (!table) return 'no such table'
  const row = target.row === undefined ? undefined : rowOf(table, target.row)
  if (row === undefined) {
    if (target.row !== undefined || !content.rows || !table.rows) return 'no such row'
    table.rows.push(...structuredClone(content.rows))
    return undefined
  }
  const at = row.index + (position === 'before' ? 0 : 1)
  if ('rows' in row) {
    if (!content.rows) return 'nothing to put there'
    row.rows.splice(at, 0, ...structuredClone(content.rows))
  } else {
    if (!content.initiatives) return 'nothing to put there'
    row.list.splice(at, 0, ...structuredClone(content.initiatives))
  }
  return undefined
}

/** New tables stand beside another one, or after everything else. */
function insertTables(document: Agreement, { target, content = {}, position }: AmendmentOperation): Fault {
  const tables = structuredClone(content.appendedTables ?? [])
  if (tables.length === 0) return 'nothing to put there'
  if (tables.some((table) => tableOf(document, table.title))) return 'such a table is there already'
  const beside = target.appendedTable === undefined ? undefined : tableOf(document, target.appendedTable)
  if (target.appendedTable !== undefined && !beside) return 'no such table'
  const at = beside ? document.appendedTables.indexOf(beside) : document.appendedTables.length - 1
  document.appendedTables.splice(position === 'before' ? at : at + 1, 0, ...tables)
  return undefined
}

function addAtEnd(document: Agreement, { target, content = {} }: AmendmentOperation): Fault {
  if (content.articles) {
    document.articles.push(...structuredClone(content.articles))
    return undefined
  }
  const found = locate(document, target)
  if (!found) return 'no such provision'
  const owner = found.list[found.index] as Article | Paragraph | Item
  if (content.paragraphs && found.level === 'article') {
    ;(owner as Article).paragraphs.push(...structuredClone(content.paragraphs))
    return undefined
  }
  if (!content.items) return 'nothing to put there'
  const into = found.level === 'article' ? (owner as Article).paragraphs[0] : (owner as Paragraph | Item)
  if (!into) return 'no such provision'
  into.items = [...(into.items ?? []), ...structuredClone(content.items)]
  return undefined
}

function insert(document: Agreement, operation: AmendmentOperation): Fault {
  const { target, through, position } = operation
  if (target.part === 'caption') return setCaption(document, operation, operation.to)
  if (operation.content?.text !== undefined) return putText(document, operation, operation.content.text)
  if (operation.content?.appendedTables) return insertTables(document, operation)
  if (target.appendedTable !== undefined) return insertRows(document, operation)
  if (position === 'end') return addAtEnd(document, operation)
  const found = locateRange(document, target, through)
  if (!found) return 'no such provision'
  const at = position === 'before' ? found.index : found.last + 1
  return put(found, at, at, operation)
}

/** A label in the manner of the document: of the provision itself, or of another of its level. */
function relabel(document: Agreement, found: Located, number: string): Fault {
  if (found.level === 'paragraph') {
    const paragraph = found.list[found.index] as Paragraph
    const others = document.articles.flatMap((a) => a.paragraphs)
    const sample = paragraph.title !== undefined ? paragraph : others.find((p) => p.title !== undefined && p.number > 1)
    const first = others.some((p) => p.number === 1 && p.title !== undefined)
    paragraph.number = Number(number)
    if (number === '1' && !first) delete paragraph.title
    else {
      const like = sample?.title === undefined ? undefined : { number: String(sample.number), title: sample.title }
      paragraph.title = (like && labelLike(like, number)) ?? written(Number(number), 'full')
    }
    return undefined
  }
  const provision = found.list[found.index] as Article | Item
  const title =
    labelLike(provision, number) ?? (found.level === 'article' ? placeLabel(number, '条', 'full') : undefined)
  if (title === undefined) return 'no such label'
  provision.number = number
  provision.title = title
  return undefined
}

const sizeOf: Readonly<Record<Located['level'], 'article' | 'paragraph' | 'item'>> = {
  article: 'article',
  paragraph: 'paragraph',
  item: 'item',
}

function renumber(document: Agreement, operation: AmendmentOperation): Fault {
  const { target, through, destination, by } = operation
  if (target.appendedTable !== undefined) {
    const table = tableOf(document, target.appendedTable)
    if (!table || destination?.appendedTable === undefined) return 'no such table'
    table.title = destination.appendedTable
    return undefined
  }
  const found = locateRange(document, target, through)
  if (!found) return 'no such provision'
  if (by !== undefined) {
    for (let i = found.index; i <= found.last; i++) {
      const { number } = found.list[i] as { number: string | number }
      const head = Number(number)
      if (!Number.isInteger(head)) return 'a branch number does not shift'
      relabel(document, { ...found, index: i }, String(head + by))
    }
    return undefined
  }
  const number = destination?.[sizeOf[found.level]]
  if (number === undefined) {
    const label = destination?.subitems?.at(-1)
    const item = found.level === 'item' ? found.list[found.index] : undefined
    if (!item || label === undefined) return 'no such place'
    item.title = label
    return undefined
  }
  return relabel(document, found, String(number))
}

/** Carries out one operation on a document, in place. */
export function applyOperation(document: Agreement, operation: AmendmentOperation): Fault {
  const { kind, from, to } = operation
  if (operation.target.column !== undefined) return 'columns of rows are not told apart'
  if (kind === 'replace') return replaceWords(document, operation, to ?? '')
  if (kind === 'insert')
    return from === undefined ? insert(document, operation) : replaceWords(document, operation, from + (to ?? ''))
  if (kind === 'delete') return from === undefined ? remove(document, operation) : replaceWords(document, operation, '')
  return kind === 'rewrite' ? rewrite(document, operation) : renumber(document, operation)
}
