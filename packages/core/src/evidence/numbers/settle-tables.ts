import type { Block } from '../../layout/block.ts'
import { correct, type Evidence, type Proof, settle } from '../corrections.ts'
import type { NumberInText } from './number-in-text.ts'
import { numberOf, written } from './plausibility.ts'
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
    if (unknown.changed && numberOf(seen.characters) !== unknown.value)
      correct(evidence, text, start, end, printed(unknown.value, seen.characters), proof)
    else settle(evidence, text, start, end)
  }
}

/** Corrects the numbers of tables by the sums and products that they must meet. */
export function settleTables(evidence: Evidence, blocks: readonly Block[]): void {
  for (const block of blocks) {
    if (block.kind !== 'table') continue
    const { numbers, relations } = tableRelations(evidence.recognition, block)
    if (relations.length === 0) continue
    solve(relations)
    writeSolved(evidence, numbers, relations)
  }
}
