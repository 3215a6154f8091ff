/**
 * Share of characters that are right, by what tesseract says of them: measured on 5,500 characters of degraded pages, where
 * tesseract.js and the native program with script/Japanese had the same curve. Half of what it gives .85 is wrong.
 */
const curve: readonly (readonly [said: number, right: number])[] = [
  [0, 0.4],
  [0.8, 0.5],
  [0.9, 0.65],
  [0.93, 0.8],
  [0.95, 0.86],
  [0.96, 0.9],
  [0.97, 0.95],
  [0.98, 0.975],
  [0.985, 0.99],
  [0.99, 0.998],
  [1, 0.9995],
]

/** How likely a character is right of which tesseract says `said` (0 to 1). */
export function calibrated(said: number): number {
  const above = curve.findIndex(([x]) => said <= x)
  const [x1, y1] = curve[above] ?? [1, 0.9995]
  const [x0, y0] = curve[above - 1] ?? [x1, y1]
  return x1 === x0 ? y1 : y0 + ((y1 - y0) * (said - x0)) / (x1 - x0)
}
