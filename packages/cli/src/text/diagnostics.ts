import type { Diagnostic } from '@kyoyaku/core'
import { linePlaces } from '../line-places.ts'
import { say } from '../locale.ts'
import { left, right, wrap } from './columns.ts'
import { part, type View } from './view.ts'
import { words } from './words.ts'

const rank = { error: 0, warning: 1, info: 2 } as const

/** Notes beyond these tell a reader nothing new; `kyoyaku check` prints them all. */
const notesShown = 10
const placeColumns = 7
const severityColumns = 8
const headColumns = placeColumns + 2 + severityColumns

/** What does not add up, the worst first, with the line of the text where it stands; with the page, where the document is no text. */
export function diagnosticLines(view: View, diagnostics: readonly Diagnostic[], text: string | undefined): string[] {
  if (diagnostics.length === 0) return ['', say(words.right, view.locale)]
  const placeOf = text === undefined ? undefined : linePlaces(text)
  const sorted = diagnostics.toSorted((a, b) => rank[a.severity] - rank[b.severity])
  const important = sorted.filter((d) => d.severity !== 'info').length
  const shown = sorted.slice(0, important + notesShown)
  const lines = shown.flatMap(({ severity, message, at }) => {
    const place = at?.span && placeOf ? String(placeOf(at.span[0]).line) : at?.page !== undefined ? `p. ${at.page}` : ''
    const head = `${right(place, placeColumns)}  ${left(say(words[severity], view.locale), severityColumns)}`
    return wrap(message, view.columns - headColumns).map((line, i) => (i === 0 ? head : ' '.repeat(headColumns)) + line)
  })
  const unshown = sorted.length - shown.length
  const more = unshown > 0 ? [' '.repeat(placeColumns + 2) + say(words.more, view.locale, { count: unshown })] : []
  return [...part(say(words.wrong, view.locale), diagnostics.length), ...lines, ...more]
}
