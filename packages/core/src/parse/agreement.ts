import { articleGaps } from '../check/article-gap.ts'
import { checkSignatories } from '../check/signatory.ts'
import { tableRelations } from '../check/table-relation.ts'
import { undefinedParties } from '../check/undefined-party.ts'
import type { Block, Line } from '../layout/block.ts'
import type { Agreement, AppendedTable, Initiative, Party, Signatory, TableSection } from '../schema/agreement.ts'
import type { DateText, Section, Where } from '../schema/at.ts'
import type { Article } from '../schema/provision.ts'
import { join } from '../text/clean.ts'
import { hasBlankDate, readDates } from '../text/era-date.ts'
import { fold } from '../text/fold.ts'
import { slice, type Text } from '../text/text.ts'
import { partsOf, type TailPart } from './agreement-parts.ts'
import { isPolicy } from './agreement-title.ts'
import { type Context, furnish, leaf, locate, report, take } from './context.ts'
import { headsPaper } from './council-paper.ts'
import { bracketDefinitions, statedDefinition } from './definition.ts'
import { undefinedSymbols } from './excerpt.ts'
import { basisInArticle, legalBasis } from './legal-basis.ts'
import { isBodyName } from './party/body-name.ts'
import { listedParties } from './party/listed.ts'
import { entrusting, partiesIn } from './party/party.ts'
import { stemSymbol } from './party/party-symbol.ts'
import { namesOffice, signatories } from './party/signature-block.ts'
import { isDateLine, isNumberLine, isRecord, preambleStart } from './preamble.ts'
import { appendedTables } from './provisions/appended-table.ts'
import { articleTables } from './provisions/article-table.ts'
import { itemInitiatives } from './provisions/item-initiative.ts'
import type { Laws } from './provisions/law-name.ts'
import { readProvisions } from './provisions/provisions.ts'
import { endsParagraph, wrapColumns } from './provisions/provisions-flow.ts'
import { type Passage, writeArticles, writeHeadings } from './provisions/provisions-write.ts'
import { references } from './provisions/reference.ts'
import { supplementary } from './provisions/supplementary.ts'
import { municipalitiesAlone } from './provisions/table-alone.ts'
import { regionOf } from './region.ts'
import { takeDate } from './taken-date.ts'
import { readTitle } from './title.ts'

/** Provisions among the first that can define the region. */
const earlyPassages = 40

interface Front {
  title: string
  draft: boolean
  number?: string
  date?: DateText
  preamble: Text
  /** Parties that the preamble lists line by line. */
  listed: Party[]
  where: Where
  sections: Section[]
}

/** The date in the brackets behind a title; the words around it are furniture. */
function datedBy(context: Context, brackets: Text): DateText | undefined {
  const [date] = readDates(fold(brackets.value))
  const printed = date?.edtf === undefined ? undefined : slice(brackets, date.start, date.end)
  for (const rest of printed && date ? [slice(brackets, 0, date.start), slice(brackets, date.end)] : [brackets])
    furnish(context, 'label', rest)
  if (printed && date?.edtf !== undefined) return { text: printed.value, edtf: date.edtf, at: take(context, printed) }
  report(context, 'date-invalid', { text: brackets.value }, locate(context, brackets))
  return undefined
}

/** Lines that no field holds as sections, wrapped lines joined. */
function looseText(context: Context, lines: readonly Line[], margin: number | undefined): Section[] {
  const groups: Line[][] = []
  lines.forEach((line, i) => {
    const before = lines[i - 1]
    if (before && !endsParagraph(before, margin) && line.gap <= before.gap + 1) groups.at(-1)?.push(line)
    else groups.push([line])
  })
  return groups.map((group) => leaf(context, join(group.map((l) => l.text))))
}

/** Title, number, date and preamble of the lines above the articles; what is none of them becomes sections. */
function readFront(context: Context, lines: readonly Line[]): Front {
  const sections: Section[] = []
  const where: Where = {}
  const loose: Line[] = []
  const margin = wrapColumns(lines)
  const title = readTitle(lines, margin)
  const after = title?.to ?? 0
  const start = after + preambleStart(lines.slice(after))
  const preambleLines = lines.slice(start).filter((l) => !isRecord(l))
  let date: DateText | undefined
  let number: string | undefined
  // The day on which a paper was laid before a council is not that of what it encloses.
  const enclosed = lines.some(headsPaper)
  // 改正　令和２年規約第１号: the history of the document, to the end of its lines.
  let amended = false
  lines.slice(0, start).forEach((line, i) => {
    if (title && i >= title.from && i < title.to) return
    amended ||= /^(?:(?:一部|全部)?改正|沿革)(?: |$)/u.test(line.folded)
    if (amended) loose.push(line)
    else if (
      !(enclosed && title && i < title.from) &&
      isDateLine(line) &&
      date === undefined &&
      readDates(line.folded).some((d) => d.edtf !== undefined)
    )
      date = takeDate(context, line, sections)
    else if (isNumberLine(line) && number === undefined) {
      const read = leaf(context, line.text)
      number = read.text
      where.number = read.at
    } else loose.push(line)
  })
  loose.push(...lines.slice(start).filter(isRecord))
  sections.push(...looseText(context, loose, margin))
  let name = ''
  if (title) {
    const read = leaf(context, title.text)
    name = read.text
    where.title = read.at
    for (const mark of [title.mark, title.draft, title.remark]) if (mark) furnish(context, 'label', mark)
    const dated = title.dated ? datedBy(context, title.dated) : undefined
    if (date && dated) sections.push({ text: dated.text, ...(dated.at ? { at: dated.at } : {}) })
    date ??= dated
  }
  return {
    title: name,
    draft: title?.draft !== undefined,
    ...(number === undefined ? {} : { number }),
    ...(date === undefined ? {} : { date }),
    preamble: join(preambleLines.map((l) => l.text)),
    listed: listedParties(context, lines.slice(after)),
    where,
    sections,
  }
}

