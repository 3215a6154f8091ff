import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { japanese } from './columns-japanese.ts'
import { sharedColumnsText, tablesText } from './columns-text.ts'
import { tableShapes } from './rows.ts'

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
const between = (mark: string): string => readme.split(`<!-- ${mark} -->\n`)[1]?.split(`\n<!-- /${mark} -->`)[0] ?? ''

test('the documentation has every column as it is', () => {
  expect(between('shared')).toBe(sharedColumnsText())
  expect(between('tables')).toBe(tablesText())
})

test('every column is explained in Japanese, and nothing else is', () => {
  const told = new Set(tableShapes.flatMap(({ columns }) => columns.map(({ about }) => about)))
  expect(new Set(Object.keys(japanese))).toEqual(told)
})
