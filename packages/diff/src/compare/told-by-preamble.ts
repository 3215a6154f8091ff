import type { TextChange } from '../schema/comparison.ts'
import { newTextOf, oldTextOf } from '../text/edits.ts'

const squash = (text: string): string => text.replace(/\s/gu, '')

/** Whether what changed in the names of parties is in the preamble that they were read from, which changed and is told itself. */
export function isToldByPreamble(change: TextChange, texts: readonly TextChange[]): boolean {
  if (change.field !== 'parties') return false
  const preamble = texts.find((t) => t.field === 'preamble' && t.document === change.document)
  if (!preamble) return false
  const [was, is] = [squash(oldTextOf(preamble.edits)), squash(newTextOf(preamble.edits))]
  return change.edits.every(({ op, text }) => op === 'equal' || (op === 'delete' ? was : is).includes(squash(text)))
}
