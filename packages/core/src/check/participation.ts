import { type Context, report } from '../parse/context.ts'
import type { GridRow, Project } from '../schema/vision.ts'

/**
 * Reports municipalities that take part by the grid alone or by the sheet alone; rows that could not be read say nothing.
 * The core city is no fault where the grid lists it and the sheet, which names its role apart, does not.
 */
export function checkParticipation(context: Context, project: Project, row: GridRow, columns: readonly string[]): void {
  if (!row.reliable || project.participants.length === 0) return
  const known = new Set(columns)
  const sheet = new Set(project.participants)
  const grid = new Set(row.participants)
  const gridOnly = row.participants.filter((name) => known.has(name) && !sheet.has(name))
  const sheetOnly = project.participants.filter((name) => known.has(name) && !grid.has(name))
  const lead = row.marks.find((m) => /[◎●]/u.test(m.mark))?.municipality
  const parties = new Set(project.roles?.map((r) => r.party))
  const missing = gridOnly.filter((name) => name !== lead && !parties.has(name))
  if (missing.length === 0 && sheetOnly.length === 0) return
  const at = project.where?.participants ?? project.at
  report(context, 'participation-mismatch', { project: project.title, gridOnly: missing, sheetOnly }, at)
}
