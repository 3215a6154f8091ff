import { type Context, report } from '../parse/context.ts'
import { stemSymbol } from '../parse/party/party-symbol.ts'
import type { Initiative, Party } from '../schema/agreement.ts'

/** Reports each symbol (丁) that has roles and that no party is called by, where it has its first one. */
export function undefinedParties(
  context: Context,
  parties: readonly Party[],
  initiatives: readonly Initiative[],
): void {
  const known = new Set(parties.map((p) => p.symbol))
  if (parties.length === 0) return
  for (const { party, at } of initiatives.flatMap((i) => i.roles)) {
    if (!stemSymbol.test(party) || known.has(party)) continue
    known.add(party)
    report(context, 'party-undefined', { party }, at)
  }
}
