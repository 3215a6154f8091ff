import { expect, test } from 'vitest'
import { readText } from '../read/text.ts'
import { textBlocksOf } from './text-blocks.ts'

const rowsOf = async (text: string): Promise<string[]> =>
  textBlocksOf(await readText(new TextEncoder().encode(text), 'x.txt')).flatMap((block) =>
    block.kind === 'line' ? [block.text.value] : block.rows.map((row) => row.map((cell) => cell.text.value).join('|')),
  )

test.each([
  [
    'lines between two rules as one row where every row has its rule',
    '│取組│甲の役割│\n├──┼────┤\n│移住│相談会を│\n│促進│開く。　│\n├──┼────┤\n│観光│広報する│\n│　　│。　　　│',
    ['取組|甲の役割', '移住促進|相談会を開く。', '観光|広報する。'],
  ],
  [
    'the lines of a table of one row as one where a cell breaks off',
    '│取組　　│甲の役割　　　　│\n├────┼────────┤\n│医療情報│町の診療所が参加│\n│の共有　│する。　　　　　│',
    ['取組|甲の役割', '医療情報の共有|町の診療所が参加する。'],
  ],
  [
    'lines without rules between them as rows of their own',
    '│市名│負担│\n├──┼──┤\n│東市│５％│\n│西市│３％│',
    ['市名|負担', '東市|５％', '西市|３％'],
  ],
  [
    'a first cell alone and without a number as the end of the numbered one above it',
    '┌──────┬────┐\n│⑴　高度な医│提供する│\n│　療の確保　│　　　　│\n│⑵　図書の貸│貸し出す│\n│　出し　　　│　　　　│\n└──────┴────┘',
    ['⑴　高度な医療の確保|提供する', '⑵　図書の貸出し|貸し出す'],
  ],
  [
    'a heading over several columns, beside a rule, above the first of them',
    '┏━━┳━━━━━┓\n┃　　┃役割分担　┃\n┃取組┣━━┳━━┫\n┃　　┃甲　┃乙　┃\n┣━━╋━━╋━━┫\n┃移住┃募る┃招く┃\n┗━━┻━━┻━━┛',
    ['取組|役割分担|', '|甲|乙', '移住|募る|招く'],
  ],
  [
    'rules of plus and minus',
    '+----+--------+\n|取組|甲の役割|\n+----+--------+\n|移住|相談会を|\n|促進|開く。|\n+----+--------+\n|観光|広報する|\n|    |。|\n+----+--------+',
    ['取組|甲の役割', '移住促進|相談会を開く。', '観光|広報する。'],
  ],
  [
    'figures below one another as rows of their own',
    '│区分│額　│\n├──┼──┤\n│甲　│10円│\n│乙　│20円│\n├──┼──┤\n│計　│30円│',
    ['区分|額', '甲|10円', '乙|20円', '計|30円'],
  ],
  [
    'a cell beside rules that begin behind it as one of the first row, wherever in its height it is written',
    '│分野│取組│\n├──┼──┤\n│　　│病院│\n│医療├──┤\n│　　│薬局│\n├──┼──┤\n│福祉│保育│',
    ['分野|取組', '医療|病院', '|薬局', '福祉|保育'],
  ],
])('reads %s', async (_, text, expected) => {
  expect(await rowsOf(text)).toEqual(expected)
})
