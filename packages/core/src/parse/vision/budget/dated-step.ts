import { readFiscalYears } from '../../../text/era-date.ts'
import { fold } from '../../../text/fold.ts'
import { concat, slice, type Text, trim } from '../../../text/text.ts'
import { bareOf, linesOf, type RowCell } from '../row.ts'
import { yenOf } from './amount.ts'
import { stepAndSum, sumOfEachYear } from './step-and-sum.ts'
import { headOf } from './sum-head.ts'

/** A step, or a sum, behind the year or years that it is of. */
export interface DatedStep {
  years: number[]
  /** The years as printed. */
  label: Text
  text: Text
}

/** What stands before a year that begins the next step: R6：調査　R7：設計, R6：調査→R7：設計. */
const parting = /(?:^|[\s、,;/|→⇒▶➡])[[(【]?$/u
/** What stands between a year and its step. */
const behindYear = /^(?:以降|以後|~(?!\s?[0-9RH令平]))?(?:[\])】]\s*[:…]?\s*|\s*[:…]\s*|\s+)/u
const trailing = /[\s、,;/|→⇒▶➡[(【]+$/u
/** Longer ranges are those of a plan, and no steps of it. */
const mostYears = 10
const longestRow = 300

const gap: Text = { value: ' ', offsets: Int32Array.of(-1) }

/** Whether a step says nothing of what is done: a sum of several years, the words of a period. */
const isNoStep = (text: Text, several: boolean): boolean =>
  text.value === '' ||
  headOf(bareOf(text)) !== undefined ||
  (several &&
    sumOfEachYear(text) === undefined &&
    yenOf(bareOf(text)) !== null &&
    (yenOf(bareOf(text)) !== undefined || stepAndSum(text).sum !== undefined))

/**
 * Steps of a plan in one row, each behind its year: 令和６年度　調査・設計　令和７年度　建設, R6：調査／R7～R9：実施. Undefined where the row
 * begins with anything else, or a year of it has no step. One year and one step in two cells are a row of a table.
 */
export function datedSteps(cells: readonly RowCell[]): DatedStep[] | undefined {
  if (cells.length === 0) return undefined
  const texts = cells.flatMap(linesOf)
  const whole = concat(texts.flatMap((text, i) => (i === 0 ? [text] : [gap, text])))
  if (whole.value.length > longestRow) return undefined
  const folded = fold(whole.value)
  const starts = readFiscalYears(folded).flatMap(({ start, end, from, to = from }) => {
    const behind = behindYear.exec(folded.slice(end))?.[0]
    const opened = /[[(【]$/u.test(folded.slice(0, start)) ? 1 : 0
    return behind !== undefined && parting.test(folded.slice(0, start))
      ? [
          {
            start: start - opened,
            end: end + behind.length,
            from,
            to,
            isMarked: /[:…\])】]/u.test(behind),
            isSeveral: to > from || /以|~/u.test(behind),
          },
        ]
      : []
  })
  const [first] = starts
  if (first?.start !== 0 || (starts.length === 1 && !(cells.length === 1 && first.isMarked) && !first.isSeveral))
    return undefined
  const steps = starts.map(({ start, end, from, to }, i): DatedStep => {
    const until = starts[i + 1]?.start ?? whole.value.length
    const stop = until - (trailing.exec(folded.slice(end, until))?.[0].length ?? 0)
    return {
      years: Array.from({ length: Math.max(0, Math.min(to - from + 1, mostYears)) }, (_, n) => from + n),
      label: trim(slice(whole, start, end)),
      text: trim(slice(whole, end, Math.max(end, stop))),
    }
  })
  const isUnread = steps.some(
    ({ years, text }, i) => years.length === 0 || isNoStep(text, starts[i]?.isSeveral ?? false),
  )
  return isUnread ? undefined : steps
}
