import { wordsOf } from '../../../check/project-heading.ts'
import type { Where } from '../../../schema/at.ts'
import type { RegionIndicator } from '../../../schema/vision.ts'
import type { Part } from '../outline-state.ts'
import { hullOf } from '../place.ts'

/** Indicators with the headings that stand above them. */
export interface Placed {
  indicators: RegionIndicator[]
  stack: readonly Part[]
}

/** Names of pillars and initiatives as the document's projects have them, by their words. */
export interface OwnerNames {
  pillars: ReadonlyMap<string, string>
  initiatives: ReadonlyMap<string, string>
}

/** Reads a heading as what it names, for the first that belongs to it. */
export interface OwnerHeadings {
  pillar(part: Part, holder: { where?: Where | undefined }): string
  initiative(part: Part, pillar: Part | undefined): { title: string; pillar?: string }
}

/** The names that one or more texts give: by their words. */
export const namesOf = (names: readonly (string | undefined)[]): Map<string, string> =>
  new Map(names.flatMap((n) => (n === undefined || n === '' ? [] : [[wordsOf(n), n]])))

const number = /^(?:[0-9]{1,2}|[Ⅰ-ⅫIVX]{1,4}|\([0-9]{1,2}\)|[①-⑳]|[ア-ン]|基本目標[0-9]{0,2}|役割[0-9]{0,2})[.、:)]?/u

/** The known name that a printed one says, with a number before it or without. */
const knownAs = (names: ReadonlyMap<string, string>, printed: string): string | undefined => {
  const words = wordsOf(printed)
  return names.get(words) ?? names.get(words.replace(number, ''))
}

/** Gives a member another name or another value; what was printed stays claimed. */
function rename(
  indicator: RegionIndicator,
  from: 'pillar' | 'initiative' | 'group',
  to: 'pillar' | 'initiative',
  name: string,
): void {
  const printed = indicator[from]
  const { [from]: place, ...where } = indicator.where ?? {}
  if (from !== to) delete indicator[from]
  indicator[to] = name
  if (place) indicator.where = { ...where, [printed === name ? to : `printed.${from}`]: place }
}

function settleOwn(indicator: RegionIndicator, { pillars, initiatives }: OwnerNames): void {
  for (const from of ['group', 'pillar', 'initiative'] as const) {
    const printed = indicator[from]
    if (printed === undefined) continue
    const order = from === 'initiative' ? (['initiative', 'pillar'] as const) : (['pillar', 'initiative'] as const)
    for (const to of order) {
      const name = knownAs(to === 'pillar' ? pillars : initiatives, printed)
      if (name === undefined || (from !== to && indicator[to] !== undefined)) continue
      rename(indicator, from, to, name)
      break
    }
  }
}

/** Tells indicators what they belong to: by what their table says, else by the headings above it that projects know too. */
export function settleOwners(placed: readonly Placed[], names: OwnerNames, headings: OwnerHeadings): void {
  for (const { indicators, stack } of placed) {
    const titled = stack.filter((p) => p.heading !== undefined)
    const wordsIn = (p: Part): string => wordsOf(p.heading?.title.value ?? '')
    const initiative = titled.findLast((p) => p.heading?.role === 'initiative' || names.initiatives.has(wordsIn(p)))
    const pillar = titled.findLast(
      (p) => p !== initiative && (p.heading?.role === 'pillar' || names.pillars.has(wordsIn(p))),
    )
    for (const indicator of indicators) {
      settleOwn(indicator, names)
      const places = Object.keys(indicator.where ?? {}).length
      if (indicator.pillar === undefined && pillar) indicator.pillar = headings.pillar(pillar, indicator)
      if (indicator.initiative === undefined && initiative) {
        const { title, pillar: over } = headings.initiative(initiative, pillar)
        if (indicator.pillar === undefined || over === undefined || indicator.pillar === over)
          indicator.initiative = title
      }
      if (Object.keys(indicator.where ?? {}).length > places)
        indicator.at = hullOf([indicator.at, ...Object.values(indicator.where ?? {})])
    }
  }
}
