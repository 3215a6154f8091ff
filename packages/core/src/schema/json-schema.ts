import * as z from 'zod'
import { agreement, appendedTable, initiative, party, region, role, signatory, tableSection } from './agreement.ts'
import { amendment, amendmentContent, amendmentOperation, amendmentTarget } from './amendment.ts'
import { at, dateText, furniture, markedRun, section, where } from './at.ts'
import { diagnostic, diagnosticCode } from './diagnostic.ts'
import { outline, profile } from './outline.ts'
import { document, parseResult, sourceInfo } from './parse-result.ts'
import { article, item, legalBasis, paragraph, reference } from './provision.ts'
import { tablesResult } from './table.ts'
import {
  amount,
  gridRow,
  indicator,
  measure,
  participationGrid,
  project,
  regionIndicator,
  vision,
  visionInitiative,
} from './vision.ts'

export { parseResult }

/** What has a JSON Schema of its own. */
const published = {
  'parse-result': parseResult,
  agreement,
  vision,
  outline,
  profile,
  amendment,
  diagnostic,
  tables: tablesResult,
} as const

/** Parts that schemas refer to by name instead of repeating them. */
const parts = {
  amendmentContent,
  amendmentOperation,
  amendmentTarget,
  amount,
  appendedTable,
  article,
  at,
  dateText,
  diagnosticCode,
  document,
  furniture,
  gridRow,
  indicator,
  initiative,
  item,
  legalBasis,
  markedRun,
  measure,
  paragraph,
  participationGrid,
  party,
  project,
  reference,
  region,
  regionIndicator,
  role,
  section,
  signatory,
  sourceInfo,
  tableSection,
  visionInitiative,
  where,
}

export type SchemaName = keyof typeof published
export const schemaNames = Object.keys(published) as SchemaName[]
export const isSchemaName = (name: string): name is SchemaName => Object.hasOwn(published, name)

/** The JSON Schema (draft 2020-12) of a type of the output. */
export function jsonSchema(name: SchemaName): object {
  const named = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries({ ...published, ...parts })) {
    if (id !== name) named.add(schema, { id })
  }
  const { $schema, ...schema } = z.toJSONSchema(published[name], { metadata: named, io: 'output' })
  return { $schema, title: name, ...schema }
}
