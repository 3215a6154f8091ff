import { dirname, relative, resolve, sep } from 'node:path'
import type { ParseResult } from '@kyoyaku/core'
import { amend, type Comparison } from '@kyoyaku/diff'
import type { Revision, Side } from '@kyoyaku/report'
import { standardInput } from '../command-line.ts'
import type { Engine } from '../engine.ts'
import { say } from '../locale.ts'
import type { Terminal } from '../terminal.ts'
import type { DiffFormat } from './diff-format.ts'
import { agreementIn, tellOf } from './diff-inputs.ts'
import { painter } from './diff-paint.ts'
import { diffText } from './diff-text.ts'
import { diffWords, fieldName } from './diff-words.ts'

/** Columns of text that goes into a file or a pipe. */
const pageColumns = 100

export interface DiffOptions {
  format?: string | undefined
  profile?: string | undefined
  output?: string | undefined
  template?: boolean
  /** Ways of writing one thing count as changes. */
  exact?: boolean
  noColor?: boolean
  engine?: Engine | undefined
}

export interface DiffRequest {
  terminal: Terminal
  format: DiffFormat
  options: DiffOptions
}

/** A side of a comparison. Without its source no paper quotes where a value was read. */
export interface Compared {
  path: string
  source?: { text: string }
  result: ParseResult
}

/** The address of a file from a paper that lies in the output's folder. */
function addressOf(path: string, output: string | undefined): string | undefined {
  if (path === standardInput) return undefined
  const way = relative(output === undefined ? '.' : dirname(resolve(output)), resolve(path))
  return way.split(sep).map(encodeURIComponent).join('/')
}

function revisionOf(comparison: Comparison, old: Compared, other: Compared, output: string | undefined): Revision {
  const both = <T>(value: (version: Compared) => T | undefined): Partial<Record<Side, T>> => {
    const [a, b] = [value(old), value(other)]
    return { ...(a === undefined ? {} : { old: a }), ...(b === undefined ? {} : { new: b }) }
  }
  return {
    comparison,
    old: old.result,
    new: other.result,
    texts: both(({ source }) => source?.text),
    originals: both(({ path }) => addressOf(path, output)),
  }
}

/** What changed and is in no 改め文: 附則, closing, signatures, parties. */
function unamended({ articles, texts }: Comparison): string[] {
  const fields = ['closing', 'date', 'parties', 'signatories', 'sections']
  const rest = articles.some((a) => a.part === 'supplementary' && a.status !== 'unchanged') ? ['supplementary'] : []
  return [...rest, ...new Set(texts.map((t) => t.field).filter((field) => fields.includes(field)))]
}

/** 改め文 of the first pair of agreements. */
async function amendmentOf(
  { terminal }: DiffRequest,
  comparison: Comparison,
  old: Compared,
  other: Compared,
): Promise<string | undefined> {
  const [a, b] = [agreementIn(old), agreementIn(other)]
  if (!a || !b) {
    tellOf(terminal, (a ? other : old).path, diffWords.noAgreement)
    return undefined
  }
  const { kind, text, reason } = await amend(a, b)
  const { locale } = terminal
  if (kind === 'none') terminal.tell(say(diffWords.nothingToAmend, locale))
  const left = unamended(comparison).map((field) => fieldName(field, locale))
  if (left.length > 0)
    terminal.tell(say(diffWords.notAmended, locale, { names: left.join(locale === 'ja' ? '、' : ', ') }))
  if (kind === 'whole') terminal.tell(say(diffWords.whole, locale, { reason }))
  return text
}

/** A comparison in a format; undefined where it has none in that one, which has been said. */
export async function printed(
  request: DiffRequest,
  comparison: Comparison,
  old: Compared,
  other: Compared,
): Promise<string | Uint8Array | undefined> {
  const { terminal, format, options } = request
  if (format === 'json') return `${JSON.stringify(comparison, undefined, 2)}\n`
  if (format === 'amendment') return amendmentOf(request, comparison, old, other)
  if (format === 'text') {
    const toScreen = terminal.interactive && options.output === undefined
    return diffText(comparison, [old.result, other.result], {
      locale: terminal.locale,
      columns: terminal.columns ?? pageColumns,
      paint: painter(toScreen, options.noColor ?? false),
    })
  }
  const { docxOf, htmlOf, markdownOf, revisionPaper, xlsxOf } = await import('@kyoyaku/report')
  const revision = revisionOf(comparison, old, other, options.output)
  const paper = revisionPaper(revision, { profile: options.profile, locale: terminal.locale })
  if (format === 'html') return htmlOf(paper, revision)
  if (format === 'md') return markdownOf(paper)
  return format === 'docx' ? docxOf(paper) : xlsxOf(paper)
}
