import type { GridRow, Project, Vision } from '@kyoyaku/core'
import { fold } from '@kyoyaku/core'
import type { Placed } from '../text/edits.ts'

/** A project as a vision tells it: in its sheet, or in the grid of participants alone. */
export interface VisionProject extends Project {
  /** No sheet: only what a grid says is known. */
  gridOnly: boolean
  /** No row or list tells who takes part. */
  participantsKnown: boolean
  /** What its row of a grid holds for each municipality of the grid, blank cells included. */
  cells?: ReadonlyMap<string, Placed>
}

const nameOf = (title: string): string => fold(title).replace(/\s/gu, '')

/** The cells of every row that has one for each municipality. */
function cellsIn({ participationGrids }: Vision): Map<GridRow, Map<string, Placed>> {
  const found = new Map<GridRow, Map<string, Placed>>()
  for (const { municipalities, rows } of participationGrids)
    for (const row of rows)
      if (row.reliable) {
        const marks = new Map(row.marks.map((m) => [m.municipality, { text: m.mark, at: m.at }]))
        found.set(row, new Map(municipalities.map((name) => [name, marks.get(name) ?? { text: '' }])))
      }
  return found
}

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

/** So many titles must begin with a number that counts on before it is taken for none of their words: 100円バス has one too. */
const fewestCounted = 3
const leadingNumber = /^[\s\u3000]*[(（]?([0-9０-９]{1,3})[)）]?[\s\u3000.．、・:：-]*(?=\D)/u

/** Numbers that stand before titles, where each is one more than the one before, or one again under another heading: they are no part of what a project is called. */
function withoutCounting(projects: VisionProject[]): VisionProject[] {
  if (projects.length < fewestCounted) return projects
  const heads = projects.map((p) => leadingNumber.exec(p.title))
  const counts = heads.map((head) => Number(fold(head?.[1] ?? '')))
  const counted = heads.every(
    (head, i) => head !== null && (i === 0 || counts[i] === 1 || counts[i] === (counts[i - 1] as number) + 1),
  )
  if (!counted || !counts.includes(2)) return projects
  return projects.map((p, i) => ({
    ...p,
    number: p.number ?? String(counts[i]),
    title: p.title.slice(heads[i]?.[0].length ?? 0),
  }))
}

/** The projects of a vision in order, those between regions last; what only a grid names is among them. */
export function projectsOf(vision: Vision): VisionProject[] {
  const rows = vision.participationGrids.flatMap((g) => g.rows)
  const rowOf = new Map(rows.map((r) => [nameOf(r.project), r]))
  const cellsOf = cellsIn(vision)
  const withCells = (row: GridRow | undefined): Pick<VisionProject, 'cells'> => {
    const cells = row && cellsOf.get(row)
    return cells ? { cells } : {}
  }
  const sheets = [...vision.projects, ...(vision.interRegionProjects ?? [])].map((p): VisionProject => {
    const row = rowOf.get(nameOf(p.title))
    const own = p.participants.length > 0
    return {
      ...p,
      participants: own ? p.participants : row?.reliable ? row.participants : [],
      gridOnly: false,
      participantsKnown: own || row?.reliable === true,
      ...withCells(row),
    }
  })
  const named = new Set(sheets.map((p) => nameOf(p.title)))
  return withoutCounting([
    ...sheets,
    ...rows.filter((r) => !named.has(nameOf(r.project))).map((r) => ({ ...ofRow(r), ...withCells(r) })),
  ])
}
