/** Errors and the characters that there are, from which a character error rate follows. */
export interface CharacterTally {
  errors: number
  characters: number
}
export const noCharacters: CharacterTally = { errors: 0, characters: 0 }

/** What a scan can show: no spaces, and neither width nor composition of characters (Unicode NFKC). */
export const shown = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '')

/** Least number of characters put in, left out or changed (Levenshtein 1966). */
export function editDistance(a: string, b: string): number {
  if (a === b) return 0
  const [x, y] = [[...a], [...b]]
  let previous = Uint32Array.from({ length: y.length + 1 }, (_, i) => i)
  let current = new Uint32Array(y.length + 1)
  for (let i = 1; i <= x.length; i++) {
    current[0] = i
    for (let k = 1; k <= y.length; k++) {
      current[k] = Math.min(
        (previous[k - 1] as number) + (x[i - 1] === y[k - 1] ? 0 : 1),
        (previous[k] as number) + 1,
        (current[k - 1] as number) + 1,
      )
    }
    ;[previous, current] = [current, previous]
  }
  return previous[y.length] as number
}

/**
 * Adds a text and what was read of it. The character error rate is the edit distance by the length of the truth, both summed
 * over all texts (Rice, Jenkins and Nartker, "The Fourth Annual Test of OCR Accuracy", 1995): what is read where nothing is
 * printed counts against it, so it can exceed 1.
 */
export function addText(tally: CharacterTally, want: string, got: string): CharacterTally {
  const [a, b] = [shown(want), shown(got)]
  return { errors: tally.errors + editDistance(a, b), characters: tally.characters + [...a].length }
}
