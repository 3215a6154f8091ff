import { reportUnclaimed } from '../check/unclaimed.ts'
import { blocksOf } from '../layout/blocks.ts'
import { splitFurniture } from '../layout/furniture.ts'
import type { Source } from '../read/source.ts'
import type { Document, ParseResult } from '../schema/parse-result.ts'
import { schemaVersion } from '../schema/version.ts'
import { segmenterTokenizer, type Tokenizer } from '../text/tokenizer.ts'
import { parseAgreement } from './agreement.ts'
import { type Context, furnish, report } from './context.ts'
import { type DocumentPart, documentsOf } from './documents.ts'
import { parseOutline } from './outline.ts'
import { parseProfile } from './profile.ts'
import { parseRegulation } from './regulation.ts'
import { isRoleHeading } from './role-table/column.ts'
import { parseVision } from './vision/vision.ts'

export interface ParseOptions {
  /** Language of the diagnostics' messages. */
  locale?: 'ja' | 'en'
  /** Called at most once, and only where words must be told apart; without it the platform's segmenter serves. */
  tokenizer?: () => Promise<Tokenizer>
}

async function parseDocument(context: Context, part: DocumentPart): Promise<Document> {
  if (part.kind === 'agreement') return parseAgreement(context, part.blocks)
  if (part.kind === 'regulation') return parseRegulation(context, part.blocks)
  if (part.kind === 'vision') return parseVision(context, part.blocks)
  if (part.kind === 'profile' || !part.title) return parseProfile(context, part.blocks)
  return parseOutline(context, part.blocks, part.title)
}

/** A source's documents with what does not add up in them. Pure; never throws on what a document says. */
export async function parse(source: Source, options: ParseOptions = {}): Promise<ParseResult> {
  let tokenizer: Promise<Tokenizer> | undefined
  const context: Context = {
    source,
    taken: new Uint8Array(source.text.length),
    diagnostics: [],
    furniture: [],
    locale: options.locale ?? 'ja',
    tokenizer: () => {
      tokenizer ??= options.tokenizer?.() ?? Promise.resolve(segmenterTokenizer())
      return tokenizer
    },
  }
  const { blocks, furniture } = splitFurniture(blocksOf(source), (line) => isRoleHeading(line.folded))
  for (const { kind, text } of furniture) furnish(context, kind, text)
  const documents: Document[] = []
  for (const part of documentsOf(blocks)) {
    const document = await parseDocument(context, part)
    const own = context.furniture.splice(0)
    documents.push(own.length > 0 ? { ...document, furniture: [...(document.furniture ?? []), ...own] } : document)
  }
  for (const { text, at } of context.furniture) report(context, 'text-unclaimed', { text }, at)
  reportUnclaimed(context)
  return { schemaVersion, source: source.info, documents, diagnostics: context.diagnostics }
}
