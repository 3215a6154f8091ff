import type { Block } from '../../layout/block.ts'
import type { Evidence } from '../corrections.ts'
import { restoreCaptions } from './restore-captions.ts'
import { restoreDates } from './restore-dates.ts'
import { restoreGoals } from './restore-goals.ts'
import { restorePlaces, restoreYears } from './restore-heads.ts'
import { restoreIndicatorNames } from './restore-indicator-names.ts'
import { restoreSheetLabels } from './restore-sheet-labels.ts'
import { restoreSteps } from './restore-steps.ts'
import { restoreDashes, restoreLabels, restoreUnits } from './restore-units.ts'
import { restoreSources, sourceRuns } from './source-runs.ts'
import { bandsLike, bandsOf } from './sum-bands.ts'

/**
 * Restores what gives sums their meaning – years, totals, sources, units – where it was misread: by the step of years, the sums
 * below, and the other tables of the document, which have the same form.
 */
export function restoreForms(evidence: Evidence, blocks: readonly Block[]): void {
  const tables = blocks.filter((block) => block.kind === 'table')
  const read = tables.flatMap(bandsOf)
  for (const band of read) restoreYears(evidence, band, read)
  const bands = [...read, ...bandsLike(tables, read)]
  for (const band of bands) restorePlaces(evidence, band, bands)
  const runs = tables.flatMap(sourceRuns)
  restoreSources(evidence, runs)
  restoreLabels(evidence, bands)
  restoreCaptions(evidence, blocks)
  restoreDates(evidence, blocks)
  restoreSheetLabels(evidence, bands)
  restoreSteps(evidence, bands)
  restoreGoals(evidence, tables)
  restoreIndicatorNames(evidence, tables)
  restoreDashes(evidence, bands)
  const splits = runs.flatMap(({ sums }) => (sums.length > 0 ? [sums] : []))
  restoreUnits(evidence, bands, splits)
}
