import { headOf } from '../budget/sum-head.ts'

const countHead =
  /^(?:(?:参加|参画|連携|実施|取組|構成|関係)?(?:市町村?|市村|町村|自治体|団体)(?:の?数|計)|(?:参加|参画|連携|実施)数)$/u

/** Whether a column is headed by what the number of those who take part is called, 参加市町数, and by nothing that heads other sums. */
export const saysCount = (bare: string): boolean => countHead.test(bare)
/** Whether a column may be of that number: 計 too. */
export const isCountHead = (bare: string): boolean => saysCount(bare) || headOf(bare)?.kind === 'total'
