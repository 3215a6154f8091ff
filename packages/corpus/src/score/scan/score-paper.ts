import { parse, type Source } from '@kyoyaku/core'
import { readPdf } from '@kyoyaku/pdf'
import { drawPdf } from '../../draw/pdf.ts'
import type { Print, ScanCase } from '../../scan/scan-case.ts'
import type { ScanLookName } from '../../scan/scan-look.ts'
import { processorSeconds } from './processor-time.ts'
import { type ScoredScan, scoreScan } from './scan-score.ts'

/** A look of a scanner, or the PDF that was printed: what reading can do where nothing has to be recognised. */
export type PaperLook = ScanLookName | 'unscanned'

/** Reads a document in one look and scores what was read. */
export async function scorePaper(_one: ScanCase, print: Print, look: PaperLook): Promise<ScoredScan> {
  const bytes = await drawPdf(print.sheets, print.font)
  const before = processorSeconds()
  const source: Source = await readPdf(bytes, look)
  const result = await parse(source)
  return scoreScan(print, source, result, processorSeconds() - before)
}
