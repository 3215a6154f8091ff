import type { Pair } from '../align/unit.ts'
import { comparable } from '../text/edits.ts'
import type { Environment } from './environment.ts'
import type { VisionProject } from './vision-projects.ts'

/** Shorter lines (研修の実施) stand in the sheets of projects that have nothing to do with each other. */
const shortest = 5

/** What a project is and does, a line each. */
const linesOf = (env: Environment, p: VisionProject): string[] =>
  [p.title, ...(p.activities ?? [])].map((line) => comparable(env.text, line)).filter((line) => line.length >= shortest)

/** Units of `parts` without a partner, each with the unit of `wholes` that had a line of it and has it no more. */
function piecesOf(
  parts: readonly string[][],
  alone: readonly number[],
  wholes: readonly string[][],
  partner: ReadonlyMap<number, number>,
): Map<number, number> {
  const owner = new Map<string, number>()
  for (const [whole, rest] of partner)
    for (const line of wholes[whole] as string[]) if (!(parts[rest] as string[]).includes(line)) owner.set(line, whole)
  const found = new Map<number, number>()
  for (const part of alone) {
    const line = (parts[part] as string[]).find((l) => owner.has(l))
    if (line !== undefined) found.set(part, owner.get(line) as number)
  }
  return found
}

/** Which new projects took an activity over from an old one that goes on, and which old ones left theirs to a new one. */
export function projectPieces(
  env: Environment,
  olds: readonly VisionProject[],
  news: readonly VisionProject[],
  pairs: readonly Pair[],
): { splitFrom: Map<number, number>; mergedInto: Map<number, number> } {
  const [a, b] = [olds.map((p) => linesOf(env, p)), news.map((p) => linesOf(env, p))]
  const ofOld = new Map(pairs.map((p) => [p.old, p.new]))
  const ofNew = new Map(pairs.map((p) => [p.new, p.old]))
  const alone = (all: readonly unknown[], paired: ReadonlyMap<number, number>): number[] =>
    all.flatMap((_, i) => (paired.has(i) ? [] : [i]))
  return {
    splitFrom: piecesOf(b, alone(b, ofNew), a, ofOld),
    mergedInto: piecesOf(a, alone(a, ofOld), b, ofNew),
  }
}
