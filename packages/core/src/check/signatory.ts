import { findMunicipalities } from '../municipality/municipality-name.ts'
import { type Context, report } from '../parse/context.ts'
import type { Party, Signatory } from '../schema/agreement.ts'

const municipalityOf = (name: string): string | undefined => findMunicipalities(name)[0]?.name

/**
 * Reports a municipality that signs under the symbol of another one: 乙 is defined as 直島町 and signed as 上島町. Bodies that are no
 * municipalities are called in more than one way and say nothing, nor does a symbol of several parties.
 */
export function checkSignatories(context: Context, parties: readonly Party[], signed: readonly Signatory[]): void {
  for (const { symbol, organization, at, where } of signed) {
    const own = parties.filter((party) => party.symbol === symbol)
    const [party, ...others] = own
    if (!party || others.length > 0) continue
    const [defined, found] = [municipalityOf(party.name), municipalityOf(organization)]
    if (defined === undefined || found === undefined || defined === found) continue
    report(context, 'signatory-mismatch', { party: symbol, defined, signed: found }, where?.organization ?? at)
  }
}
