import { describe, expect, test } from 'vitest'
import { readText } from '../read/text.ts'
import { textBlocksOf } from './text-blocks.ts'

const rowsOf = async (text: string): Promise<unknown[]> =>
  textBlocksOf(await readText(new TextEncoder().encode(text), 'x.txt')).map((block) =>
    block.kind === 'line' ? block.text.value : block.rows.map((row) => row.map((cell) => cell.text.value)),
  )

describe('cells in quotation marks', () => {
  test.each([
    [
      'hold line breaks',
      'あ\tい\tう\n一\t"二\n三"\t四\n',
      [
        [
          ['あ', 'い', 'う'],
          ['一', '二三', '四'],
        ],
      ],
    ],
    ['hold signs that are doubled', 'あ\t"い""う"\tえ\n', [[['あ', 'い"う', 'え']]]],
    ['hold tabs', 'あ\t"い\tう"\tえ\n', [[['あ', 'い\tう', 'え']]]],
    [
      'are none where no mark closes them',
      'あ\t"い\tう\nえ\tお\tか\n',
      [
        [
          ['あ', '"い', 'う'],
          ['え', 'お', 'か'],
        ],
      ],
    ],
    ['keep their lines where there is no table', '"あ\n"\tい\n', ['"あ', '"\tい']],
  ])('%s', async (_, text, expected) => {
    expect(await rowsOf(text)).toEqual(expected)
  })
})
