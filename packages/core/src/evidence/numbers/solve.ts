import {
  implausibility,
  inForm,
  isTorn,
  likelyReadings,
  numberOf,
  type SeenNumber,
  valueOfSeen,
} from './plausibility.ts'

/** A number that has to do with others: as recognised, and what it is taken to be. */
export interface Unknown {
  seen: SeenNumber
  /** Undefined where the characters give no number as they stand. */
  value: number | undefined
  /** Whether a relation holds with it. */
  proven: boolean
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
  value: valueOfSeen(seen),
  proven: false,
})

/** Most that one sum proves, one product of two (fewer numbers that may be wrong), and two or more relations. */
const limitOfOne = 2.4
const limitOfProduct = 3.2
const limitOfGuess = 1.3
const limitOfTwo = 5.5
/** A solution counts as the only one where the next best is so much more far-fetched. */
const margin = 1.4
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

/** Other readings of some of a relation's numbers that make it hold. */
interface Solution {
  changes: readonly (readonly [Unknown, number])[]
  cost: number
  /** How many relations hold by it, and whether one of them is sure. */
  closes: number
  sure: boolean
  product: boolean
}

type RelationsOf = ReadonlyMap<Unknown, readonly Relation[]>

/** Does something with numbers changed, and changes them back. */
function withChanges<T>(changes: Solution['changes'], look: () => T): T {
  const before = changes.map(([of]) => of.value)
  for (const [of, value] of changes) of.value = value
  const seen = look()
  changes.forEach(([of], i) => {
    of.value = before[i]
  })
  return seen
}

function solution(changes: Solution['changes'], cost: number, relationsOf: RelationsOf): Solution {
  return withChanges(changes, () => {
    const closed = new Set(changes.flatMap(([of]) => (relationsOf.get(of) ?? []).filter(holds)))
    return {
      changes,
      cost,
      closes: closed.size,
      sure: [...closed].some((r) => r.sure),
      product: [...closed].some((r) => r.kind === 'product'),
    }
  })
}

/** Numbers are printed with two decimals at most: another quotient is no factor. */
const isPrintable = (value: number): boolean => Number.isFinite(value) && same(value, Math.round(value * 100) / 100)

const numbersOf = ({ terms, result }: Relation): Set<Unknown> => new Set([...terms, result])

/** Relations with more numbers than this are too many pairs. */
const mostForPairs = 40

function costOfOne(relation: Relation, except?: Unknown): number {
  let least = Number.POSITIVE_INFINITY
  for (const of of numbersOf(relation)) {
    const value = of.proven || of === except ? undefined : needed(relation, of)
    if (value !== undefined && isPrintable(value)) least = Math.min(least, implausibility(of.seen, value))
  }
  return least
}

/** How far-fetched the likeliest misreading is, of one number or of two, by which a relation does not hold. */
export function costToHold(relation: Relation): number {
  const one = costOfOne(relation)
  const numbers = [...numbersOf(relation)].filter((of) => !of.proven)
  if (one < limitOfOne || numbers.length > mostForPairs) return one
  let least = one
  for (const first of numbers)
    for (const [value, cost] of likelyReadings(first.seen))
      if (cost < least)
        withChanges([[first, value]], () => {
          least = Math.min(least, cost + costOfOne(relation, first))
        })
  return least
}

/** A plan often has the same sum for every year: a misread one among so many that are the same is likely that one too. */
const fewestAlike = 2
const shareOfAlike = 0.5

const isUsual = ({ kind, terms }: Relation, of: Unknown, value: number): boolean =>
  kind === 'sum' && terms.includes(of) && terms.filter((t) => t !== of && t.value === value).length >= fewestAlike

/** What is lost is what the others leave for it: these are to be surer than others need be. */
const sureEnough = 0.95
const isSure = ({ seen, proven }: Unknown): boolean => proven || seen.confidences.every((c) => c >= sureEnough)

/** Whether one number of a relation is to be found from the others alone, and these are too doubtful for that. */
const isLostAmongUnsure = (relation: Relation, of: Unknown): boolean =>
  of.seen.lostWidth !== undefined &&
  !(relation.kind === 'sum' && relation.sure && [...numbersOf(relation)].every((n) => n === of || isSure(n)))

/** Every way to make a relation hold by another reading of one of its numbers. */
function singleSolutions(relation: Relation, relationsOf: RelationsOf): Solution[] {
  const found: Solution[] = []
  for (const of of numbersOf(relation)) {
    if (of.proven || isLostAmongUnsure(relation, of)) continue
    const value = needed(relation, of)
    if (value === undefined || !isPrintable(value)) continue
    const isAlike = isUsual(relation, of, value)
    // Of what is lost, a sum that the others of its row have too says more than how wide it seems.
    const cost =
      isAlike && of.seen.lostWidth !== undefined
        ? limitOfGuess
        : implausibility(of.seen, value) * (isAlike ? shareOfAlike : 1)
    if (cost <= limitOfTwo) found.push(solution([[of, value]], cost, relationsOf))
  }
  return found
}

