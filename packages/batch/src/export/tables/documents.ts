import type { Document } from '@kyoyaku/core'
import { integer, type Row, text } from '../column.ts'
import { placeOf } from '../place-columns.ts'
import { documentTable, type Subject } from '../table.ts'

function ofKind(document: Document, { codeOf }: Subject): Row {
  switch (document.type) {
    case 'agreement':
    case 'regulation':
      return {
        status: document.status,
        number: document.number,
        date: document.concludedOn?.edtf,
        region: document.region?.name,
      }
    case 'vision': {
      const { status, label, date } = document.revision
      const { issuer, term, volume, declaredProjectCount } = document
      const issuerCode = issuer === undefined ? undefined : codeOf(issuer)
      return {
        status,
        revision: label,
        date: date?.edtf,
        issuer,
        issuer_code: issuerCode,
        term,
        volume,
        declared_count: declaredProjectCount,
      }
    }
    case 'outline':
      return { status: document.status, declared_count: document.declaredInitiativeCount }
    case 'profile':
      return {
        date: document.updatedOn?.edtf,
        region: document.region.name,
        issuer: document.issuer,
        issuer_code: document.issuer === undefined ? undefined : codeOf(document.issuer),
      }
    case 'amendment':
      return { date: document.effectiveOn?.edtf, number: document.amends }
  }
}

export const documents = documentTable(
  'documents',
  'one row a document; a file can hold several',
  [
    text('type', 'agreement, regulation, vision, outline, profile or amendment'),
    text('title', 'title as printed, without （案）'),
    text('status', 'draft, concluded, original or revised'),
    text('revision', 'label of a revision as printed'),
    text('number', 'number of an ordinance; title of what an amendment amends'),
    text('date', 'concluded, revised, updated or in force on: EDTF (ISO 8601-2)'),
    text('region', 'name of the region'),
    text('issuer', 'municipality that issued it'),
    text('issuer_code', 'six-digit code of the issuer (全国地方公共団体コード)'),
    integer('term', 'term of a vision: 2 for 第2期'),
    text('volume', 'volume of a vision: 別冊'),
    integer('declared_count', 'projects or initiatives that the document itself counts'),
    text('sha256', 'hash of the file'),
    text('format', 'text, pdf and others'),
    text('text_layer', 'digital, ocr, mixed or plain'),
    integer('pages', 'pages of the file'),
  ],
  function* (subject) {
    const { document, result } = subject
    const { sha256, format, textLayer, pages } = result.source
    const { type, title, where } = document
    yield {
      type,
      title,
      ...ofKind(document, subject),
      sha256,
      format,
      text_layer: textLayer,
      pages,
      ...placeOf(where?.title),
    }
  },
)
