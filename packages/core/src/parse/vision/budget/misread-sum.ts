import type { Text } from '../../../text/text.ts'
import type { Context } from '../../context.ts'
import { bareOf, type RowCell } from '../row.ts'
import { yenOf } from './amount.ts'

/** What a character of a sum is that an engine misread: A1,000, 3誠0. Dates are steps: R7.4 */
const misreadSum = /^(?![RHS令平])[^0-9]{0,2}[0-9](?:[0-9,.、，．]|[^0-9](?=[0-9])){0,16}[^0-9]{0,3}$/u
/** At least this share of what is left of a sum without its unit are figures. */
const figureShare = 0.5

/** Whether a recognised cell among sums is one that was misread, and no step. */
export function isMisreadSum({ evidence }: Context, step: Text, cells: readonly RowCell[]): boolean {
  const bare = bareOf(step)
  if (!evidence || !misreadSum.test(bare) || !step.offsets.some((o) => evidence.recognition.isRecognized(o)))
    return false
  const own = bare.replace(/[千百十万億]*円$|[,.、，．]/gu, '')
  const isAmong = cells.some((c) => /[0-9]/u.test(c.bare) && yenOf(c.bare) !== undefined)
  return isAmong && own.replace(/[^0-9]/gu, '').length >= own.length * figureShare
}
