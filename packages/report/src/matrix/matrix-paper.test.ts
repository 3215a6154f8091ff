import { compareTemplates } from '@kyoyaku/diff'
import { expect, test } from 'vitest'
import { fixtureRevision, rowsIn, tableIn } from '../testing/revise.ts'
import { matrixPaper } from './matrix-paper.ts'

test('a row a provision, a column an agreement, the first the template', async () => {
  const { old, new: other } = await fixtureRevision('agreement/old.txt', 'agreement/new.txt')
  const table = tableIn(matrixPaper(compareTemplates([old, other])), 'ひな形との対照')
  expect(table.columns.map((c) => c.heading)).toEqual(['条・取組', '浜田市・飯南町（ひな形）', '浜田市・飯南町'])
  const rows = rowsIn(table)
  expect(rows).toContainEqual(['第１条（目的）', '○', '同じ'])
  expect(rows).toContainEqual(['第４条（費用の負担）', '○', '異なる（5）'])
  expect(rows).toContainEqual(['第５条（人事の交流）', '○', 'なし'])
  expect(rows).toContainEqual(['空き店舗の活用', '', 'ここだけ'])
})
