import type { Block, Line } from '../../layout/block.ts'
import { startsWithAny } from '../../text/characters.ts'
import { isRoleLabel } from '../party/role-label.ts'
import { readLabel } from '../provisions/numbering.ts'
import { endsSentence } from '../provisions/provisions-flow.ts'

/** What a remark begins with: 備考, （注）, 注１, ※. */
const start = /^(?:[([〔【](?:備 *考|注記?|参考)[0-9一二三四五六七八九]?[)\]〕】]|備 *考|注記?[0-9:.、 ]|※|\*[0-9 ])/u
const firstCharacters = '([〔【備注※*'

/** Whether a folded text begins a remark on a table. */
export const isRemark = (folded: string): boolean => startsWithAny(folded, firstCharacters) && start.test(folded)

/** Whether a line goes on with the remark that the block before it belongs to: unfinished, or a list. */
const goesOn = (line: Line, before: Block | undefined): boolean =>
  before?.kind === 'line' &&
  !isRoleLabel(line.folded) &&
  ((!endsSentence(before) && line.gap === 0) || readLabel(line.folded) !== undefined)

/** The remarks behind the last row of a table, the lines of each together; one that rows follow stays among the blocks. */
export function partedRemarks(blocks: readonly Block[]): { blocks: readonly Block[]; remarks: Line[][] } {
  let from = blocks.length
  for (let i = blocks.length - 1; i >= 0; i--) {
    const line = blocks[i]
    if (line?.kind !== 'line') break
    if (isRemark(line.folded)) from = i
    else if (!goesOn(line, blocks[i - 1])) break
  }
  const remarks: Line[][] = []
  for (const line of blocks.slice(from)) {
    if (line.kind !== 'line') continue
    if (isRemark(line.folded)) remarks.push([line])
    else remarks.at(-1)?.push(line)
  }
  return { blocks: blocks.slice(0, from), remarks }
}
