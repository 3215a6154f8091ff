import { diff } from 'fast-myers-diff'

/** Half-open ranges that differ: [old start, old end, new start, new end]. */
export type Hunk = [number, number, number, number]

/** Sequences of fewer members are compared as they are. */
const short = 400

/** Members that a place is known by: single ones, and where few are unique, so many in a row. */
const shingleLengths = [1, 4, 12]
/** Sequences without anything in common that is unique: of more members than this no common ones are looked for. */
const longestUnanchored = 6000

/** What stands at each place: so many members from there on, as one number. */
function shingles(s: Int32Array, length: number): Int32Array {
  if (length === 1) return s
  const out = new Int32Array(Math.max(0, s.length - length + 1))
  for (let i = 0; i < out.length; i++) {
    let hash = 0
    for (let k = 0; k < length; k++) hash = (Math.imul(hash, 0x01000193) ^ (s[i + k] as number)) | 0
    out[i] = hash
  }
  return out
}

/** Places whose shingle each side has once, in an order that both sides have. */
function anchorsOf(x: Int32Array, y: Int32Array, length: number): [number, number][] {
  const [a, b] = [shingles(x, length), shingles(y, length)]
  const once = (s: Int32Array): Map<number, number> => {
    const at = new Map<number, number>()
    s.forEach((key, i) => {
      at.set(key, at.has(key) ? -1 : i)
    })
    return at
  }
  const inB = once(b)
  const common: [number, number][] = []
  for (const [key, i] of once(a)) {
    const k = inB.get(key)
    if (i >= 0 && k !== undefined && k >= 0 && x[i] === y[k]) common.push([i, k])
  }
  common.sort((p, q) => p[0] - q[0])
  const tails: number[] = []
  const before = new Int32Array(common.length)
  common.forEach(([, k], n) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((common[tails[middle] as number] as [number, number])[1] < k) low = middle + 1
      else high = middle
    }
    before[n] = low > 0 ? (tails[low - 1] as number) : -1
    tails[low] = n
  })
  const chain: [number, number][] = []
  for (let n = tails.at(-1) ?? -1; n >= 0; n = before[n] as number) chain.push(common[n] as [number, number])
  return chain.reverse()
}

function myers(a: Int32Array, b: Int32Array, offset: [number, number], hunks: Hunk[]): void {
  for (const [a0, a1, b0, b1] of diff(a, b)) {
    hunks.push([a0 + offset[0], a1 + offset[0], b0 + offset[1], b1 + offset[1]])
  }
}

function between(a: Int32Array, b: Int32Array, offset: [number, number], hunks: Hunk[]): void {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let tail = 0
  while (tail < a.length - start && tail < b.length - start && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  const x = a.subarray(start, a.length - tail)
  const y = b.subarray(start, b.length - tail)
  const at: [number, number] = [offset[0] + start, offset[1] + start]
  if (x.length === 0 && y.length === 0) return
  if (x.length === 0 || y.length === 0) hunks.push([at[0], at[0] + x.length, at[1], at[1] + y.length])
  else if (x.length + y.length <= short) myers(x, y, at, hunks)
  else {
    let anchors: [number, number][] = []
    // Too few anchors leave long stretches between them.
    for (const length of shingleLengths) {
      if (anchors.length * short >= x.length + y.length) break
      const found = anchorsOf(x, y, length)
      if (found.length > anchors.length) anchors = found
    }
    if (anchors.length === 0) {
      if (x.length + y.length <= longestUnanchored) myers(x, y, at, hunks)
      else hunks.push([at[0], at[0] + x.length, at[1], at[1] + y.length])
      return
    }
    let [i, k] = [0, 0]
    for (const [m, n] of [...anchors, [x.length, y.length] as [number, number]]) {
      between(x.subarray(i, m), y.subarray(k, n), [at[0] + i, at[1] + k], hunks)
      ;[i, k] = [m + 1, n + 1]
    }
  }
}

/** Neighbouring hunks as one. */
function joined(hunks: readonly Hunk[]): Hunk[] {
  const out: Hunk[] = []
  for (const hunk of hunks) {
    const last = out.at(-1)
    if (last && last[1] === hunk[0] && last[3] === hunk[2]) [last[1], last[3]] = [hunk[1], hunk[3]]
    else out.push([...hunk])
  }
  return out
}

/**
 * Where two sequences differ, by their members' keys. Members that are unique on both sides cut long ones first, so that
 * the work stays near the length of the text, not its product with the number of edits.
 */
export function hunksOf(a: readonly string[], b: readonly string[]): Hunk[] {
  const ids = new Map<string, number>()
  const intern = (keys: readonly string[]): Int32Array =>
    Int32Array.from(keys, (key) => {
      const id = ids.get(key) ?? ids.size
      ids.set(key, id)
      return id
    })
  const hunks: Hunk[] = []
  between(intern(a), intern(b), [0, 0], hunks)
  return joined(hunks)
}
