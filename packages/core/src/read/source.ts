import type { SourceInfo } from '../schema/parse-result.ts'
import type { PageGlyphs } from './page-glyphs.ts'

/** A page of a source. `span` is its part of the source text; `number` is absent where pages cannot be told apart. */
export interface SourcePage {
  number?: number
  span: readonly [number, number]
  /** What is drawn on it, where that is known. Text of such a page is in drawing order: layout puts it in reading order. */
  glyphs?: PageGlyphs
}

/** What every reader makes of its bytes: the text, unmodified, and its pages. Nothing later knows where it came from. */
export interface Source {
  info: SourceInfo
  text: string
  pages: readonly SourcePage[]
}
