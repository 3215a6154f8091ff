import { expect, test } from 'vitest'
import { compare } from '../compare/compare.ts'
import { compareTemplates } from '../compare/template-matrix.ts'
import { agreement, numbered, resultOf, script } from '../testing/articles.ts'
import { comparison, templateMatrix } from './json-schema.ts'

const [old, revised] = (['old', 'new'] as const).map((side) => resultOf([agreement(numbered(script(4, 20)[side]))]))

test('comparisons are what their schema says, no member left out of it', () => {
  const made = compare(old ?? resultOf([]), revised ?? resultOf([]))
  expect(comparison.strict().parse(made)).toEqual(made)
})

test('so are matrices', () => {
  const made = compareTemplates([old ?? resultOf([]), revised ?? resultOf([])])
  expect(templateMatrix.strict().parse(made)).toEqual(made)
})
