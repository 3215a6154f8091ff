import { type Document, type ParseResult, parse, readText } from '@kyoyaku/core'
import { likeness, titleProfileOf } from '@kyoyaku/diff'
import { say } from '../locale.ts'
import type { Terminal } from '../terminal.ts'
import { tokenizer } from '../tokenizer.ts'
import { contrastColumns, leftOutBefore } from './diff-columns.ts'
import { tellOf, type Version } from './diff-inputs.ts'
import { diffWords } from './diff-words.ts'

/** Titles of two versions of one document are at least so much alike. */
const leastTitle = 0.6

/** The day that a document was concluded or revised on, as far as it says. */
function dayOf(document: Document): string {
  if (document.type === 'vision') return document.revision.date?.edtf ?? ''
  return 'concludedOn' in document ? (document.concludedOn?.edtf ?? '') : ''
}

/** Two versions one after the other in a file: the later by its date is the new one, else the second. */
function twoOf({ result, ...version }: Version): [Version, Version] | undefined {
  const { documents } = result
  for (const [n, a] of documents.entries())
    for (const b of documents.slice(n + 1)) {
      if (a.type !== b.type || likeness(titleProfileOf(a.title), titleProfileOf(b.title)) < leastTitle) continue
      const [old, other] = dayOf(a) !== '' && dayOf(b) !== '' && dayOf(a) > dayOf(b) ? [b, a] : [a, b]
      const of = (document: Document): Version => ({ ...version, result: { ...result, documents: [document] } })
      return [of(old), of(other)]
    }
  return undefined
}

/** What was read without the article that stands for those which a table leaves out. */
const withoutFirst = (result: ParseResult): ParseResult => ({
  ...result,
  documents: result.documents.map((d, i) =>
    i === 0 && (d.type === 'agreement' || d.type === 'regulation') ? { ...d, articles: d.articles.slice(1) } : d,
  ),
  // Gaps between the articles of a table are none of its faults.
  diagnostics: [],
})

/** Both columns of a 新旧対照表, each read as a document. */
async function columnsOf(terminal: Terminal, version: Version): Promise<[Version, Version] | 'told' | undefined> {
  const columns = await contrastColumns(version.source)
  if (!columns) return undefined
  if ('strayLine' in columns) {
    tellOf(terminal, `${version.path}:${columns.strayLine}`, diffWords.strayLine)
    return 'told'
  }
  const read = async (side: 'old' | 'new'): Promise<Version> => {
    const name = `${version.result.source.name} (${say(diffWords[side === 'old' ? 'oldColumn' : 'newColumn'], terminal.locale)})`
    const source = await readText(new TextEncoder().encode(columns[side]), name)
    const result = await parse(source, { locale: terminal.locale, tokenizer })
    return { path: version.path, source, result: columns[side].includes(leftOutBefore) ? withoutFirst(result) : result }
  }
  const pair: [Version, Version] = [await read('old'), await read('new')]
  return pair.every(({ result }) => result.documents.length > 0) ? pair : undefined
}

/** A drawn document as it was before its redline; undefined where nothing in it is struck or put in. */
export async function beforeRedline(terminal: Terminal, version: Version): Promise<Version | undefined> {
  const { source, result } = version
  if (!source.pages.some((page) => page.glyphs)) return undefined
  const before = await parse({ ...source, before: true }, { locale: terminal.locale, tokenizer })
  const told = ({ documents }: ParseResult): string =>
    JSON.stringify(documents, (key, value) =>
      key === 'at' || key === 'where' || key === 'furniture' ? undefined : value,
    )
  return before.documents.length === 0 || told(before) === told(result)
    ? undefined
    : { ...version, result: { ...before, diagnostics: [] } }
}

/** The two versions that one file holds, the old one first; undefined where it holds no two, `told` where it was said why they cannot be read. */
export const versionsIn = async (
  terminal: Terminal,
  version: Version,
): Promise<[Version, Version] | 'told' | undefined> => (await columnsOf(terminal, version)) ?? twoOf(version)
