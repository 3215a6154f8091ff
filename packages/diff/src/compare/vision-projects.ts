import type { GridRow, Project, Vision } from '@kyoyaku/core'
import { fold } from '@kyoyaku/core'

/** A project as a vision tells it: in its sheet, or in the grid of participants alone. */
export interface VisionProject extends Project {
  /** No sheet: only what a grid says is known. */
  gridOnly: boolean
  /** No row or list tells who takes part. */
  participantsKnown: boolean
}

const nameOf = (title: string): string => fold(title).replace(/\s/gu, '')

const ofRow = (row: GridRow): VisionProject => ({
  title: row.project,
  ...(row.pillar === undefined ? {} : { pillar: row.pillar }),
  ...(row.initiative === undefined ? {} : { initiative: row.initiative }),
  ...(row.number === undefined ? {} : { number: row.number }),
  participants: row.participants,
  ...(row.at ? { at: row.at } : {}),
  ...(row.where ? { where: { ...row.where, ...(row.where.project ? { title: row.where.project } : {}) } } : {}),
  gridOnly: true,
  participantsKnown: row.reliable,
})

/** The projects of a vision in order, those between regions last; what only a grid names is among them. */
export function projectsOf(vision: Vision): VisionProject[] {
  const rows = vision.participationGrids.flatMap((g) => g.rows)
  const rowOf = new Map(rows.map((r) => [nameOf(r.project), r]))
  const sheets = [...vision.projects, ...(vision.interRegionProjects ?? [])].map((p): VisionProject => {
    const row = rowOf.get(nameOf(p.title))
    const own = p.participants.length > 0
    return {
      ...p,
      participants: own ? p.participants : row?.reliable ? row.participants : [],
      gridOnly: false,
      participantsKnown: own || row?.reliable === true,
    }
  })
  const named = new Set(sheets.map((p) => nameOf(p.title)))
  return [...sheets, ...rows.filter((r) => !named.has(nameOf(r.project))).map(ofRow)]
}
