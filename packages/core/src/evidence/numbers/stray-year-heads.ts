import type { Block, Cell } from '../../layout/block.ts'
import { headOf } from '../../parse/vision/budget/sum-head.ts'
import { correct, type Evidence } from '../corrections.ts'
import { leastConfidence } from '../recognition.ts'

/** Years that step by one are the headings of sums when there are so many. */
const fewestYears = 2
/** A character less sure than this may be a speck, or half of the one behind it. */
const unsure = 0.9

/** A character and a year behind it; a bracket and what says from or until when belong to the heading. */
const strayBefore = /^([^\s()~〜自至第0-9A-Z])\s*(?=(?:令和|平成|昭和|[RHS]|20[0-9]{2})[0-9元年])/u

interface StrayHead {
  cell: Cell
  stray: string
  year: number
}

function strayHeadOf(cell: Cell): StrayHead | undefined {
  const [match, stray] = strayBefore.exec(cell.folded) ?? []
  if (match === undefined || stray === undefined) return undefined
  const head = headOf(cell.folded.slice(match.length).replace(/\s/gu, ''))
  return head?.kind === 'year' ? { cell, stray, year: head.year } : undefined
}

/** Runs of headings in a row whose years step by one. */
function runsOf(row: readonly Cell[]): StrayHead[][] {
  const runs: StrayHead[][] = []
  for (const cell of row) {
    if (cell.covered || cell.text.value === '') continue
    const head = strayHeadOf(cell)
    const last = runs.at(-1)
    if (head && last?.at(-1)?.year === head.year - 1) last.push(head)
    else if (head) runs.push([head])
  }
  return runs.filter((run) => run.length >= fewestYears)
}

/**
 * Takes off what stands before every year of a row of headings and is no part of any: 有H27年度 有H28年度 有H29年度. The first
 * letter of a year is seen twice, in the same way in all of them; where it differs, each must be unsure.
 */
export function removeStrayBeforeYears(evidence: Evidence, blocks: readonly Block[]): void {
  for (const block of blocks)
    if (block.kind === 'table')
      for (const row of block.rows)
        for (const run of runsOf(row)) {
          const isSame = run.every(({ stray }) => stray === run[0]?.stray)
          if (!isSame && run.some(({ cell }) => leastConfidence(evidence.recognition, cell.text, 0, 1) >= unsure))
            continue
          for (const { cell } of run) correct(evidence, cell.text, 0, 1, '', 'sequence')
        }
}
