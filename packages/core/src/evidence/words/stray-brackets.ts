import type { Block } from '../../layout/block.ts'
import { closingBracket } from '../../parse/caption.ts'
import { correct, type Evidence } from '../corrections.ts'

/** What closes something, and what that is opened by. */
const openers: Readonly<Record<string, string>> = {
  ')': '(',
  ']': '[',
  '}': '{',
  '〕': '〔',
  '】': '【',
  '」': '「',
  '』': '『',
  '》': '《',
}
/** What is open for longer than so many lines is not closed behind a caption. */
const farthest = 4
/** More of a line is not looked at. */
const longestLine = 200

/** Whether more of a bracket is opened than closed in the lines before one. */
function isOpen(blocks: readonly Block[], at: number, close: string): boolean {
  let depth = 0
  for (let i = Math.max(0, at - farthest); i < at; i++) {
    const block = blocks[i]
    if (block?.kind !== 'line') continue
    for (const c of block.folded.slice(-longestLine)) {
      if (c === openers[close]) depth++
      else if (c === close && depth > 0) depth--
    }
  }
  return depth > 0
}

/** Takes off a bracket behind a caption in brackets that closes nothing: it is the one before it, seen twice, or dirt. */
export function removeStrayBrackets(evidence: Evidence, blocks: readonly Block[]): void {
  blocks.forEach((block, i) => {
    if (block.kind !== 'line') return
    const { folded, text } = block
    const end = closingBracket(folded)
    if (end < 0 || folded.length === end) return
    const [close = '', ...rest] = folded.slice(end, end + 3).replaceAll(' ', '')
    if (rest.length > 0 || folded.slice(end).trim() !== close) return
    if (openers[close] === undefined || isOpen(blocks, i, close)) return
    correct(evidence, text, folded.indexOf(close, end), folded.length, '', 'form')
  })
}
