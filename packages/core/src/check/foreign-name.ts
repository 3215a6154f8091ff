import { findMunicipalities } from '../municipality/municipality-name.ts'
import { alikeNames } from '../municipality/name-repair.ts'
import { type Context, report } from '../parse/context.ts'
import type { At } from '../schema/at.ts'

/** Fewer names show no prefecture that the others are of. */
const fewestNames = 3

/** What all municipalities of a name are of; undefined where they are of several. */
function prefectureOf(name: string): string | undefined {
  const [first, ...others] = new Set(findMunicipalities(name).map((m) => m.prefecture))
  return others.length === 0 ? first : undefined
}

/**
 * Says of a municipality that is the only one of its prefecture where another one, whose name looks like it and that is nowhere
 * named, is of the prefecture of the others: 一宮町 among those of 神奈川県 may be 二宮町, misread or misprinted.
 */
export function doubtForeignNames(context: Context, places: ReadonlyMap<string, At | undefined>): void {
  if (places.size < fewestNames) return
  const names = [...places.keys()]
  const of = Map.groupBy(names, prefectureOf)
  for (const name of names) {
    const prefecture = prefectureOf(name)
    if (prefecture === undefined || (of.get(prefecture)?.length ?? 0) > 1) continue
    const [like, ...others] = alikeNames(name).filter((other) => {
      const own = prefectureOf(other)
      return own !== undefined && own !== prefecture && of.has(own) && !places.has(other)
    })
    if (like === undefined || others.length > 0) continue
    report(context, 'municipality-doubtful', { text: name, prefecture, like }, places.get(name))
  }
}
