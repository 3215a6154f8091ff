import type { Document, ParseResult } from '@kyoyaku/core'
import { type Locale, say } from '../locale.ts'
import { oneLine } from '../one-line.ts'
import { agreementText } from './agreement.ts'
import { amendmentText } from './amendment.ts'
import { diagnosticLines } from './diagnostics.ts'
import { outlineText } from './outline.ts'
import { profileText } from './profile.ts'
import { type View, viewOf } from './view.ts'
import { visionText } from './vision.ts'
import { words } from './words.ts'

function documentText(view: View, document: Document): string[] {
  switch (document.type) {
    case 'agreement':
    case 'regulation':
      return agreementText(view, document)
    case 'vision':
      return visionText(view, document)
    case 'outline':
      return outlineText(view, document)
    case 'profile':
      return profileText(view, document)
    case 'amendment':
      return amendmentText(view, document)
  }
}

/** A result for people: every document with what it holds, then what does not add up. `source` is the text read, `path` heads it. */
export function textOf(
  result: ParseResult,
  source: string,
  to: { locale: Locale; columns: number; path?: string },
): string {
  const view = viewOf(to.locale, to.columns)
  const documents = result.documents.map((document) => documentText(view, document).join('\n'))
  const lines = [
    oneLine(to.path ?? result.source.name),
    '',
    documents.length > 0 ? documents.join('\n\n\n') : say(words.nothing, view.locale),
    ...diagnosticLines(view, result.diagnostics, result.source.format === 'text' ? source : undefined),
    '',
  ]
  return `${lines.join('\n')}\n`
}
