import type { Party } from '../../schema/agreement.ts'
import { fold } from '../../text/fold.ts'
import { slice, type Text } from '../../text/text.ts'
import { partyAt } from '../party/party-head.ts'
import { labelOf, longestLabelled } from '../party/role-label.ts'
import { isInitiativeWord } from '../role-table/initiative-word.ts'
import { isLabel } from './item-label.ts'

/** A label with the text under it. */
export interface Labelled {
  label: string
  lines: Text[]
}

/** The lines of an item cut at the labels among them, which stand on lines of their own or before their text. */
export function labelledParts(
  lines: readonly Text[],
  parties: readonly Party[],
  amongRoles = false,
): { lead: Text[]; parts: Labelled[] } {
  const lead: Text[] = []
  const parts: Labelled[] = []
  const starts = lines.map((line) => fold(line.value.slice(0, longestLabelled)))
  const named = starts.map((start) => partyAt(start, parties))
  const heads = named.flatMap((party, i) => (party ? [{ label: party.label, ends: endOf(lines, named, i) }] : []))
  const several = new Set(heads.map((h) => h.label)).size > 1 && heads.some((h) => saysDoing.test(h.ends))
  for (const [i, line] of lines.entries()) {
    const label = (several ? named[i] : undefined) ?? labelOf(starts[i] as string, isLabel)
    // 取組　図書館の相互利用: a title, where nothing else is one.
    const titles =
      label &&
      !amongRoles &&
      lead.length === 0 &&
      parts.length === 0 &&
      isTitled(label, starts[i] as string, lines[i + 1])
    const found = titles ? undefined : label
    if (found) parts.push({ label: found.label, lines: [slice(line, found.rest)] })
    else (parts.at(-1)?.lines ?? lead).push(line)
  }
  return { lead, parts }
}

/** Whether 取組 stands before a title and not before a sentence, which can go on in the next line. */
function isTitled({ label, rest }: { label: string; rest: number }, start: string, next: Text | undefined): boolean {
  if (!isInitiativeWord(label) || rest >= start.length || start.includes('。')) return false
  return !next?.value.endsWith('。') || labelOf(fold(next.value.slice(0, longestLabelled)), isLabel) !== undefined
}

/** The end of what a party's line says, over the lines that follow it: a share or an address says nothing of what it does. */
function endOf(lines: readonly Text[], named: readonly unknown[], at: number): string {
  let last = at
  while (last + 1 < lines.length && named[last + 1] === undefined) last++
  return fold((lines[last] as Text).value.slice(-longestEnd).trimEnd())
}
export const longestEnd = 20
export const saysDoing = /(?:。|こと|[うくすつぬむるぐぶ]|の[^ 0-9一二三四五六七八九十]{2,6})$/u
