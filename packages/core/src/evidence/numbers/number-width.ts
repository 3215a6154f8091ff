import { isDigit, isSeparator } from './digit-shapes.ts'

/** Widths of what numbers are printed with, in ems, and by how much the ink of a number differs. */
const digitWidth = 0.53
const separatorWidth = 0.29
const signWidth = 1
const differs = 0.3
const differsByShare = 0.1

/** Whether a number as it is written takes the room that was seen, in ems. */
export function takesRoom(number: string, width: number): boolean {
  const widths = [...number].map((c) => (isDigit(c) ? digitWidth : isSeparator(c) ? separatorWidth : signWidth))
  const meant = widths.reduce((n, w) => n + w, 0)
  return Math.abs(width - meant) <= differs + differsByShare * meant
}
