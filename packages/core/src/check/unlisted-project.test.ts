import { expect, test } from 'vitest'
import { emptyEvidence } from '../evidence/corrections.ts'
import { asRecognized, textSource } from '../evidence/recognized-text.ts'
import type { Context } from '../parse/context.ts'
import type { Project } from '../schema/vision.ts'
import { doubtUnlisted } from './unlisted-project.ts'

const project = (title: string): Project => ({ title, participants: [], where: { title: { confidence: 0.9 } } })
const grids = [
  {
    municipalities: [],
    rows: ['夜間診療', '路線の維持', '講座の開設'].map((name) => ({
      project: name,
      participants: [],
      marks: [],
      reliable: true,
      where: { project: { confidence: 0.9 } },
    })),
  },
]

function doubted(own: readonly string[], between: readonly string[], isRecognized = true): unknown[] {
  const source = textSource('')
  const evidence = isRecognized ? emptyEvidence(asRecognized(source)) : undefined
  const context: Context = {
    source,
    taken: new Uint8Array(),
    diagnostics: [],
    furniture: [],
    locale: 'ja',
    ...(evidence ? { evidence } : {}),
    tokenizer: () => Promise.reject(new Error('not needed')),
  }
  doubtUnlisted(context, grids, own.map(project), between.map(project))
  return context.diagnostics.map((d) => d.data?.project)
}

test('doubts a recognised sheet that no grid lists, and a row without a sheet', () =>
  expect(doubted(['夜間診療', '講座の開設', '路線の維持.SDGs3'], [])).toEqual(['路線の維持.SDGs3', '路線の維持']))

test('doubts a sheet between regions that the grid of the region lists', () =>
  expect(doubted(['夜間診療'], ['路線の維持', '共同の見本市'])).toEqual(['路線の維持', '講座の開設']))

test('doubts nothing where the grid lists few of the sheets, or nothing was recognised', () => {
  expect(doubted(['夜間診療', '一', '二', '三'], [])).toEqual([])
  expect(doubted(['夜間診療', '路線'], [], false)).toEqual([])
})
