import type { Agreement, Document, ParseResult, Tokenizer } from '@kyoyaku/core'
import type { Comparison, DocumentPair } from '../schema/comparison.ts'
import { comparisonVersion } from '../schema/version.ts'
import { type TextComparison, textComparison } from '../text/edits.ts'
import type { Folding } from '../text/folding.ts'
import { compareTables } from './appended-tables.ts'
import { compareArticles } from './articles.ts'
import { type DocumentPairing, pairDocuments } from './document-pairs.ts'
import { aloneStatus, type Environment, type Excerpts } from './environment.ts'
import { compareInitiatives, initiativesOf, ofVision } from './initiatives.ts'
import { renamedMembers } from './members.ts'
import { moduloParties } from './parties.ts'
import { compareProjects } from './projects.ts'
import { compareRegionIndicators } from './region-indicators.ts'
import { headingTexts, renamedHeadings, underNewHeadings, withOldHeadings } from './renamed-headings.ts'
import { summaryOf } from './summary.ts'
import { compareTexts } from './texts.ts'
import { projectsOf } from './vision-projects.ts'

export interface CompareOptions {
  /** Cuts sentences into words; the platform's segmenter without it. */
  tokenizer?: Tokenizer
  /** Differences of layout that count as none. All count without it. */
  folding?: Folding
  /** Versions that are excerpts, where the documents do not say so themselves. */
  excerpts?: Partial<Excerpts>
  /** Whether a side was recognised from an image; by default what the sources say of their text. */
  recognised?: boolean
  /** Compare two agreements of one template: names of parties are their symbols. */
  moduloParties?: boolean
}

type Parts = Pick<Comparison, 'articles' | 'initiatives' | 'appendedTables' | 'indicators' | 'projects' | 'texts'>

const isExcerpt = (document: Document): boolean => document.type === 'vision' && document.revision.excerpt

type Provisions = Pick<Agreement, 'articles' | 'appendedTables' | 'initiatives' | 'supplementary'>

function provisionsOf(document: Document | undefined): Provisions {
  if (document?.type === 'agreement' || document?.type === 'regulation') return document
  const { articles, initiatives } = document?.type === 'outline' ? document : { articles: [], initiatives: [] }
  return { articles, initiatives, appendedTables: [] }
}

function compareDocuments(
  env: Environment,
  old: Document | undefined,
  other: Document | undefined,
  document: number,
): Parts {
  const [a, b] = [provisionsOf(old), provisionsOf(other)]
  const main = compareArticles(env, a.articles, b.articles, { document, part: 'main' })
  const rest = compareArticles(env, a.supplementary ?? [], b.supplementary ?? [], { document, part: 'supplementary' })
  const vision = (d: Document | undefined) => (d?.type === 'vision' ? d : undefined)
  const [before, w] = [vision(old), vision(other)]
  const headings = before && w ? renamedHeadings(env, before, w) : undefined
  const v = before && headings ? underNewHeadings(env, before, headings) : before
  const placed = {
    initiatives: compareInitiatives(
      env,
      [...initiativesOf(a.appendedTables, a.initiatives), ...ofVision(v?.initiatives ?? [])],
      [...initiativesOf(b.appendedTables, b.initiatives), ...ofVision(w?.initiatives ?? [])],
      document,
    ),
    indicators: compareRegionIndicators(env, v?.indicators ?? [], w?.indicators ?? [], document),
    projects: compareProjects(
      env,
      v ? projectsOf(v) : [],
      w ? projectsOf(w) : [],
      document,
      v && w ? renamedMembers(v, w) : new Map(),
    ),
  }
  const texts = old && other ? compareTexts(env, old, other, document) : []
  return {
    articles: [...main, ...rest],
    appendedTables: compareTables(env, a.appendedTables, b.appendedTables, document),
    ...(headings ? withOldHeadings(env, placed, headings) : placed),
    texts: before && headings ? [...texts, ...headingTexts(env, before, headings, document)] : texts,
  }
}

const changedIn = (parts: Parts): boolean =>
  [parts.articles, parts.initiatives, parts.appendedTables, parts.indicators, parts.projects, parts.texts].some(
    (rows) => rows.some((r) => r.status !== 'unchanged' && r.status !== 'not-in-excerpt'),
  )

function environmentOf(
  options: CompareOptions,
  text: TextComparison,
  old: Document | undefined,
  other: Document | undefined,
): Environment {
  const own = (text: string): string => text
  return {
    text,
    excerpts: {
      old: options.excerpts?.old ?? (old !== undefined && isExcerpt(old)),
      new: options.excerpts?.new ?? (other !== undefined && isExcerpt(other)),
    },
    symbolic: options.moduloParties
      ? { old: old ? moduloParties(old) : own, new: other ? moduloParties(other) : own }
      : { old: own, new: own },
  }
}

const isRecognised = ({ source }: ParseResult): boolean => source.textLayer === 'ocr' || source.textLayer === 'mixed'

/** What changed between two versions of a file, document by document. Pure; nothing that a document says makes it throw. */
export function compare(old: ParseResult, other: ParseResult, options: CompareOptions = {}): Comparison {
  const text = textComparison({
    ...(options.tokenizer ? { tokenizer: options.tokenizer } : {}),
    ...(options.folding ? { folding: options.folding } : {}),
    recognised: options.recognised ?? (isRecognised(old) || isRecognised(other)),
  })
  const found: Parts = { articles: [], initiatives: [], appendedTables: [], indicators: [], projects: [], texts: [] }
  let excerpt = false
  const documents = pairDocuments(old.documents, other.documents).map((pair: DocumentPairing, n): DocumentPair => {
    const a = pair.old === undefined ? undefined : old.documents[pair.old]
    const b = pair.new === undefined ? undefined : other.documents[pair.new]
    const env = environmentOf(options, text, a, b)
    excerpt ||= env.excerpts.old || env.excerpts.new
    const parts = compareDocuments(env, a, b, n)
    for (const key of Object.keys(found) as (keyof Parts)[]) (found[key] as unknown[]).push(...parts[key])
    return {
      type: (b ?? a)?.type ?? '',
      ...(a ? { old: a.title, oldIndex: pair.old as number } : {}),
      ...(b ? { new: b.title, newIndex: pair.new as number } : {}),
      status: !b ? aloneStatus(env, 'old') : !a ? aloneStatus(env, 'new') : changedIn(parts) ? 'changed' : 'unchanged',
    }
  })
  const side = (of: 'old' | 'new', result: ParseResult) =>
    result.diagnostics.map((d) => ({ ...d, data: { ...d.data, side: of } }))
  const parts = { documents, ...found, noise: text.noise }
  const summary = summaryOf(parts)
  if (text.folded.count > 0) summary.folded = text.folded.count
  return {
    schemaVersion: comparisonVersion,
    old: old.source,
    new: other.source,
    mode: excerpt ? 'excerpt' : 'full',
    ...parts,
    summary,
    diagnostics: [...side('old', old), ...side('new', other)],
  }
}
