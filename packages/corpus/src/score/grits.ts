/** The text of every place of a table; a cell that spans several places stands in each of them. */
export type TextGrid = readonly (readonly string[])[]

/** Length of the longest common subsequence; one row of the table is kept. */
function commonLength(a: string, b: string): number {
  let previous = new Uint16Array(b.length + 1)
  let current = new Uint16Array(b.length + 1)
  for (let i = 1; i <= a.length; i++) {
    for (let k = 1; k <= b.length; k++) {
      current[k] =
        a[i - 1] === b[k - 1]
          ? (previous[k - 1] as number) + 1
          : Math.max(previous[k] as number, current[k - 1] as number)
    }
    ;[previous, current] = [current, previous]
  }
  return previous[b.length] as number
}

/** 2·|LCS| / (|a| + |b|); two empty cells are the same. */
export const textSimilarity = (a: string, b: string): number =>
  a === b ? 1 : a.length + b.length === 0 ? 1 : (2 * commonLength(a, b)) / (a.length + b.length)

interface Alignment {
  score: number
  pairs: [number, number][]
}

/** The order-preserving pairing of two sequences with the greatest sum of rewards. */
function align(n: number, m: number, reward: (i: number, k: number) => number): Alignment {
  const best = Array.from({ length: n + 1 }, () => new Float64Array(m + 1))
  const cell = (i: number, k: number): number => (best[i] as Float64Array)[k] as number
  for (let i = 1; i <= n; i++) {
    for (let k = 1; k <= m; k++) {
      const paired = cell(i - 1, k - 1) + reward(i - 1, k - 1)
      ;(best[i] as Float64Array)[k] = Math.max(paired, cell(i - 1, k), cell(i, k - 1))
    }
  }
  const pairs: [number, number][] = []
  for (let i = n, k = m; i > 0 && k > 0; ) {
    if (cell(i, k) === cell(i - 1, k)) i--
    else if (cell(i, k) === cell(i, k - 1)) k--
    else pairs.unshift([--i, --k])
  }
  return { score: cell(n, m), pairs }
}

const transpose = (grid: TextGrid): string[][] =>
  Array.from({ length: grid[0]?.length ?? 0 }, (_, c) => grid.map((row) => row[c] ?? ''))

/**
 * The sum of similarities over the most similar substructures of two tables, with rows and columns aligned one after the
 * other. GriTS-Con: Smock, Pesala and Abraham, "GriTS: Grid table similarity metric for table structure recognition"
 * (ICDAR 2023), with the factored approximation of its section 4; the score is 2·sum / (|A| + |B|) over places.
 */
export function gridSimilarity(a: TextGrid, b: TextGrid): number {
  if (a.length === 0 || b.length === 0) return 0
  const known = new Map<string, number>()
  const similarity = (x: string, y: string): number => {
    if (x === y) return 1
    if (x === '' || y === '') return 0
    const id = `${x}\u0000${y}`
    let value = known.get(id)
    if (value === undefined) {
      value = textSimilarity(x, y)
      known.set(id, value)
    }
    return value
  }
  const pairsOf = (p: TextGrid, q: TextGrid): [number, number][] =>
    align(p.length, q.length, (i, k) => {
      const [x, y] = [p[i] as readonly string[], q[k] as readonly string[]]
      return align(x.length, y.length, (u, v) => similarity(x[u] as string, y[v] as string)).score
    }).pairs
  const rows = pairsOf(a, b)
  const columns = pairsOf(transpose(a), transpose(b))
  let sum = 0
  for (const [i, k] of rows) {
    for (const [u, v] of columns) sum += similarity(a[i]?.[u] ?? '', b[k]?.[v] ?? '')
  }
  return sum
}

export const placesIn = (grid: TextGrid): number => grid.length * (grid[0]?.length ?? 0)
