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
  for (const project of valued) {
    const named = projects.filter((p) => !valued.has(p) && wordsOf(p.title) === wordsOf(project.title))
    const [own, ...others] = named
    if (!own || others.length > 0) continue
    absorb(own, project)
    const title = project.where?.title
    if (title) own.where = { ...own.where, 'values.title': title }
    projects.splice(projects.indexOf(project), 1)
  }
}
