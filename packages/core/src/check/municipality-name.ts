import { findMunicipalities } from '../municipality/municipality-name.ts'
import { repairMunicipality } from '../municipality/name-repair.ts'
import { type Context, locate, report } from '../parse/context.ts'
import { fold } from '../text/fold.ts'
import type { Text } from '../text/text.ts'

/** Names of municipalities as one document prints them. */
export interface NameBook {
  /** The name that a printed one stands for, repaired where it is damaged; undefined where it is none. */
  resolve(printed: Text): string | undefined
  /** The city that the document calls the core of its region: a column under 中心市 is its own. */
  core?: string | undefined
}

/** Names read against the table of all municipalities; repairs prefer `members` and are reported once each. */
export function nameBook(context: Context, members: readonly string[]): NameBook {
  const known = new Map<string, string | undefined>()
  return {
    resolve(printed) {
      const bare = fold(printed.value).replace(/\s/gu, '')
      if (known.has(bare)) return known.get(bare)
      const exact = findMunicipalities(bare)[0]?.name
      const repaired = exact === undefined ? repairMunicipality(bare, members) : undefined
      if (repaired !== undefined) {
        const from = printed.value.replace(/\s/gu, '')
        report(context, 'municipality-name-repaired', { from, to: repaired }, locate(context, printed))
      }
      known.set(bare, exact ?? repaired)
      return exact ?? repaired
    },
  }
}

/** Says once of a name that is read as printed that no municipality is known by it. */
export function reportUnknownName(context: Context, printed: Text): void {
  const text = fold(printed.value).replace(/\s/gu, '')
  const isSaid = context.diagnostics.some((d) => d.code === 'municipality-unknown' && d.data?.text === text)
  if (!isSaid) report(context, 'municipality-unknown', { text }, locate(context, printed))
}
