import type { ReadCharacter } from './recognizer.ts'

/** A character of one reading beside the one of the other that shows the same ink; one of them may be missing. */
export interface Pair {
  first?: ReadCharacter
  second?: ReadCharacter
}

/** What it costs to take two characters for one, besides their distance. */
type Cost = (first: ReadCharacter, second: ReadCharacter) => number

/** Readings longer than this are cut: the work grows with the product of their lengths. */
const lengthLimit = 400
const missing = 1
/** Engines place characters no better than to half of one: a character's width apart costs as much as a wrong letter. */
const distanceWeight = 0.5

const middle = (c: ReadCharacter): number => (c.x0 + c.x1) / 2

/** The cheapest way to lay two readings of one line beside each other, in reading order. */
export function alignReadings(
  firsts: readonly ReadCharacter[],
  seconds: readonly ReadCharacter[],
  cost: Cost,
  missingCost: (c: ReadCharacter) => number = () => missing,
): Pair[] {
  const a = firsts.slice(0, lengthLimit)
  const b = seconds.slice(0, lengthLimit)
  const height = Math.max(1, ...a.map((c) => c.y1 - c.y0), ...b.map((c) => c.y1 - c.y0))
  const columns = b.length + 1
  const total = new Float32Array((a.length + 1) * columns)
  const both = (i: number, j: number): number => {
    const [x, y] = [a[i] as ReadCharacter, b[j] as ReadCharacter]
    return cost(x, y) + Math.min(missing, (distanceWeight * Math.abs(middle(x) - middle(y))) / height)
  }
  for (let i = 1; i <= a.length; i++)
    total[i * columns] = (total[(i - 1) * columns] as number) + missingCost(a[i - 1] as ReadCharacter)
  for (let j = 1; j <= b.length; j++) total[j] = (total[j - 1] as number) + missingCost(b[j - 1] as ReadCharacter)
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++)
      total[i * columns + j] = Math.min(
        (total[(i - 1) * columns + j - 1] as number) + both(i - 1, j - 1),
        (total[(i - 1) * columns + j] as number) + missingCost(a[i - 1] as ReadCharacter),
        (total[i * columns + j - 1] as number) + missingCost(b[j - 1] as ReadCharacter),
      )
  const pairs: Pair[] = []
  let [i, j] = [a.length, b.length]
  while (i > 0 || j > 0) {
    const here = total[i * columns + j] as number
    const near = (value: number): boolean => Math.abs(value - here) < 1e-4
    if (i > 0 && j > 0 && near((total[(i - 1) * columns + j - 1] as number) + both(i - 1, j - 1)))
      pairs.push({ first: a[--i] as ReadCharacter, second: b[--j] as ReadCharacter })
    else if (
      i > 0 &&
      (j === 0 || near((total[(i - 1) * columns + j] as number) + missingCost(a[i - 1] as ReadCharacter)))
    )
      pairs.push({ first: a[--i] as ReadCharacter })
    else pairs.push({ second: b[--j] as ReadCharacter })
  }
  return [...pairs.reverse(), ...firsts.slice(lengthLimit).map((first) => ({ first }))]
}
