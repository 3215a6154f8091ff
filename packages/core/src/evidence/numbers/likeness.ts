/** Texts longer than this are not compared. */
const longest = 60

/** How many characters of one text must be put in, left out or changed to make it the other; infinite for long texts. */
export function editsBetween(a: string, b: string): number {
  if (a.length > longest || b.length > longest) return Number.POSITIVE_INFINITY
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++)
      row.push(
        Math.min(
          (above[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1),
          (above[j] as number) + 1,
          (row[j - 1] as number) + 1,
        ),
      )
    above = row
  }
  return above[b.length] as number
}

/** A misread text keeps at least half of its characters. */
const keptShare = 0.5

/** Whether `seen` can be a misreading of `meant`. */
export const isLike = (seen: string, meant: string): boolean =>
  seen !== '' && editsBetween(seen, meant) <= Math.max(seen.length, meant.length) * keptShare
