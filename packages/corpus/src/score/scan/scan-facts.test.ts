import type { Document, ParseResult } from '@kyoyaku/core'
import { expect, test } from 'vitest'
import { drawVision } from '../../model/vision-model.ts'
import { createRandom } from '../../random.ts'
import { compareFacts, f1, noTally } from '../comparison.ts'
import { overlapOf } from './cell-boxes.ts'
import { markClass } from './marks.ts'
import { shownFact, underTrueNames } from './scan-facts.ts'

const { truth } = drawVision(createRandom('4'), { brief: true })
const read = (documents: Document[], diagnostics: ParseResult['diagnostics'] = []): ParseResult => ({
  schemaVersion: '1',
  source: { name: '', sha256: '', format: 'pdf', textLayer: 'ocr' },
  documents,
  diagnostics,
})
const compare = (result: ParseResult) => compareFacts({ documents: truth }, underTrueNames(truth, result), shownFact)

/** The vision with its first project called otherwise, and its first sum worth something else. */
function misread(title: (t: string) => string, yen?: number): Document[] {
  const documents = structuredClone(truth)
  const project = documents[0]?.projects[0]
  const year = project?.budget?.years[0]
  if (!project || !year) throw new Error('the vision has no sum')
  project.title = title(project.title)
  if (yen !== undefined) Object.assign(year, { yen, at: { span: [10, 14] } })
  return documents
}
const withSlip = (title: string): string => `${title.slice(0, -1)}誤`

test('a name read with an error costs no sum', () => {
  const { tallies, misses } = compare(read(misread(withSlip)))
  expect(f1(tallies.get('budget-cell') ?? noTally)).toBe(1)
  expect(misses).toEqual([])
})

test('a project under a name of nothing alike is another one', () => {
  expect(compare(read(misread(() => '無縁'))).misses.length).toBeGreaterThan(0)
})

test('a wrong sum is silent unless a diagnostic points to a part of it; a correction does not', () => {
  const at = { span: [12, 20] as [number, number] }
  const silent = (code: 'ocr-low-confidence' | 'reading-corrected') =>
    compare(read(misread(withSlip, 1), [{ code, severity: 'warning', message: '', at }])).misses.map((m) => m.silent)
  expect(silent('ocr-low-confidence')).toEqual([false])
  expect(silent('reading-corrected')).toEqual([true])
})

test.each([
  ['○', 'circle'],
  ['〇', 'circle'],
  [' ◯ ', 'circle'],
  ['—', 'dash'],
  ['', 'blank'],
  ['○○', 'text'],
  ['計', 'text'],
])('%s in a cell is %s', (text, kind) => expect(markClass(text)).toBe(kind))

test.each([
  [[0, 0, 10, 10], 1],
  [[0, 0, 10, 5], 0.5],
  [[20, 0, 30, 10], 0],
] as const)('a box of ten by ten overlaps %j to %d', (box, share) => expect(overlapOf([0, 0, 10, 10], box)).toBe(share))
