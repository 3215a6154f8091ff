import type { Party } from '../../schema/agreement.ts'
import { betweenParties, partyCalled } from './party-symbol.ts'

/** The parties that a text names, as they are called; what names nobody is left out. */
export const knownParties = (names: string, parties: readonly Party[]): string[] =>
  names.split(betweenParties).flatMap((name) => {
    const party = partyCalled(name, parties)
    return party === undefined ? [] : [party]
  })

/** 甲　…, 甲：…, 【甲】…: a party's symbol or name at the start of a line, parted from the text. */
const partyHead = /^(?:[【〔[(<〈《]([^】〕\])>〉》]{1,24})[】〕\])>〉》] *|([^ :]{1,24})(?: +|: *))/u

/** The party that a line begins with, and where the text starts: two of them head their roles. */
export function partyAt(start: string, parties: readonly Party[]): { label: string; rest: number } | undefined {
  const match = partyHead.exec(start)
  const label = match?.[1] ?? match?.[2]
  return match && label !== undefined && knownParties(label, parties).length > 0
    ? { label, rest: match[0].length }
    : undefined
}
