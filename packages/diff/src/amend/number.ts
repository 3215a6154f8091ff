/** Order of numbers with branches: 19, 19_2, 19_3, 20. */
export function compareNumbers(a: string, b: string): number {
  const [x, y] = [a.split('_').map(Number), b.split('_').map(Number)]
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const difference = (x[i] ?? 0) - (y[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

export const isPlain = (number: string): boolean => /^[0-9]+$/u.test(number)
