import type { Line } from '../layout/block.ts'
import { startsWithAny } from '../text/characters.ts'

const heading = /^附 {0,8}則(?: {0,4}[(〔][^()〔〕]{1,60}[)〕](?: ?抄)?)?(?: ?抄)?$/u

/** Whether a line heads supplementary provisions: 附　則, 附則（令和５年条例第３号）. */
export const isSupplementaryHeading = (line: Line): boolean =>
  line.folded.length <= 80 && startsWithAny(line.folded, '附') && heading.test(line.folded)
