import { type Context, report } from '../parse/context.ts'
import type { At } from '../schema/at.ts'
import type { ParticipationGrid, Project } from '../schema/vision.ts'
import { wordsOf } from './project-heading.ts'

/** Grids and sheets of which at least this share have each other's names speak of the same projects. */
const shareOfAll = 0.5

/**
 * Doubts recognised sheets that the grids of their vision contradict: those of the region that none lists, those between regions
 * that one does, and rows without a sheet. A misread name or heading puts all sums of a sheet in the wrong place.
 */
export function doubtUnlisted(
  context: Context,
  grids: readonly ParticipationGrid[],
  own: readonly Project[],
  between: readonly Project[],
): void {
  const { evidence } = context
  if (!evidence) return
  const listed = new Set(grids.flatMap((g) => g.rows.map((r) => wordsOf(r.project))))
  const isListed = (project: Project): boolean => listed.has(wordsOf(project.title))
  const unlisted = own.filter((project) => !isListed(project))
  if (unlisted.length > own.length * (1 - shareOfAll)) return
  const doubt = (title: string, at: At | undefined): void => {
    if (at?.confidence !== undefined) report(context, 'ocr-low-confidence', { project: title, text: title }, at)
  }
  for (const { title, where } of [...unlisted, ...between.filter(isListed)]) doubt(title, where?.title)
  const sheets = new Set([...own, ...between].map((project) => wordsOf(project.title)))
  const rows = grids.flatMap((g) => g.rows)
  const alone = rows.filter((row) => !sheets.has(wordsOf(row.project)))
  if (alone.length <= rows.length * (1 - shareOfAll))
    for (const { project, where } of alone) doubt(project, where?.project)
}
