/** What a model says of a line: for every step from left to right, how likely each class is. Class 0 is nothing. */
export interface Lattice {
  steps: number
  classes: number
  /** `steps` times `classes` shares. */
  shares: Float32Array
}

/** A character of the alphabet, or one outside of it (`value` is empty), with the steps that show it. */
export interface LatticeCharacter {
  value: string
  confidence: number
  first: number
  /** The step after the last. */
  end: number
}

/** Classes of a model that show one letter: digits come full-width and half-width. */
export interface Letter {
  value: string
  classes: readonly number[]
}

/** The letters of an alphabet as classes of a model, whose class k + 1 shows `keys[k]`; `plain` says which letter a key shows. */
export function lettersOf(keys: readonly string[], alphabet: string, plain: (key: string) => string): Letter[] {
  return [...alphabet].map((value) => ({
    value,
    classes: keys.flatMap((key, k) => (key !== '' && plain(key) === value ? [k + 1] : [])),
  }))
}

/**
 * Reads a lattice with an alphabet: at each step what is most likely of nothing, a letter, and anything else; the same letter over
 * steps in a row is one character.
 */
export function readLattice({ steps, classes, shares }: Lattice, letters: readonly Letter[]): LatticeCharacter[] {
  const found: LatticeCharacter[] = []
  // 0 is anything else, the letters follow.
  const row = new Float32Array(letters.length + 1)
  let before = -1
  for (let step = 0; step < steps; step++) {
    const nothing = shares[step * classes] as number
    let rest = 1 - nothing
    letters.forEach((letter, i) => {
      let share = 0
      for (const k of letter.classes) share += shares[step * classes + k] as number
      row[i + 1] = share
      rest -= share
    })
    row[0] = Math.max(0, rest)
    const best = row.reduce((most, share, i) => (share > (row[most] as number) ? i : most), 0)
    const shown = nothing >= (row[best] as number) ? -1 : best
    const last = found.at(-1)
    if (shown >= 0 && shown === before && last) {
      last.end = step + 1
      last.confidence = Math.max(last.confidence, row[best] as number)
    } else if (shown >= 0)
      found.push({ value: letters[best - 1]?.value ?? '', confidence: row[best] as number, first: step, end: step + 1 })
    before = shown
  }
  return found
}

/** Reads a lattice with all that a model knows: the likeliest class of each step, the same one over steps in a row as one character. */
export function readFreely({ steps, classes, shares }: Lattice, keys: readonly string[]): LatticeCharacter[] {
  const found: LatticeCharacter[] = []
  let before = 0
  for (let step = 0; step < steps; step++) {
    const row = shares.subarray(step * classes, (step + 1) * classes)
    let best = 0
    for (let k = 1; k < classes; k++) if ((row[k] as number) > (row[best] as number)) best = k
    const confidence = row[best] as number
    const last = found.at(-1)
    if (best > 0 && best === before && last) {
      last.end = step + 1
      last.confidence = Math.max(last.confidence, confidence)
    } else if (best > 0) found.push({ value: keys[best - 1] ?? '', confidence, first: step, end: step + 1 })
    before = best
  }
  return found
}
