import { type Context, report } from '../parse/context.ts'
import type { At } from '../schema/at.ts'

/** Reports that a document holds more or fewer projects than it says. An excerpt is counted by its grid, if at all. */
export function checkProjectCount(context: Context, declared: number, found: number, at: At | undefined): void {
  if (found > 0 && declared !== found) report(context, 'project-count-mismatch', { declared, found }, at)
}
