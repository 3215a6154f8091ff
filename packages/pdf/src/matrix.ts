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
  const m = values as unknown as Matrix
  for (let i = 0; i < 6; i++) if (!Number.isFinite(m[i])) return identity
  return [m[0], m[1], m[2], m[3], m[4], m[5]]
}
