import type { Vision } from '@kyoyaku/core'
import { say } from '../locale.ts'
import { budgetTable } from './budget-table.ts'
import { fit } from './columns.ts'
import { gridLines } from './grid.ts'
import { indicatorLines, regionIndicatorLines } from './indicators.ts'
import { field, heading, part, type View } from './view.ts'
import { words } from './words.ts'

export function visionText(view: View, vision: Vision): string[] {
  const w = (name: keyof typeof words): string => say(words[name], view.locale)
  const { revision, projects, interRegionProjects = [], initiatives = [] } = vision
  const kind = [w('vision'), w(revision.status), ...(revision.excerpt ? [w('excerpt')] : [])].join(' · ')
  return [
    ...heading(view, [vision.title, vision.volume].filter(Boolean).join('  '), kind),
    ...field(view, w('issuer'), vision.issuer),
    ...field(view, w('dated'), revision.date && `${revision.date.edtf}  ${revision.date.text}`),
    ...(initiatives.length > 0 ? part(w('visionInitiatives'), initiatives.length) : []),
    ...initiatives.map((initiative) => `  ${fit(initiative.title, view.columns - 2)}`),
    ...vision.participationGrids.flatMap((grid) => gridLines(view, grid)),
    ...regionIndicatorLines(view, vision.indicators ?? []),
    ...budgetTable(view, w('projects'), projects),
    ...budgetTable(view, w('interRegion'), interRegionProjects),
    ...indicatorLines(view, [...projects, ...interRegionProjects]),
  ]
}
