import { parseArgs } from 'node:util'
import { casesOf, scoreCase, textOf } from './score/case.ts'
import { addCase, type KindScore, printScores } from './score/table.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '40' },
    /** One case alone, by its place; prints its text and what was missed. */
    only: { type: 'string' },
    misses: { type: 'boolean', default: false },
  },
})

const scores = new Map<string, KindScore>()
for (const [i, one] of casesOf(Number(values.seed), Number(values.count)).entries()) {
  if (values.only !== undefined && Number(values.only) !== i) continue
  if (values.only !== undefined) console.log(textOf(one))
  const scored = await scoreCase(one)
  addCase(scores, one, scored)
  if (!values.misses && values.only === undefined) continue
  for (const { kind, key, want, got, silent } of scored.comparison.misses) {
    console.log([i, one.type, one.form, silent ? 'silent' : 'said', kind, key, want ?? '∅', got ?? '∅'].join('\t'))
  }
}
console.log(printScores(scores))
