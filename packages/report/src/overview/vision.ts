import type { Block } from '../paper/paper.ts'
import type { Revision } from '../revision.ts'
import { type Locale, say, words } from '../words.ts'
import { budgetBlocks } from './budget.ts'
import { indicatorBlocks } from './indicators.ts'
import { participationBlocks } from './participation.ts'
import { countTable, projectTable } from './projects.ts'
import { regionIndicatorBlocks } from './region-indicators.ts'

/** What a reader of a revised vision wants first: projects, money, participants, indicators. Nothing for other documents. */
export function visionBlocks(revision: Revision, locale: Locale): Block[] {
  const { comparison } = revision
  const { projects, indicators } = comparison
  const ofRegion = regionIndicatorBlocks(revision, indicators, locale)
  if (projects.length === 0)
    return ofRegion.length === 0 ? [] : [{ kind: 'heading', text: say(words.overview, locale) }, ...ofRegion]
  const pairs = comparison.documents.flatMap((d, i) => (d.type === 'vision' ? [i] : []))
  return [
    { kind: 'heading', text: say(words.overview, locale) },
    countTable(projects, locale),
    projectTable(revision, projects, locale),
    ...budgetBlocks(revision, projects, locale),
    ...participationBlocks(revision, pairs, projects, locale),
    ...ofRegion,
    ...indicatorBlocks(revision, projects, locale),
  ]
}
