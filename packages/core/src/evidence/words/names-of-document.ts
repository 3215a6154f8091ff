import { readMunicipalities } from '../../municipality/municipality-name.ts'
import type { Passage } from './passages.ts'

/** A name that stands this often in a document is one of its own. */
const fewestMentions = 2
/** Names of two characters are one step from many words. */
const shortestName = 3
/** Most names of one document: those of a large region, twice over. */
const mostNames = 80

/** The municipalities that a document names more than once. */
export function namesOf(passages: readonly Passage[]): string[] {
  const counts = new Map<string, number>()
  for (const { folded } of passages)
    for (const { name } of readMunicipalities(folded))
      if (name.length >= shortestName) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].flatMap(([name, n]) => (n >= fewestMentions ? [name] : [])).slice(0, mostNames)
}
