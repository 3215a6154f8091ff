import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sharedColumnsText, tablesText } from './columns-text.ts'

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
const between = (mark: string): string => readme.split(`<!-- ${mark} -->\n`)[1]?.split(`\n<!-- /${mark} -->`)[0] ?? ''

test('the documentation has every column as it is', () => {
  expect(between('shared')).toBe(sharedColumnsText())
  expect(between('tables')).toBe(tablesText())
})
