import { type Context, report } from '../parse/context.ts'
import type { GridRow, Project } from '../schema/vision.ts'
import { fold } from '../text/fold.ts'

/** What a project is at this time, which its name does not say everywhere: 【新規】. */
const flag = /[【(［[](?:新規|継続|拡充|拡大|見直し|変更|再掲|重点|完了|廃止)[】)］\]]/u

/** Titles and headings compared as words: width, spaces and points aside. */
export const wordsOf = (text: string): string =>
  fold(text)
    .normalize('NFKC')
    .replace(/[\s・,、.]/gu, '')
    .replace(flag, '')

/** A grid may cut a long name short: 経済成長のけん引 for 圏域全体の経済成長のけん引. */
const isSame = (a: string, b: string): boolean => a.endsWith(b) || b.endsWith(a)

/** The grid decides under which pillar and initiative a project stands; where headings say otherwise that is reported. */
export function checkProjectHeading(context: Context, project: Project, row: GridRow): void {
  for (const key of ['initiative', 'pillar'] as const) {
    const heading = project[key]
    const grid = row[key]
    if (heading === undefined || grid === undefined || isSame(wordsOf(heading), wordsOf(grid))) continue
    report(context, 'project-heading-mismatch', { project: project.title, heading, grid }, project.where?.title)
    return
  }
}