/** What stands after the articles, but for the tables, which want the parties. */
interface Tail {
  closing?: Text
  date?: Line
  signature: Line[]
  loose: Line[]
  tables: Block[]
  /** Days of resolutions, and the rest of a council's paper. */
  resolutions: Text[]
}

/** Whether lines above a date are those of the signatures, which otherwise stand below it. */
const signs = (lines: readonly Line[], later: readonly Line[]): boolean =>
  lines.some(namesOffice) || !later.some(namesOffice)

function gather(parts: readonly TailPart[]): Tail {
  const tail: Tail = { signature: [], loose: [], tables: [], resolutions: [] }
  const later = parts.flatMap((p) => (p.kind === 'signature' ? p.lines : []))
  for (const part of parts) {
    if (part.kind === 'tables') tail.tables.push(...part.blocks)
    else if (part.kind === 'closing' && tail.closing === undefined) tail.closing = join(part.lines.map((l) => l.text))
    else if (part.kind === 'date' && tail.date === undefined) tail.date = part.lines[0] as Line
    else if (part.kind === 'resolution') tail.resolutions.push(join(part.lines.map((l) => l.text)))
    else if (part.kind === 'remainder' && (tail.signature.length > 0 || !signs(part.lines, later)))
      tail.loose.push(...part.lines)
    else if (part.kind !== 'supplementary') tail.signature.push(...part.lines)
  }
  return tail
}

/** Parties that the preamble or an article defines; where none does, those that signed. */
function partiesOf(context: Context, preamble: Text, passages: readonly Passage[]): Party[] {
  const parties = partiesIn(context, preamble, true)
  for (const passage of passages) {
    if (!passage.text.value.includes('「')) continue
    // One symbol can stand for several: Ａ町及びＢ町（以下「委託町」という。）.
    const known = new Set(parties.map((p) => p.symbol))
    for (const party of partiesIn(context, passage.text, false)) {
      if ((stemSymbol.test(party.symbol) || entrusting.test(party.symbol)) && !known.has(party.symbol))
        parties.push(party)
    }
  }
  // Whom the preamble names and an article gives a symbol is one party.
  const symbolic = new Set(parties.flatMap((p) => (p.symbol === p.name ? [] : [fold(p.name)])))
  return parties.filter((p) => p.symbol !== p.name || !symbolic.has(fold(p.name)))
}

/** Terms that a document defines: in brackets where they are used first, and in a definitions article. */
function definitionsOf(
  context: Context,
  texts: readonly Text[],
  isKnown: (term: string) => boolean,
): NonNullable<Agreement['definitions']> {
  return texts.flatMap((text) => {
    const inBrackets = bracketDefinitions(text).filter((d) => !isKnown(text.value.slice(...d.term)))
    const defined = inBrackets.map(({ term, meaning }) => ({
      term: text.value.slice(...term),
      meaning: text.value.slice(...meaning),
      at: locate(context, slice(text, meaning[0], term[1])),
    }))
    const found = /(?:をいう|とする|である)。/u.test(text.value) ? statedDefinition(text) : undefined
    if (!found) return defined
    return [
      ...defined,
      {
        term: text.value.slice(...found.term),
        meaning: text.value.slice(...found.meaning),
        at: locate(context, slice(text, found.term[0], found.meaning[1])),
      },
    ]
  })
}

/** Those that signed, where nothing else names the parties; without a symbol several of them do, by their names. */
function partiesSigned(signatories: readonly Signatory[]): Party[] {
  const symbolic = signatories.filter((s) => s.symbol !== undefined)
  const named = symbolic.length > 0 ? symbolic : signatories.filter((s) => isBodyName(fold(s.organization)))
  return symbolic.length === 0 && named.length < 2
    ? []
    : named
        .filter((s, i) => s.symbol !== undefined || named.findIndex((n) => n.organization === s.organization) === i)
        .map((s) => ({ symbol: s.symbol ?? s.organization, name: s.organization }))
}

const targetsOf = (articles: readonly Article[], tables: readonly AppendedTable[]) => ({
  articles: articles.map((a) => a.number),
  places: new Map(articles.map((a, i) => [a.number, i])),
  paragraphs: new Map(articles.map((a) => [a.number, a.paragraphs.map((p) => p.number)])),
  appendedTables: tables.map((t) => t.title),
  sections: articles.length > 0 && articles.every((a) => !a.title.includes('条')),
})

