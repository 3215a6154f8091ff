import { type ParseResult, parse, type Source } from '@kyoyaku/core'
import { kuromojiTokenizer } from '@kyoyaku/core/kuromoji'
import { pageImages, readPdf, recognitionNeeds } from '@kyoyaku/pdf'
import { type Recognizer, recognizePages } from '@kyoyaku/scan'
import { drawPdf } from '../../draw/pdf.ts'
import { type Print, printOf, type ScanCase, scansOf } from '../../scan/scan-case.ts'
import { scanPdf } from '../../scan/scan-files.ts'
import type { ScanLookName } from '../../scan/scan-look.ts'
import { keptSource } from './kept-source.ts'
import { processorSeconds } from './processor-time.ts'
import { type ScoredScan, scoreScan } from './scan-score.ts'

/** A look of a scanner, or the PDF that was printed: what reading can do where nothing has to be recognised. */
export type PaperLook = ScanLookName | 'unscanned'

export interface ScorePaperOptions {
  /** Who reads scans. */
  recognizer: () => Promise<Recognizer>
  /** Where to keep what was recognised; see `keptSource`. */
  sources?: string | undefined
}

async function fileOf(one: ScanCase, print: Print, look: PaperLook): Promise<Uint8Array> {
  if (look === 'unscanned') return drawPdf(print.sheets, print.font)
  const pages = []
  for await (const page of scansOf(one, print, look)) pages.push(page)
  return scanPdf(pages)
}

/** As the command line reads a PDF. */
async function read(bytes: Uint8Array, name: string, recognizer: () => Promise<Recognizer>): Promise<Source> {
  const source = await readPdf(bytes, name)
  const needs = recognitionNeeds(source)
  if (needs.size === 0) return source
  return recognizePages(source, pageImages(bytes, needs.keys()), { recognizer: await recognizer() })
}

let loading: ReturnType<typeof kuromojiTokenizer> | undefined
const tokenizer = (): ReturnType<typeof kuromojiTokenizer> => {
  loading ??= kuromojiTokenizer()
  return loading
}

async function timed<T>(run: () => Promise<T>): Promise<{ value: T; seconds: number }> {
  const before = processorSeconds()
  const value = await run()
  return { value, seconds: processorSeconds() - before }
}

/** Reads a document in one look and scores what was read. */
export async function scorePaper(
  one: ScanCase,
  look: PaperLook,
  { recognizer, sources }: ScorePaperOptions,
): Promise<ScoredScan & { result: ParseResult }> {
  const print = printOf(one)
  const name = `${one.seed}-${look}`
  const kept = await keptSource(look === 'unscanned' ? undefined : sources, name, async () => {
    const bytes = await fileOf(one, print, look)
    // Engines and dictionaries are started once a process, not once a page.
    if (look !== 'unscanned') await recognizer()
    const { value, seconds } = await timed(() => read(bytes, name, recognizer))
    return { source: value, seconds }
  })
  await tokenizer()
  const { value: result, seconds } = await timed(() => parse(kept.source, { tokenizer }))
  return { ...scoreScan(print, kept.source, result, kept.seconds + seconds), result }
}
