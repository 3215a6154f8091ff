/** a b c d e f of the PDF specification: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** The transformation that does `inner` first and `outer` after it. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  // By index: taking arrays apart goes by their iterators, which costs more than the sums.
  const a = outer[0]
  const b = outer[1]
  const c = outer[2]
  const d = outer[3]
  const g = inner[0]
  const h = inner[1]
  const i = inner[2]
  const j = inner[3]
  const k = inner[4]
  const l = inner[5]
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + outer[4],
    b * k + d * l + outer[5],
  ]
}

/** Whatever stood in an operator's arguments as a matrix; the identity where it is none. */
export function matrixOf(values: unknown): Matrix {
  if (!Array.isArray(values) && !ArrayBuffer.isView(values)) return identity
  const m = values as unknown as Matrix
  for (let i = 0; i < 6; i++) if (!Number.isFinite(m[i])) return identity
  return [m[0], m[1], m[2], m[3], m[4], m[5]]
}
