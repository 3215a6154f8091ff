import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type DefaultRecognizerOptions, defaultRecognizer, type Recognizer } from '@kyoyaku/scan'
import { keepScan } from './scan/keep-scan.ts'
import { printOf, type ScanCase, scanCasesOf } from './scan/scan-case.ts'
import { scanLooks, scoredLooks } from './scan/scan-look.ts'
import { bytesOf, casesOf, type InputKind, scoreCase } from './score/case.ts'
import { addScores, noScanScore, type ScanMiss, type ScanScore } from './score/scan/scan-score.ts'
import { printScanScores } from './score/scan/scan-table.ts'
import { type PaperLook, scorePaper } from './score/scan/score-paper.ts'
import { addCase, type KindScore, printScores } from './score/table.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string' },
    kind: { type: 'string', default: 'text' },
    /** Of scans: looks parted by commas; all that scores are given for where absent. */
    look: { type: 'string' },
    /** … and who recognises them: auto, tesseract.js, tesseract, or none where cells and marks alone are of interest. */
    engine: { type: 'string', default: 'auto' },
    /** Keeps what was recognised in this folder, and takes it from there the next time. */
    sources: { type: 'string' },
    /** Lists what was missed. */
    misses: { type: 'boolean', default: false },
    /** Scans with counts and remarks in tables, and with pens and stamps on the paper. */
    measured: { type: 'boolean', default: false },
    rich: { type: 'boolean', default: false },
    /** One case alone, by its place, … */
    only: { type: 'string' },
    /** … and where to write its file. */
    out: { type: 'string' },
  },
})

const isWanted = (i: number): boolean => values.only === undefined || Number(values.only) === i

async function scoreDigital(kind: InputKind): Promise<void> {
  const scores = new Map<string, KindScore>()
  for (const [i, one] of casesOf(Number(values.seed), Number(values.count ?? 40), kind, values.measured).entries()) {
    if (!isWanted(i)) continue
    if (values.out !== undefined) writeFileSync(values.out, await bytesOf(one))
    const scored = await scoreCase(one)
    addCase(scores, one, scored)
    if (!values.misses && values.only === undefined) continue
    const where = [i, one.type, one.form]
    for (const { kind: of, key, want, got, silent } of scored.comparison.misses) {
      console.log([...where, silent ? 'silent' : 'said', of, key, want ?? '∅', got ?? '∅'].join('\t'))
    }
    for (const missed of scored.runs?.missed ?? []) console.log([...where, 'run', missed].join('\t'))
  }
  console.log(printScores(scores))
}

/** Documents of about four pages: ten make the forty pages that a look is judged by. */
const scanCount = 10

function printMisses(look: PaperLook, i: number, one: ScanCase, misses: readonly ScanMiss[]): void {
  for (const { page, what, want, got, silent } of misses) {
    const said = silent === undefined ? '' : silent ? 'silent' : 'said'
    console.log([look, i, one.type, page ?? '', what, said, want, got].join('\t'))
  }
}

/** Says nothing of any text: cells and marks, which are found without recognition, are scored in a part of the time. */
const nobody: Recognizer = { name: 'none', parallel: 1, recognize: async () => [], close: async () => {} }

async function scoreScans(looks: readonly PaperLook[]): Promise<void> {
  const scores = new Map<string, ScanScore>()
  let engine: Promise<Recognizer> | undefined
  const recognizer = (): Promise<Recognizer> => {
    if (values.engine === 'none') return Promise.resolve(nobody)
    engine ??= defaultRecognizer({ engine: values.engine as NonNullable<DefaultRecognizerOptions['engine']> })
    return engine
  }
  for (const look of looks) {
    for (const [i, one] of scanCasesOf(Number(values.seed), Number(values.count ?? scanCount), values.rich).entries()) {
      if (!isWanted(i)) continue
      if (values.out !== undefined && look !== 'unscanned') {
        await keepScan(one, printOf(one), look, values.out)
        continue
      }
      const { score, misses } = await scorePaper(one, look, { recognizer, sources: values.sources })
      scores.set(look, addScores(scores.get(look) ?? noScanScore, score))
      if (values.misses || values.only !== undefined) printMisses(look, i, one, misses)
    }
  }
  if (scores.size > 0) console.log(printScanScores(scores))
  await (await engine)?.close()
}

const isLook = (name: string): name is PaperLook => name === 'unscanned' || name in scanLooks

const { kind } = values
if (kind === 'scan') {
  const looks: readonly string[] = values.look?.split(',') ?? scoredLooks
  if (!looks.every(isLook)) throw new RangeError(`--look is unscanned or of ${Object.keys(scanLooks).join(', ')}`)
  await scoreScans(looks)
} else if (kind === 'text' || kind === 'pdf') await scoreDigital(kind)
else throw new RangeError(`--kind is text, pdf or scan, not ${kind}`)
