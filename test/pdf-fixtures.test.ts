import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from '../packages/core/src/index.ts'
import { readPdf } from '../packages/pdf/src/index.ts'
import { resultMisses } from './expectation.ts'
import { type Expectation, readAccount } from './fixture-files.ts'

const folder = new URL('../fixtures/pdf/', import.meta.url)

test.each(readdirSync(folder))('pdf/%s', async (name) => {
  const expected = JSON.parse(readFileSync(new URL(`${name}/expected.json`, folder), 'utf8')) as Expectation
  const source = await readPdf(readFileSync(new URL(`${name}/input.pdf`, folder)), `${name}.pdf`)
  expect(resultMisses(expected, await parse(source))).toEqual([])
  expect(readAccount(`pdf/${name}`)).toMatchObject({ origin: expect.stringContaining('written for this project') })
})
