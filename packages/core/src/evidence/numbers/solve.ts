import { implausibility, numberOf, type SeenNumber } from './plausibility.ts'

/** A number that has to do with others: as recognised, and what it is taken to be. */
export interface Unknown {
  seen: SeenNumber
  /** Undefined where the characters give no number as they stand. */
  value: number | undefined
  /** Whether a relation holds with it. */
  proven: boolean
  /** Whether its value is another than its characters say. */
  changed: boolean
}

/** `result` is the sum or the product of `terms`. `sure` ones come from labels or from most rows of a table, others from a guess. */
export interface Relation {
  kind: 'sum' | 'product'
  terms: readonly Unknown[]
  result: Unknown
  sure: boolean
}

export const unknownOf = (seen: SeenNumber): Unknown => ({
  seen,
  value: numberOf(seen.characters),
  proven: false,
  changed: false,
})

/** Most that one relation proves, and most that two or more prove. */
const limitOfOne = 2.4
const limitOfGuess = 1.3
const limitOfTwo = 5.5
/** A solution counts as the only one where the next best is so much more far-fetched. */
const margin = 0.9
/** Values are compared at this many parts of one: decimals of percentages and millions. */
const grain = 1e4

const same = (a: number, b: number): boolean => Math.round(a * grain) === Math.round(b * grain)

function combined({ kind, terms }: Relation): number | undefined {
  let total = kind === 'sum' ? 0 : 1
  for (const { value } of terms) {
    if (value === undefined) return undefined
    total = kind === 'sum' ? total + value : total * value
  }
  return total
}

export function holds(relation: Relation): boolean {
  const total = combined(relation)
  return total !== undefined && relation.result.value !== undefined && same(total, relation.result.value)
}

/** The value that one number of a relation must have for it to hold, the others being what they are. */
function needed(relation: Relation, of: Unknown): number | undefined {
  const { kind, terms, result } = relation
  if (of === result) return combined(relation)
  if (result.value === undefined || terms.filter((t) => t === of).length !== 1) return undefined
  let rest = kind === 'sum' ? 0 : 1
  for (const term of terms) {
    if (term === of) continue
    if (term.value === undefined) return undefined
    rest = kind === 'sum' ? rest + term.value : rest * term.value
  }
  if (kind === 'sum') return result.value - rest
  return rest === 0 ? undefined : result.value / rest
}

/** Whether a relation that holds says anything: sums of nothing but zeros hold without anybody's reading. */
const says = ({ terms, result }: Relation): boolean => result.value !== 0 && terms.some((t) => t.value !== 0)

interface Solution {
  of: Unknown
  value: number
  cost: number
  closes: number
  sure: boolean
}

/** Every way to make a relation hold by another reading of one of its numbers. */
function solutionsOf(relation: Relation, relationsOf: ReadonlyMap<Unknown, readonly Relation[]>): Solution[] {
  const found: Solution[] = []
  for (const of of new Set([...relation.terms, relation.result])) {
    if (of.proven) continue
    const value = needed(relation, of)
    if (value === undefined || !Number.isFinite(value) || !same(value, Math.round(value * 100) / 100)) continue
    const cost = implausibility(of.seen, value)
    if (cost > limitOfTwo) continue
    const before = of.value
    of.value = value
    const closed = (relationsOf.get(of) ?? []).filter(holds)
    of.value = before
    found.push({ of, value, cost, closes: closed.length, sure: closed.some((r) => r.sure) })
  }
  return found
}

const limitOf = ({ closes, sure }: Solution): number => (closes > 1 ? limitOfTwo : sure ? limitOfOne : limitOfGuess)

/** The only solution that is likely enough; undefined where there is none, or more than one. */
function onlySolution(solutions: readonly Solution[]): Solution | undefined {
  const weight = (s: Solution): number => s.cost - (s.closes - 1) * limitOfOne
  const [best, next] = solutions.toSorted((a, b) => weight(a) - weight(b))
  if (!best || best.cost > limitOf(best)) return undefined
  return next && weight(next) < weight(best) + margin ? undefined : best
}

/** Rounds of looking for solutions: each settles at least one number, and long tables have hundreds. */
const mostRounds = 500

function prove(relations: readonly Relation[]): void {
  for (const relation of relations) {
    if (!holds(relation) || !says(relation)) continue
    for (const unknown of [...relation.terms, relation.result]) unknown.proven = true
  }
}

/**
 * Gives numbers other readings where that is the only likely way to make a relation hold. Those of relations that hold are
 * proven and stay; where relations contradict each other, or several readings are as likely, everything stays as recognised.
 */
export function solve(relations: readonly Relation[]): void {
  const relationsOf = new Map<Unknown, Relation[]>()
  for (const relation of relations)
    for (const unknown of new Set([...relation.terms, relation.result]))
      relationsOf.set(unknown, [...(relationsOf.get(unknown) ?? []), relation])
  prove(relations)
  let open = relations.filter((r) => !holds(r))
  for (let round = 0; round < mostRounds && open.length > 0; round++) {
    let best: Solution | undefined
    for (const relation of open) {
      const solution = onlySolution(solutionsOf(relation, relationsOf))
      if (
        solution &&
        (!best || solution.closes > best.closes || (solution.closes === best.closes && solution.cost < best.cost))
      )
        best = solution
    }
    if (!best) return
    best.of.value = best.value
    best.of.changed = true
    best.of.proven = true
    prove(relationsOf.get(best.of) ?? [])
    open = open.filter((r) => !holds(r))
  }
}
