import { benchBatch } from './batch.ts'
import { benchRecovery } from './batch-recovery.ts'
import { benchScale } from './batch-scale.ts'
import { benchDamage } from './damage.ts'
import { benchGrowth } from './growth.ts'
import type { Row } from './measure.ts'
import { benchPdf } from './pdf.ts'
import { benchRevision } from './revision.ts'
import { benchScan } from './scan.ts'
import { benchStartUp } from './start-up.ts'
import { benchText } from './text.ts'

/** What is measured, by name; each takes a file or folder of its own to measure on as well. */
const benches: Readonly<Record<string, (given: string | undefined) => Promise<Row[]>>> = {
  text: benchText,
  growth: benchGrowth,
  'start-up': benchStartUp,
  revision: benchRevision,
  pdf: benchPdf,
  damage: benchDamage,
  scan: benchScan,
  batch: benchBatch,
  'batch-scale': benchScale,
  'batch-recovery': benchRecovery,
}

/** `pnpm bench [NAME [PATH]]`: all benches, or one of them. */
async function main(name: string | undefined, path: string | undefined): Promise<void> {
  const rows: Row[] = []
  for (const [known, bench] of Object.entries(benches)) {
    if (name === undefined || name === known) rows.push(...(await bench(path)))
  }
  console.table(Object.fromEntries(rows.map(({ what, ...row }) => [what, row])))
}

await main(process.argv[2], process.argv[3])
