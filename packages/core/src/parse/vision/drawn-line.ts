import { type Context, furnish } from '../context.ts'
import type { Row } from './row.ts'

/** A line drawn with characters, which says nothing. */
const drawn = /^[\s─━―—‐=_＿…・.·＊*┄┈┌┐└┘├┤┬┴┼+-]{3,}$/u

/** Takes lines drawn with characters out of the rows. */
export const withoutDrawnLines = (context: Context, rows: readonly Row[]): Row[] =>
  rows.filter(({ line }) => {
    const isDrawn = line !== undefined && drawn.test(line.text.value)
    if (isDrawn) furnish(context, 'label', line.text)
    return !isDrawn
  })
