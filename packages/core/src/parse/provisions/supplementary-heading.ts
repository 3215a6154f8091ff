import type { Line } from '../../layout/block.ts'
import { startsWithAny } from '../../text/characters.ts'

const heading = /^附 {0,8}則(?: {0,4}[(〔][^()〔〕]{1,60}[)〕](?: ?抄)?)?(?: ?抄)?$/u

/** 附則　この協定は、…から施行する。 in one line with its heading. */
const withProvision =
  /^附 {0,8}則 +(?=(?:1 +)?この(?:連携)?(?:協約|協定|覚書|規約|規則|条例|要綱|規程|告示|訓令)書?は、)/u

/** Where the provision starts that stands in the line of its heading; undefined where none does. */
export const provisionStart = (line: Line): number | undefined =>
  startsWithAny(line.folded, '附') ? withProvision.exec(line.folded.slice(0, 60))?.[0].length : undefined

/** Whether a line heads supplementary provisions: 附　則, 附則（令和５年条例第３号）. */
export const isSupplementaryHeading = (line: Line): boolean =>
  startsWithAny(line.folded, '附') &&
  ((line.folded.length <= 80 && heading.test(line.folded)) || provisionStart(line) !== undefined)
