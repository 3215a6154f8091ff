/** a b c d e f of the PDF specification: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** The transformation that does `inner` first and `outer` after it. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** Whatever stood in an operator's arguments as a matrix; the identity where it is none. */
export function matrixOf(values: unknown): Matrix {
  if (!Array.isArray(values) && !ArrayBuffer.isView(values)) return identity
  const [a, b, c, d, e, f] = Array.from(values as ArrayLike<unknown>)
  const all = [a, b, c, d, e, f]
  return all.every((n) => typeof n === 'number' && Number.isFinite(n)) ? (all as unknown as Matrix) : identity
}
