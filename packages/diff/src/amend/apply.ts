import type { Agreement, Amendment } from '@kyoyaku/core'
import { type AmendmentFault, applyOperation } from './apply-operation.ts'
import { bare } from './bare.ts'
import { documentText } from './document-text.ts'

export interface Applied {
  /** The amended document. What was read out of the base's text (parties, references) is the base's. */
  document: Agreement
  text: string
  /** Operations that could not be carried out, by their place in the amendment; the others were. */
  faults: { operation: number; text: string; reason: AmendmentFault }[]
}

/** Carries out an amendment on the document that it amends. The base is left as it is. */
export function applyAmendment(base: Agreement, amendment: Amendment): Applied {
  const document = bare(base)
  const faults: Applied['faults'] = []
  amendment.operations.forEach((operation, i) => {
    const reason = applyOperation(document, operation)
    if (reason !== undefined) faults.push({ operation: i, text: operation.text, reason })
  })
  return { document, text: documentText(document), faults }
}