const initiativesUnder = ({ initiatives, sections = [] }: TableSection): Initiative[] => [
  ...initiatives,
  ...sections.flatMap(initiativesUnder),
]

/** Members of an object that hold anything. */
function present<T extends object>(members: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(members).filter(([, v]) => v !== undefined && !(Array.isArray(v) && v.length === 0)),
  ) as Partial<T>
}

/** Reads one document with articles: with parties it is an agreement, without them a regulation. */
export async function parseInstrument(
  context: Context,
  blocks: readonly Block[],
  type: Agreement['type'],
): Promise<Agreement> {
  const parts = partsOf(blocks)
  const front = readFront(context, parts.front)
  const passages: Passage[] = []
  const tree = readProvisions(parts.articles.flatMap(({ lines }) => lines))
  const articles = writeArticles(context, tree.articles, passages)
  const sections = [...front.sections, ...writeHeadings(context, tree.headings)]
  const later: Article[] = []
  for (const part of parts.tail) {
    if (part.kind !== 'supplementary') continue
    const read = supplementary(context, part.lines, [])
    later.push(...read.articles)
    sections.push(...writeHeadings(context, read.headings))
  }
  const tail = gather(parts.tail)
  const named = front.listed.length > 0 ? front.listed : partiesOf(context, front.preamble, passages)
  // A law may define one by the way; 規約 of an entrusted task have theirs in the first article.
  const parties = type === 'agreement' || new Set(named.map((p) => p.symbol)).size > 1 ? named : []
  const preamble = front.preamble.value === '' ? undefined : leaf(context, front.preamble)
  const closing = tail.closing ? leaf(context, tail.closing) : undefined
  const signed = tail.date ? takeDate(context, tail.date, sections) : undefined
  const concludedOn = signed ?? front.date
  if (signed && front.date) sections.push({ text: front.date.text, ...(front.date.at ? { at: front.date.at } : {}) })
  const block = signatories(context, type === 'agreement' ? tail.signature : [], parties)
  const rest = [...(type === 'agreement' ? block.rest : tail.signature), ...tail.loose]
  sections.push(...looseText(context, rest, wrapColumns(rest)), ...tail.resolutions.map((text) => leaf(context, text)))
  if (parties.length === 0) parties.push(...partiesSigned(block.signatories))
  if (parties.length === 0 && type === 'agreement' && !isPolicy(front.title)) report(context, 'parties-missing', {})
  const acting =
    parties.length > 0
      ? parties
      : articles.length === 0
        ? municipalitiesAlone(tail.tables)
        : undefinedSymbols(passages.map((p) => fold(p.text.value)))
  const { tables, remarks } = await appendedTables(context, tail.tables, acting)
  sections.push(...remarks)
  const amid = type === 'agreement' ? await articleTables(context, parts.articles, acting) : undefined
  const region =
    type === 'agreement'
      ? regionOf(context, [front.preamble, ...passages.slice(0, earlyPassages).map((p) => p.text)], parties)
      : undefined
  const isKnown = (term: string): boolean =>
    term === region?.symbol || parties.some((p) => fold(p.symbol) === fold(term))
  const definitions = definitionsOf(context, [front.preamble, ...passages.map((p) => p.text)], isKnown)
  const initiatives = amid ? [...itemInitiatives(context, tree.articles, acting, amid.texts), ...amid.initiatives] : []
  undefinedParties(context, parties, [...initiatives, ...tables.flatMap((t) => t.sections.flatMap(initiativesUnder))])
  checkSignatories(context, parties, block.signatories)
  articleGaps(context, articles)
  tableRelations(context, articles, tables, type === 'agreement')
  if (articles.length === 0) report(context, 'articles-missing', {})
  const laws: Laws = { aliases: new Map(), last: undefined }
  const basis = legalBasis(context, front.preamble, laws)
  const [first] = passages
  const blank = [...parts.front, ...(tail.date ? [tail.date] : [])].some(
    (l) => isDateLine(l) && (hasBlankDate(l.folded) || readDates(l.folded).length === 0),
  )
  return {
    type,
    title: front.title,
    status: front.draft || blank || parties.some((p) => p.placeholder) ? 'draft' : 'concluded',
    ...present({ number: front.number, concludedOn }),
    parties,
    ...present({ region, definitions }),
    legalBasis: basis.length > 0 || !first ? basis : basisInArticle(context, first.text, laws),
    ...present({ preamble: preamble?.text }),
    articles,
    references: references(context, passages, targetsOf(articles, tables), laws),
    appendedTables: tables,
    ...present({
      initiatives,
      supplementary: later,
      closing: closing?.text,
      signatories: block.signatories,
      sections,
    }),
    where: { ...front.where, ...present({ preamble: preamble?.at, closing: closing?.at }) } as Where,
  }
}

/** An agreement between municipalities (連携協約, 協定) from the blocks of one document. */
export const parseAgreement = (context: Context, blocks: readonly Block[]): Promise<Agreement> =>
  parseInstrument(context, blocks, 'agreement')
