import {
  type Article,
  type Document,
  fold,
  type Indicator,
  type ParseResult,
  type RegionIndicator,
} from '@kyoyaku/core'
import {
  type ArticleChange,
  type Comparison,
  oldTextOf,
  type ProjectChange,
  projectsOf,
  type RegionIndicatorChange,
  type VisionProject,
} from '@kyoyaku/diff'
import type { Side } from './paper/paper.ts'

/** A comparison with what was compared: papers print unchanged parts too, and quote the sources. */
export interface Revision {
  comparison: Comparison
  old: ParseResult
  new: ParseResult
  /** The texts of the sources, for quoting where a value was read. */
  texts?: Partial<Record<Side, string>>
  /** Relative addresses of the originals, for links to their pages. */
  originals?: Partial<Record<Side, string>>
}

/** The document of a side that a pair of a comparison stands for. */
export function documentOf({ comparison, ...sides }: Revision, pair: number, side: Side): Document | undefined {
  const index = comparison.documents[pair]?.[`${side}Index`]
  return index === undefined ? undefined : sides[side].documents[index]
}

/** The article of a side that a change is about. */
export function articleOf(revision: Revision, change: ArticleChange, side: Side): Article | undefined {
  const document = documentOf(revision, change.document, side)
  const index = change[`${side}Index`]
  if (!document || index === undefined || !('articles' in document)) return undefined
  if (change.part === 'main') return document.articles[index]
  return 'supplementary' in document ? document.supplementary?.[index] : undefined
}

const known = new WeakMap<Document, VisionProject[]>()

/** A paper asks for a vision's projects at every cell. */
function projectsIn(document: Extract<Document, { type: 'vision' }>): VisionProject[] {
  const projects = known.get(document) ?? projectsOf(document)
  known.set(document, projects)
  return projects
}

/** The project of a side that a change is about. */
export function projectOf(revision: Revision, change: ProjectChange, side: Side): VisionProject | undefined {
  const document = documentOf(revision, change.document, side)
  const index = change[`${side}Index`]
  return document?.type === 'vision' && index !== undefined ? projectsIn(document)[index] : undefined
}

/** The indicator of a side that a change is about, by the name that it has there. */
export function indicatorOf(
  revision: Revision,
  change: ProjectChange,
  { name, status, title }: NonNullable<ProjectChange['indicators']>[number],
  side: Side,
): Indicator | undefined {
  if (status === (side === 'old' ? 'added' : 'deleted')) return undefined
  const called = title && side === 'old' ? oldTextOf(title) : name
  const own = projectOf(revision, change, side)?.indicators ?? []
  // Names that differ in their way of writing alone have no edits.
  return own.find((i) => i.name === called) ?? own.find((i) => foldedName(i.name) === foldedName(called))
}

const foldedName = (name: string): string => fold(name).replace(/\s/gu, '')

/** What became of a project's indicators; those of a project that one side alone has came or went with it. */
export function indicatorChanges(revision: Revision, change: ProjectChange): NonNullable<ProjectChange['indicators']> {
  const { status } = change
  if (status !== 'added' && status !== 'deleted') return change.indicators ?? []
  const own = projectOf(revision, change, status === 'added' ? 'new' : 'old')?.indicators ?? []
  return own.map(({ name }) => ({ name, status }))
}

/** The indicator of the region, a pillar or an initiative that a change is about, as a side has it. */
export function regionIndicatorOf(
  revision: Revision,
  change: RegionIndicatorChange,
  side: Side,
): RegionIndicator | undefined {
  const document = documentOf(revision, change.document, side)
  const index = change[`${side}Index`]
  return document?.type === 'vision' && index !== undefined ? document.indicators?.[index] : undefined
}

const silent: readonly string[] = ['unchanged', 'not-in-excerpt']

/** Whether a unit is among the changes: neither the same nor left out by an excerpt. */
export const isChange = ({ status }: { status: string }): boolean => !silent.includes(status)

/** Whether a project stands elsewhere in the order, and under the headings that it stood under. */
export const isReordered = ({ moved, pillar, initiative }: ProjectChange): boolean => moved && !pillar && !initiative
