import type { At } from '../schema/at.ts'
import type { DiagnosticCode } from '../schema/diagnostic.ts'
import type { SourceInfo } from '../schema/parse-result.ts'
import type { PageGlyphs } from './page-glyphs.ts'

/** What is known of characters that were recognised and not read. */
export interface Recognized {
  /** Name and version of who recognised them. */
  engine: string
  /** 0 to 1 for every UTF-16 unit of the page's span; 1 for spaces and line feeds between what was recognised. */
  confidences: Float32Array
  /** Where another engine read something else: the part of the source text that it would replace. */
  others: readonly { span: readonly [number, number]; text: string; engine: string }[]
  /** Offset in the source text from which on the page was recognised, where what stands before it was read. */
  from?: number
}

/** A page of a source. `span` is its part of the source text; `number` is absent where pages cannot be told apart. */
export interface SourcePage {
  number?: number
  span: readonly [number, number]
  /** What is drawn on it, where that is known. Text of such a page is in drawing order: layout puts it in reading order. */
  glyphs?: PageGlyphs
  /** Set where its text was recognised on an image. */
  recognized?: Recognized
}

/** What a reader found and a person should know; `parse` puts it into words. */
export interface Finding {
  code: DiagnosticCode
  data: Record<string, unknown>
  at?: At
}

/** What every reader makes of its bytes: the text, unmodified, and its pages. Nothing later knows where it came from. */
export interface Source {
  info: SourceInfo
  text: string
  pages: readonly SourcePage[]
  findings?: readonly Finding[]
  /** What a redline of drawn pages put in is left out, and what it struck is there: the version before it. */
  before?: true
}
