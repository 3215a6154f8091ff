import { checkBudgetTotal } from '../../../check/budget-total.ts'
import { checkParticipation } from '../../../check/participation.ts'
import { checkProjectHeading, wordsOf } from '../../../check/project-heading.ts'
import { isMunicipality } from '../../../municipality/municipality-name.ts'
import type { GridRow, ParticipationGrid, Project } from '../../../schema/vision.ts'
import type { Context } from '../../context.ts'
import { renamePlace } from '../vision-body.ts'
import { headNumber } from './mark-grid.ts'

/** The core city where the grid lists it and sheets do not, as they name the others alone: marked in every row. */
function leadOf(projects: readonly Project[], grids: readonly ParticipationGrid[]): Set<string> {
  const rows = grids.flatMap((g) => g.rows).filter((r) => r.reliable)
  const named = new Set(projects.flatMap((p) => p.participants))
  const columns = grids.flatMap((g) => g.municipalities)
  return new Set(columns.filter((name) => !named.has(name) && rows.every((r) => r.participants.includes(name))))
}

/** Pillar and initiative of each project are those of the grid, where it lists the project. */
export function settleByGrids(
  context: Context,
  projects: readonly Project[],
  grids: readonly ParticipationGrid[],
): void {
  const lead = leadOf(projects, grids)
  // A name of no municipality that no sheet has may be one of theirs, misread: that is said, and nothing else of it is known.
  const named = new Set(projects.flatMap((p) => p.participants))
  const isCompared = (name: string): boolean => !lead.has(name) && (named.has(name) || isMunicipality(name))
  const rows = new Map<string, { row: GridRow; columns: string[] }>()
  for (const grid of grids) {
    const columns = grid.municipalities.filter(isCompared)
    for (const row of grid.rows) if (!rows.has(wordsOf(row.project))) rows.set(wordsOf(row.project), { row, columns })
  }
  for (const project of projects) {
    checkBudgetTotal(context, project)
    const listed = rows.get(wordsOf(project.title))
    if (!listed) continue
    checkProjectHeading(context, project, listed.row)
    checkParticipation(context, project, listed.row, listed.columns)
    for (const key of ['pillar', 'initiative'] as const) {
      const { [key]: grid } = listed.row
      // Ⅰ alone says less than the heading above the sheet.
      const isNumber = grid !== undefined && headNumber.exec(grid)?.[0] === grid
      if (grid === undefined || grid === project[key] || (isNumber && project[key] !== undefined)) continue
      project[key] = grid
      renamePlace(project, key, 'heading')
    }
  }
}
