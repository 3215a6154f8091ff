import type { Document } from '@kyoyaku/core'
import { agreementFacts } from './agreement-facts.ts'
import type { Fact } from './fact.ts'
import { visionFacts } from './vision-facts.ts'

/** Facts with keys made single: the second of two equal keys gets a number. */
function numbered(facts: readonly Fact[]): Fact[] {
  const seen = new Map<string, number>()
  return facts.map((fact) => {
    const id = `${fact.kind} ${fact.key}`
    const n = (seen.get(id) ?? 0) + 1
    seen.set(id, n)
    return n === 1 ? fact : { ...fact, key: `${fact.key} #${n}` }
  })
}

/** All that can be scored of a file's documents, in order; `seen` is applied before equal keys are told apart. */
export function factsOf(documents: readonly Document[], seen: (fact: Fact) => Fact): Fact[] {
  return numbered(
    documents.flatMap((document, i) => {
      const facts =
        document.type === 'agreement' || document.type === 'regulation'
          ? agreementFacts(document)
          : document.type === 'vision'
            ? visionFacts(document)
            : [{ kind: 'head' as const, key: 'type', value: document.type }]
      return facts.map((fact) => seen({ ...fact, key: `${i}:${fact.key}` }))
    }),
  )
}
