import type { Block, Line } from '../layout/block.ts'
import { startsWithAny } from '../text/characters.ts'

/** 議案第３１号, 第３１号議案, 報告第２号: what heads a paper of a council, alone on its line. */
const number = '第? ?[0-9〇○一二三四五六七八九十百]{0,4} ?号?'
const heading = new RegExp(
  `^[(【]?(?:(?:議案|報告|承認|同意|諮問|発議|協議案)${number}|第 ?[0-9〇○一二三四五六七八九十百]{0,4} ?号議案)[)】]?$`,
  'u',
)
const firstCharacters = '(【議報承同諮発協第'

/** Whether a block heads a paper of a council. */
export const headsPaper = (block: Block): block is Line =>
  block.kind === 'line' &&
  block.folded.length <= longestHeading &&
  startsWithAny(block.folded, firstCharacters) &&
  /[0-9〇○一二三四五六七八九十百号]/u.test(block.folded) &&
  heading.test(block.folded.replaceAll(' ', ''))
const longestHeading = 30

/** The papers that are bound together, each from its number to the next one; what stands before the first belongs to it. */
export function papersOf(blocks: readonly Block[]): (readonly Block[])[] {
  const starts: number[] = []
  let last = ''
  blocks.forEach((block, i) => {
    if (!headsPaper(block)) return
    // At the top of page after page it is the same paper.
    if (block.folded !== last || !/[0-9〇一二三四五六七八九十]/u.test(last)) starts.push(i)
    last = block.folded
  })
  if (starts.length < 2) return [blocks]
  return starts.map((from, n) => blocks.slice(n === 0 ? 0 : from, starts[n + 1]))
}
