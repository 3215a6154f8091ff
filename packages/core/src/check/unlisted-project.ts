import { type Context, report } from '../parse/context.ts'
import type { ParticipationGrid, Project } from '../schema/vision.ts'
import { wordsOf } from './project-heading.ts'

/** A grid that lists at least this share of the sheets is one of all projects, and not of a part of them. */
const shareOfAll = 0.5

/**
 * Doubts recognised sheets that the grids of their vision contradict: those of the region that none lists, and those between regions
 * that one does. A misread name or heading puts all sums of a sheet in the wrong place.
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
  for (const project of [...unlisted, ...between.filter(isListed)]) {
    const at = project.where?.title
    if (at?.confidence === undefined) continue
    report(context, 'ocr-low-confidence', { project: project.title, text: project.title }, at)
  }
}
