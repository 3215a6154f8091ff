import type { Project } from '@kyoyaku/core'
import type { Subject } from '../table.ts'

/** Projects of a vision with their keys; those between regions after the others. */
export function* keyedProjects({ document, id }: Subject): Generator<[string, Project, boolean]> {
  if (document.type !== 'vision') return
  for (const [i, project] of document.projects.entries()) yield [`${id}/p${i + 1}`, project, false]
  for (const [i, project] of (document.interRegionProjects ?? []).entries()) yield [`${id}/r${i + 1}`, project, true]
}