/** Every way to make a relation hold by likely readings of two of its numbers. */
function pairSolutions(relation: Relation, relationsOf: RelationsOf): Solution[] {
  const numbers = [...numbersOf(relation)].filter((of) => !of.proven)
  if (numbers.length > mostForPairs) return []
  const found: Solution[] = []
  for (const [i, first] of numbers.entries())
    for (const [value, cost] of likelyReadings(first.seen))
      withChanges([[first, value]], () => {
        for (const [k, second] of numbers.entries()) {
          if (k === i || second.seen.lostWidth !== undefined) continue
          const other = needed(relation, second)
          if (other === undefined || !isPrintable(other) || other === second.value) continue
          const both = cost + implausibility(second.seen, other)
          const isNew = !found.some(
            (s) => s.changes[0]?.[0] === second && s.changes[1]?.[0] === first && s.changes[0][1] === other,
          )
          if (both <= limitOfTwo && isNew)
            found.push(
              solution(
                [
                  [first, value],
                  [second, other],
                ],
                both,
                relationsOf,
              ),
            )
        }
      })
  return found
}

function limitOf({ closes, sure, product }: Solution): number {
  if (closes > 1) return limitOfTwo
  return product ? limitOfProduct : sure ? limitOfOne : limitOfGuess
}

/** The only solution that is likely enough; undefined where there is none, or more than one. */
function onlySolution(solutions: readonly Solution[]): Solution | undefined {
  const weight = (s: Solution): number => s.cost - (s.closes - s.changes.length) * limitOfOne
  const [best, next] = solutions.toSorted((a, b) => weight(a) - weight(b))
  if (!best || best.cost > limitOf(best)) return undefined
  return next && weight(next) < weight(best) + margin ? undefined : best
}

/** Rounds of looking for solutions: each settles at least one number, and long tables have hundreds. */
const mostRounds = 500

function prove(relations: readonly Relation[]): void {
  for (const relation of relations) {
    if (!holds(relation) || !says(relation)) continue
    for (const unknown of numbersOf(relation)) unknown.proven = true
  }
}

/** The best of the solutions of all open relations: the one that closes most, then the likeliest. */
function bestSolution(open: readonly Relation[], solve: (relation: Relation) => Solution[]): Solution | undefined {
  let best: Solution | undefined
  for (const relation of open) {
    const found = onlySolution(solve(relation))
    if (found && (!best || found.closes > best.closes || (found.closes === best.closes && found.cost < best.cost)))
      best = found
  }
  return best
}

/** What the characters of a number give where nothing but their room speaks against it; a nought where none was seen. */
function faceOf({ seen, value }: Unknown): number | undefined {
  if (value !== undefined || seen.lead !== undefined) return undefined
  if (seen.isUnseen) return 0
  return seen.isLetters || isTorn(seen) ? numberOf(inForm(seen.characters, seen.isMoney)) : undefined
}

/** Takes numbers that seem to have lost digits, or all of one, for what they say, where a relation holds so. */
function takeFaces(relations: readonly Relation[]): void {
  for (const relation of relations) {
    if (holds(relation)) continue
    const faces = [...numbersOf(relation)].flatMap((of): [Unknown, number][] => {
      const face = of.proven ? undefined : faceOf(of)
      return face === undefined ? [] : [[of, face]]
    })
    const [isHeld, isClosed] = withChanges(faces, () => [holds(relation), closesByOther(relation)] as const)
    if (faces.length === 0 || !(isHeld || isClosed)) continue
    for (const [of, value] of faces) {
      of.value = value
      of.proven = isHeld
    }
  }
}

/** Whether a relation lacks one number alone, and what it lacks is as good as read. */
function closesByOther(relation: Relation): boolean {
  const open = [...numbersOf(relation)].filter((of) => of.value === undefined)
  const [of] = open
  const value = of && open.length === 1 ? needed(relation, of) : undefined
  return of !== undefined && value !== undefined && implausibility(of.seen, value) < limitOfGuess
}

/**
 * Gives numbers other readings where that is the only likely way to make a relation hold. Those of relations that hold are
 * proven and stay; where relations contradict each other, or several readings are as likely, everything stays as recognised.
 * Returns the relations that do not hold.
 */
export function solve(relations: readonly Relation[]): Relation[] {
  const relationsOf = new Map<Unknown, Relation[]>()
  for (const relation of relations)
    for (const unknown of numbersOf(relation)) relationsOf.set(unknown, [...(relationsOf.get(unknown) ?? []), relation])
  prove(relations)
  takeFaces(relations)
  prove(relations)
  let open = relations.filter((r) => !holds(r))
  for (let round = 0; round < mostRounds && open.length > 0; round++) {
    const best =
      bestSolution(open, (relation) => singleSolutions(relation, relationsOf)) ??
      bestSolution(open, (relation) => pairSolutions(relation, relationsOf))
    if (!best) break
    for (const [of, value] of best.changes) {
      of.value = value
      of.proven = true
      prove(relationsOf.get(of) ?? [])
    }
    open = open.filter((r) => !holds(r))
  }
  return open
}
