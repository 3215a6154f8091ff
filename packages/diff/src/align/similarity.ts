/**
 * What a text is compared by: the distinct pairs of neighbouring characters, sorted, each as one number. A short text counts its
 * single characters too, as it has few pairs.
 */
export type Profile = Uint32Array

/** Texts of fewer characters have too few pairs to tell alike from unlike. */
const shortText = 8

export function profileOf(text: string): Profile {
  const pairs = new Set<number>()
  for (let i = 0; i + 1 < text.length; i++) pairs.add(((text.charCodeAt(i) << 16) | text.charCodeAt(i + 1)) >>> 0)
  if (text.length < shortText) for (let i = 0; i < text.length; i++) pairs.add(text.charCodeAt(i))
  return Uint32Array.from(pairs).sort()
}

/** How many members two profiles share. */
function sharedOf(a: Profile, b: Profile): number {
  let shared = 0
  for (let i = 0, k = 0; i < a.length && k < b.length; ) {
    const x = a[i] as number
    const y = b[k] as number
    if (x === y) shared++
    if (x <= y) i++
    if (y <= x) k++
  }
  return shared
}

/** Dice coefficient, 0..1; two empty texts are alike. */
export function likeness(a: Profile, b: Profile): number {
  if (a.length + b.length === 0) return 1
  return (2 * sharedOf(a, b)) / (a.length + b.length)
}

/** The share of `part` that `whole` holds. */
export const containment = (part: Profile, whole: Profile): number =>
  part.length === 0 ? 0 : sharedOf(part, whole) / part.length
