import { expect, test } from 'vitest'
import { agreed, agreementOf, readAgreement } from '../../testing/read-agreement.ts'

test('refers to the table of which a row is named by its number', async () => {
  const { agreement, context } = await readAgreement(
    `${agreementOf(agreed)}第２条　別表第１の２の項の事務は、乙が甲に委託する。\n\n別表第１（第２条関係）\n事務\t割合\nごみ\t折半\n`,
  )
  expect(agreement.references.map((r) => [r.text, r.to.appendedTable])).toEqual([['別表第１', '別表第1']])
  expect(context.diagnostics).toEqual([])
})
