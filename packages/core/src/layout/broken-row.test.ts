import { expect, test } from 'vitest'
import { readText } from '../read/text.ts'
import { textBlocksOf } from './text-blocks.ts'

const rowsOf = async (text: string): Promise<string[][]> =>
  textBlocksOf(await readText(new TextEncoder().encode(text), 'x.txt')).flatMap((block) =>
    block.kind === 'line' ? [[block.text.value]] : block.rows.map((row) => row.map((cell) => cell.text.value)),
  )

test.each([
  [
    'amid a row',
    '取組\t内容\t役割\nバス\t路線を\n維持する。\t運行する。\n図書\t貸し出す。\t受け取る。\n',
    [
      ['取組', '内容', '役割'],
      ['バス', '路線を維持する。', '運行する。'],
      ['図書', '貸し出す。', '受け取る。'],
    ],
  ],
  [
    'over several lines',
    '取組\t内容\t役割\nバス\t路線を\n調整し、\n維持する。\t運行する。\n図書\t貸し出す。\t受け取る。\n',
    [
      ['取組', '内容', '役割'],
      ['バス', '路線を調整し、維持する。', '運行する。'],
      ['図書', '貸し出す。', '受け取る。'],
    ],
  ],
])('joins cells with line breaks and no quotation marks: %s', async (_, text, rows) => {
  expect(await rowsOf(text)).toEqual(rows)
})

test.each([
  ['rows without their last cells', '年度\t国\t県\t市\t計\n令和３\t1\t2\n令和４\t3\t4\n'],
  ['a remark below the last row', '年度\t国\t計\n令和３\t1\t2\n備考　国の額は、見込みである。\n'],
  [
    'labels with their values',
    '事業名\t商談会\t番号\t１\n目的\t販路を広げる。\n取組内容\t年２回開く。\n担当課\t産業課\n',
  ],
  ['lines that do not come out even', '取組\t内容\t役割\nバス\t路線\n図書\t貸出\t受取\n'],
])('leaves %s', async (_, text) => {
  expect((await rowsOf(text)).map((row) => row[0])).toEqual(
    text
      .trim()
      .split('\n')
      .map((l) => l.split('\t')[0]),
  )
})
