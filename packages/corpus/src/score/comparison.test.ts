import type { ParseResult } from '@kyoyaku/core'
import { expect, test } from 'vitest'
import { drawAgreement } from '../model/agreement-model.ts'
import { drawVision } from '../model/vision-model.ts'
import { createRandom } from '../random.ts'
import { compareFacts, f1 } from './comparison.ts'

const read = (documents: ParseResult['documents'], diagnostics: ParseResult['diagnostics'] = []): ParseResult => ({
  schemaVersion: '1',
  source: { name: '', sha256: '', format: 'text', textLayer: 'plain' },
  documents,
  diagnostics,
})
const agreement = drawAgreement(createRandom('1'))
const vision = drawVision(createRandom('1'))

test.each([agreement, vision])('the truth about itself has no miss', ({ truth }) => {
  const { tallies, misses } = compareFacts({ documents: truth }, read(truth))
  expect(misses).toEqual([])
  expect([...tallies.values()].map(f1).every((f) => f === 1)).toBe(true)
})

test('a wrong sum is silent until a diagnostic names its project', () => {
  const documents = structuredClone(vision.truth)
  const project = documents[0]?.projects[0]
  const year = project?.budget?.years[0]
  if (!project || !year) throw new Error('the vision has no sum')
  year.yen = 1
  const missed = (result: ParseResult) => compareFacts({ documents: vision.truth }, result).misses
  expect(missed(read(documents))).toMatchObject([{ kind: 'budget-cell', silent: true }])
  const said = {
    code: 'budget-total-mismatch',
    severity: 'error',
    message: '',
    data: { project: project.title },
  } as const
  expect(missed(read(documents, [said]))).toMatchObject([{ silent: false }])
})

test('a mark under a head misread is silent until it is said that nobody bears the name', () => {
  const documents = structuredClone(vision.truth)
  const grid = documents[0]?.participationGrids[0]
  const [name = ''] = grid?.municipalities ?? []
  const misread = (one: string) => (one === name ? '玉見市' : one)
  if (!grid) throw new Error('the vision has no grid')
  grid.municipalities = grid.municipalities.map(misread)
  for (const row of grid.rows) for (const mark of row.marks) mark.municipality = misread(mark.municipality)
  const silent = (result: ParseResult) =>
    compareFacts({ documents: vision.truth }, result).misses.flatMap((m) => (m.kind === 'mark' ? m.silent : []))
  expect(new Set(silent(read(documents)))).toEqual(new Set([true]))
  const said = { code: 'municipality-unknown', severity: 'warning', message: '', data: { text: '玉見市' } } as const
  expect(new Set(silent(read(documents, [said])))).toEqual(new Set([false]))
})

test('an item under another parent is wrong', () => {
  const documents = structuredClone(agreement.truth)
  const article = documents[0]?.articles[0]
  article?.paragraphs[0]?.items?.push({ number: '1', title: '(1)', text: '余り' })
  if (article?.paragraphs[0]) article.paragraphs[0].items ??= [{ number: '1', title: '(1)', text: '余り' }]
  expect(compareFacts({ documents: agreement.truth }, read(documents)).misses).toMatchObject([{ kind: 'clause' }])
})
