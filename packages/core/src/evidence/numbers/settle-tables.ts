import type { Block } from '../../layout/block.ts'
import { fold } from '../../text/fold.ts'
import { slice } from '../../text/text.ts'
import { correct, type Evidence, type Proof, settle } from '../corrections.ts'
import type { NumberInText } from './number-in-text.ts'
import { formOf, numberOf, type SeenNumber, written } from './plausibility.ts'
import { costToHold, holds, type Relation, solve, type Unknown } from './solve.ts'
import { tableRelations } from './table-relations.ts'

/** A number of the document and what solving made of it. */
interface SolvedNumber {
  found: NumberInText
  unknown: Unknown
}

/** Numbers as documents write them: some without commas. */
function printed(value: number, { characters: seen, isGrouped }: SeenNumber): string {
  const text = written(value)
  const hasCommas = isGrouped || /[,.，．、]/u.test(seen) || seen.replace(/[^0-9]/gu, '').length < 4
  return hasCommas ? text : text.replaceAll(',', '')
}

/** Whether a number is printed as numbers are, so that nothing but its value is to be seen from it. */
const isWritten = ({ characters, isGrouped }: SeenNumber): boolean =>
  isGrouped
    ? /^[△▲-]?[0-9]{1,3}(?:,[0-9]{3})*$/u.test(characters)
    : /^[△▲-]?[0-9,]+(?:\.[0-9]{1,2})?$/u.test(characters)

/** What was read in a number's place, dirt included. */
const bareIn = ({ text, start, end }: NumberInText): string => fold(text.value.slice(start, end)).replace(/\s/gu, '')

/** Writes what solving found out: other readings as corrections, numbers that relations prove as settled. */
function writeSolved(evidence: Evidence, numbers: readonly SolvedNumber[], relations: readonly Relation[]): void {
  const proofs = new Map<Unknown, Proof>()
  for (const relation of relations)
    if (holds(relation)) for (const unknown of [...relation.terms, relation.result]) proofs.set(unknown, relation.kind)
  for (const { found, unknown } of numbers) {
    const { text, start, end, seen } = found
    const proof = proofs.get(unknown)
    if (!unknown.proven || !proof || unknown.value === undefined) continue
    const isClean = bareIn(found) === seen.characters
    if (!isClean || numberOf(seen.characters) !== unknown.value || (unknown.value !== 0 && !isWritten(seen)))
      correct(
        evidence,
        text,
        start,
        end,
        (isWritten(seen) && numberOf(seen.characters) === unknown.value
          ? seen.characters
          : printed(unknown.value, seen)) +
          (seen.characters === '' && seen.lostWidth === undefined ? text.value.slice(start, end) : ''),
        proof,
      )
    else settle(evidence, text, start, end)
  }
}

/** Letters for digits and points for commas are put right whatever the number is. */
function writeInForm(evidence: Evidence, found: NumberInText): void {
  const { text, start, end, seen } = found
  const to = seen.lead === undefined ? formOf(seen) : undefined
  if (to === undefined) return
  if ((to !== seen.characters || bareIn(found) !== to) && numberOf(to) !== undefined)
    correct(evidence, text, start, end, to, 'form')
}

/** A total that none of its guesses explains better than this is left alone. */
const farFetched = 4

/** Of several guesses at what a number is the sum of: the one that holds, else the one that is easiest to make hold. */
function likeliest(group: readonly Relation[]): Relation | undefined {
  const holding = group.find(holds)
  if (holding || group.length === 1) return holding ?? group[0]
  const [best] = group.map((relation) => ({ relation, cost: costToHold(relation) })).sort((a, b) => a.cost - b.cost)
  return best && best.cost < farFetched ? best.relation : group[0]
}

/** Solves what holds for certain first, then one total after the other: which numbers make it up shows when these are right. */
function solveGroups(groups: readonly (readonly Relation[])[]): { relations: Relation[]; open: Relation[] } {
  const relations = groups.flatMap((group) => (group.length === 1 ? group : []))
  let open = solve(relations)
  for (const group of groups) {
    if (group.length === 1) continue
    const relation = likeliest(group)
    if (!relation) continue
    relations.push(relation)
    open = solve(relations)
  }
  return { relations, open }
}

/** Corrects the numbers of tables by the sums and products that they must meet. */
export function settleTables(evidence: Evidence, blocks: readonly Block[]): void {
  const disputed = new Set<Unknown>()
  for (const block of blocks) {
    if (block.kind !== 'table') continue
    const { numbers, groups } = tableRelations(evidence.recognition, block)
    const { relations, open } = solveGroups(groups)
    writeSolved(evidence, numbers, relations)
    for (const relation of open)
      if (relation.sure) for (const unknown of [...relation.terms, relation.result]) disputed.add(unknown)
    for (const { found, unknown } of numbers) {
      if (disputed.has(unknown)) evidence.disputed.push(slice(found.text, found.start, found.end))
      writeInForm(evidence, found)
    }
  }
}
