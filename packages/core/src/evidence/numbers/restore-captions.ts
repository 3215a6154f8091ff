import type { Block, Cell } from '../../layout/block.ts'
import { isUnclearUnit } from '../../parse/vision/budget/unit.ts'
import type { Evidence } from '../corrections.ts'
import { unitLike } from './restore-units.ts'
import { rewrite } from './rewrite.ts'

/** （単位：千円） and no more than a character beside it. */
const longest = 10
/** A caption with or without brackets, whose signs or letters may be misread. */
const caption = /^([^\p{L}\p{N}]?)(?:単位|単|位|[単里早]位|単[値位泣仕])[^\p{L}\p{N}]?(.{1,3}?)([^\p{L}\p{N}]?)$/u

/** A misread caption as it must have been printed. */
function wholeCaption(bare: string): string | undefined {
  const [, open = '', seen = '', close = ''] = caption.exec(bare) ?? []
  const unit = unitLike(seen)
  const isBracketed = open !== '' || close !== ''
  // 月 and 国 are units of other things sooner than misread yen.
  return unit && unit.length > 1 ? (isBracketed ? `(単位:${unit})` : `単位:${unit}`) : undefined
}

/** Captions above or beside tables that give the unit of all of their sums, by their own words. */
export function restoreCaptions(evidence: Evidence, blocks: readonly Block[]): void {
  const texts = blocks
    .flatMap((block): readonly Pick<Cell, 'text' | 'folded'>[] => (block.kind === 'line' ? [block] : block.rows.flat()))
    .filter(({ folded }) => folded.includes('単') || folded.includes('位'))
    .map((cell) => ({ cell, bare: cell.folded.replace(/\s/gu, '') }))
    .filter(({ bare }) => bare.length > 2 && bare.length <= longest)
  for (const { cell, bare } of texts) {
    const way = isUnclearUnit(bare) ? wholeCaption(bare) : undefined
    if (way !== undefined) rewrite(evidence, cell, way, 'vocabulary')
  }
}
