import { wordsOf } from '../../../check/project-heading.ts'
import type { Project } from '../../../schema/vision.ts'
import { absorb } from './grid-details.ts'

/** Whether a row of a table says nothing of its project but its sums, its values and when it is done. */
export const isValued = ({ participants, allMunicipalities, purpose, activities, roles }: Project): boolean =>
  participants.length === 0 && !(allMunicipalities ?? purpose ?? activities ?? roles)

/**
 * A table of values beside one of projects, with their names again, says more of the same ones: what is `valued` goes to the
 * only project of that name that another table or a sheet tells of.
 */
export function settleValued(projects: Project[], valued: ReadonlySet<Project>): void {
  const named = Map.groupBy(
    projects.filter((project) => !valued.has(project)),
    ({ title }) => wordsOf(title),
  )
  const settled = new Set<Project>()
  for (const project of valued) {
    const [own, ...others] = named.get(wordsOf(project.title)) ?? []
    if (!own || others.length > 0) continue
    absorb(own, project)
    const title = project.where?.title
    if (title) own.where = { ...own.where, 'values.title': title }
    settled.add(project)
  }
  const left = projects.filter((project) => !settled.has(project))
  projects.length = 0
  for (const project of left) projects.push(project)
}
