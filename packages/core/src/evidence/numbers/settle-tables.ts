import type { Block } from '../../layout/block.ts'
import { slice } from '../../text/text.ts'
import { correct, type Evidence, type Proof, settle } from '../corrections.ts'
import type { NumberInText } from './number-in-text.ts'
import { inForm, numberOf, written } from './plausibility.ts'
import { holds, type Relation, solve, type Unknown } from './solve.ts'
import { tableRelations } from './table-relations.ts'

/** A number of the document and what solving made of it. */
export interface SolvedNumber {
  found: NumberInText
  unknown: Unknown
}

/** Numbers as documents write them: some without commas. */
function printed(value: number, seen: string): string {
  const text = written(value)
  const hasCommas = /[,.，．、]/u.test(seen) || seen.replace(/[^0-9]/gu, '').length < 4
  return hasCommas ? text : text.replaceAll(',', '')
}

/** Whether a number is printed as numbers are, so that nothing but its value is to be seen from it. */
const isWritten = (characters: string): boolean => /^[△▲-]?[0-9,]+(?:\.[0-9]{1,2})?$/u.test(characters)

/** Writes what solving found out: other readings as corrections, numbers that relations prove as settled. */
export function writeSolved(
  evidence: Evidence,
  numbers: readonly SolvedNumber[],
  relations: readonly Relation[],
): void {
  const proofs = new Map<Unknown, Proof>()
  for (const relation of relations)
    if (holds(relation)) for (const unknown of [...relation.terms, relation.result]) proofs.set(unknown, relation.kind)
  for (const { found, unknown } of numbers) {
    const { text, start, end, seen } = found
    const proof = proofs.get(unknown)
    if (!unknown.proven || !proof || unknown.value === undefined) continue
    if (numberOf(seen.characters) !== unknown.value || (unknown.value !== 0 && !isWritten(seen.characters)))
      correct(evidence, text, start, end, printed(unknown.value, seen.characters), proof)
    else settle(evidence, text, start, end)
  }
}

/** Letters for digits and points for commas are put right whatever the number is. */
function writeInForm(evidence: Evidence, { text, start, end, seen }: NumberInText): void {
  const to = inForm(seen.characters, seen.isMoney)
  if (to !== seen.characters && numberOf(to) !== undefined) correct(evidence, text, start, end, to, 'form')
}

/** Corrects the numbers of tables by the sums and products that they must meet. */
export function settleTables(evidence: Evidence, blocks: readonly Block[]): void {
  const disputed = new Set<Unknown>()
  for (const block of blocks) {
    if (block.kind !== 'table') continue
    const { numbers, relations } = tableRelations(evidence.recognition, block)
    const open = solve(relations)
    writeSolved(evidence, numbers, relations)
    for (const relation of open)
      if (relation.sure) for (const unknown of [...relation.terms, relation.result]) disputed.add(unknown)
    for (const { found, unknown } of numbers) {
      if (disputed.has(unknown)) evidence.disputed.push(slice(found.text, found.start, found.end))
      writeInForm(evidence, found)
    }
  }
}
