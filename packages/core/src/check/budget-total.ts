import { type Context, report } from '../parse/context.ts'
import type { Project } from '../schema/vision.ts'

/** Cells that say that a sum is still to be fixed; a dash or a blank says that there is none. */
const open = /未|調整|検討|協議|精査|算定|別途/u

/** Reports a total that is not the sum of its years. Where a year is still open a larger total is no fault. */
export function checkBudgetTotal(context: Context, project: Project): void {
  const { budget } = project
  const declared = budget?.total?.yen
  if (!budget || declared === null || declared === undefined) return
  const known = budget.years.flatMap((a) => (a.yen === null ? [] : [a.yen]))
  if (known.length === 0 || budget.years.some((a) => a.yen === null && /[0-9]/u.test(a.text))) return
  const sum = known.reduce((n, yen) => n + yen, 0)
  if (sum === declared || (declared > sum && budget.years.some((a) => open.test(a.text)))) return
  report(context, 'budget-total-mismatch', { project: project.title, declared, sum }, budget.total?.at)
}
