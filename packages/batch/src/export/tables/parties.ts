import { boolean, integer, text } from '../column.ts'
import { placeOf } from '../place-columns.ts'
import { documentTable } from '../table.ts'

export const parties = documentTable(
  'parties',
  'one row a party of an agreement',
  [
    integer('number', 'order in the document, from 1'),
    text('symbol', '甲, 乙, 両市'),
    text('name', 'name as printed'),
    text('code', 'six-digit code of the municipality or prefecture (全国地方公共団体コード)'),
    boolean('placeholder', 'a name still to be filled in: ○○市町'),
  ],
  function* ({ document, codeOf }) {
    if (!('parties' in document)) return
    for (const [i, { symbol, name, placeholder, at }] of document.parties.entries())
      yield { number: i + 1, symbol, name, code: codeOf(name), placeholder: placeholder === true, ...placeOf(at) }
  },
)
