import { tables } from '@kyoyaku/core'
import { readPdf } from '@kyoyaku/pdf'
import { expect, test } from 'vitest'
import { bytesOf, type Case, casesOf } from '../score/case.ts'

const [first, second] = casesOf(1, 2, 'pdf') as [Case, Case]

test('the same case is the same bytes', async () => expect(await bytesOf(second)).toEqual(await bytesOf(second)))

test('what is drawn can be read', async () => {
  const source = await readPdf(await bytesOf(first), 'a.pdf')
  expect(source.text).toContain('第')
  expect(tables(await readPdf(await bytesOf(second), 'b.pdf')).tables.length).toBeGreaterThan(0)
})
