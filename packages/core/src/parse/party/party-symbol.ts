import type { Party } from '../../schema/agreement.ts'
import { fold } from '../../text/fold.ts'

/** Symbols that stand for parties wherever they are defined. */
export const stemSymbol = /^[甲乙丙丁戊己庚辛壬癸]$/u

/** Between the parties that a heading or a label names together: nothing has to stand between symbols (甲乙の役割). */
export const betweenParties = /及び|および|並びに|、|・|と|(?<=[甲乙丙丁戊己庚辛壬癸])(?=[甲乙丙丁戊己庚辛壬癸])/u

/** Whether text is nothing but symbols: 甲、乙及び丙. */
export const areSymbols = (names: string): boolean =>
  names.length <= longestSymbols && names.split(betweenParties).every((name) => stemSymbol.test(name))
/** All ten symbols with words between them are no longer. */
const longestSymbols = 30

/** What the party is called by that a folded text names and nothing else: its symbol, or its name where others have the same symbol. */
export function partyCalled(named: string, parties: readonly Party[]): string | undefined {
  const bySymbol = parties.find((p) => fold(p.symbol) === named)
  if (bySymbol) return bySymbol.symbol
  const party = parties.find((p) => fold(p.name) === named)
  return party && parties.some((p) => p !== party && p.symbol === party.symbol) ? party.name : party?.symbol
}
