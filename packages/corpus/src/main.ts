import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { bytesOf, casesOf, scoreCase } from './score/case.ts'
import { addCase, type KindScore, printScores } from './score/table.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '40' },
    kind: { type: 'string', default: 'text' },
    /** Lists what was missed. */
    misses: { type: 'boolean', default: false },
    /** One case alone, by its place, … */
    only: { type: 'string' },
    /** … and where to write its file. */
    out: { type: 'string' },
  },
})

const { kind } = values
if (kind !== 'text' && kind !== 'pdf') throw new RangeError(`--kind is text or pdf, not ${kind}`)

const scores = new Map<string, KindScore>()
for (const [i, one] of casesOf(Number(values.seed), Number(values.count), kind).entries()) {
  if (values.only !== undefined && Number(values.only) !== i) continue
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
