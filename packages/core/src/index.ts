export { type RuledCell, ruledGrids } from './layout/cells.ts'
export { segmentsOf } from './layout/segments.ts'
export { withCheckDigit } from './municipality/municipality-code.ts'
export { findMunicipalities } from './municipality/municipality-name.ts'
export { type Municipality, municipalities } from './municipality/municipality-table.ts'
export { readAmendment } from './parse/amendment/read.ts'
export { type ParseOptions, parse } from './parse/parse.ts'
export { type Format, formatOf } from './read/magic.ts'
export type { Box, FilledArea, GlyphRun, PageGlyphs, Rule } from './read/page-glyphs.ts'
export { isLost, type LostPage, type PageImage } from './read/page-image.ts'
export type { Finding, Recognized, Source, SourcePage } from './read/source.ts'
export { readText } from './read/text.ts'
export { sizeLimit, type UnreadableCode, type UnreadableData, UnreadableError } from './read/unreadable.ts'
export type {
  Agreement,
  AppendedTable,
  Initiative,
  Party,
  Region,
  Role,
  Signatory,
  TableSection,
} from './schema/agreement.ts'
export type { Amendment, AmendmentContent, AmendmentOperation, AmendmentTarget } from './schema/amendment.ts'
export type { At, DateText, Furniture, Section, Where } from './schema/at.ts'
export type { Diagnostic, DiagnosticCode, Severity } from './schema/diagnostic.ts'
export type { Outline, Profile } from './schema/outline.ts'
export type { Document, ParseResult, SourceInfo } from './schema/parse-result.ts'
export type { Article, Item, LegalBasis, Paragraph, Reference } from './schema/provision.ts'
export type { FoundTable, TableCell, TablesResult } from './schema/table.ts'
export type {
  Amount,
  GridRow,
  Indicator,
  Measure,
  ParticipationGrid,
  Project,
  RegionIndicator,
  Vision,
  VisionInitiative,
} from './schema/vision.ts'
export { columnPaths } from './table/column-paths.ts'
export { tables } from './table/tables.ts'
export { fold } from './text/fold.ts'
export { kanjiOf, numeralOf } from './text/numeral.ts'
export { segmenterTokenizer, type Token, type Tokenizer } from './text/tokenizer.ts'
