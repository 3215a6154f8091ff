import { reportUnclaimed } from '../check/unclaimed.ts'
import type { CorrectedBlocks } from '../evidence/corrected-blocks.ts'
import { reportEvidence } from '../evidence/report.ts'
import type { Block, Line } from '../layout/block.ts'
import { splitFurniture } from '../layout/furniture.ts'
import { textBlocksOf } from '../layout/text-blocks.ts'
import type { Source } from '../read/source.ts'
import type { Document, ParseResult } from '../schema/parse-result.ts'
import { schemaVersion } from '../schema/version.ts'
import { segmenterTokenizer, type Tokenizer } from '../text/tokenizer.ts'
import { type Context, furnish, leaf, report } from './context.ts'
import { type DocumentPart, documentsOf } from './documents.ts'
import { readLabel } from './provisions/numbering.ts'
import { isRoleHeading } from './role-table/column.ts'
import { headOf } from './vision/budget/sum-head.ts'
import { labelOf } from './vision/sheet/sheet-label.ts'

export interface ParseOptions {
  /** Language of the diagnostics' messages. */
  locale?: 'ja' | 'en'
  /** Called at most once, and only where words must be told apart; without it the platform's segmenter serves. */
  tokenizer?: () => Promise<Tokenizer>
}

/** Every kind has a grammar of many modules: only those of the kinds that a source holds are loaded. */
async function parseDocument(context: Context, part: DocumentPart): Promise<Document> {
  const { kind, blocks, title } = part
  if (kind === 'agreement') return (await import('./agreement.ts')).parseAgreement(context, blocks)
  if (kind === 'regulation') return (await import('./regulation.ts')).parseRegulation(context, blocks)
  if (kind === 'vision') return (await import('./vision/vision.ts')).parseVision(context, blocks)
  if (kind === 'amendment') return (await import('./amendment/amendment.ts')).parseAmendment(context, blocks)
  if (kind === 'profile' || !title) return (await import('./profile.ts')).parseProfile(context, blocks)
  return (await import('./provisions/outline.ts')).parseOutline(context, blocks, title)
}

const isFieldLabel = (folded: string): boolean => labelOf(folded.replace(/\s/gu, '')) !== undefined

/** Lines that stand at the top of page after page and are none of its furniture: headings of tables and of sums that go on, numbered provisions, the first label of a form. */
function isContent({ folded }: Line, before?: Block): boolean {
  const label = readLabel(folded)
  return (
    isRoleHeading(folded) ||
    (label !== undefined && label.end < folded.length) ||
    isFieldLabel(folded) ||
    headOf(folded.replaceAll(' ', '')) !== undefined ||
    (before?.kind === 'line' && isFieldLabel(before.folded))
  )
}

/** Pages that are drawn and characters that were recognised take as many modules again: they are loaded for such sources alone. */
async function laidOut(source: Source, tokenizer: () => Promise<Tokenizer>): Promise<CorrectedBlocks> {
  const isRecognized = source.pages.some((page) => page.recognized)
  if (!isRecognized && !source.pages.some((page) => page.glyphs)) return { blocks: textBlocksOf(source) }
  const { correctedBlocks } = await import('../evidence/corrected-blocks.ts')
  return correctedBlocks(source, isRecognized ? (await tokenizer()).words : undefined)
}

/** A source's documents with what does not add up in them. Pure; never throws on what a document says. */
export async function parse(source: Source, options: ParseOptions = {}): Promise<ParseResult> {
  let loading: Promise<Tokenizer> | undefined
  const tokenizer = (): Promise<Tokenizer> => {
    loading ??= options.tokenizer?.() ?? Promise.resolve(segmenterTokenizer())
    return loading
  }
  const { blocks: read, evidence } = await laidOut(source, tokenizer)
  const context: Context = {
    source,
    taken: new Uint8Array(source.text.length),
    diagnostics: [],
    furniture: [],
    locale: options.locale ?? 'ja',
    ...(evidence ? { evidence } : {}),
    tokenizer,
  }
  for (const { code, data, at } of source.findings ?? []) report(context, code, data, at)
  reportEvidence(context)
  const { blocks, furniture, asides } = splitFurniture(read, isContent)
  for (const { kind, text } of furniture) furnish(context, kind, text)
  const documents: Document[] = []
  const parts = documentsOf(blocks)
  for (const [i, part] of parts.entries()) {
    const document = await parseDocument(context, part)
    const own = context.furniture.splice(0)
    if (own.length > 0) document.furniture = [...(document.furniture ?? []), ...own]
    const next = parts[i + 1]?.blocks[0]?.page
    const notes = asides.filter((note) => next === undefined || (note.page ?? 1) < next)
    asides.splice(0, notes.length)
    if (notes.length > 0) document.sections = [...(document.sections ?? []), ...notes.map((n) => leaf(context, n.text))]
    documents.push(document)
  }
  for (const { text, at } of context.furniture) report(context, 'text-unclaimed', { text }, at)
  reportUnclaimed(context)
  return { schemaVersion, source: source.info, documents, diagnostics: context.diagnostics }
}
