import type { Block } from '../../layout/block.ts'
import { closingBracket } from '../../parse/provisions/caption.ts'
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
  '〉': '〈',
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

/** A number at the head of a line with brackets that are no pair, one of them read as a letter or another bracket: 位1》, (2}. */
const unpaired = /^(?<open>[(C位<{])(?<number>[0-9]{1,2})(?<close>[)》〉}l|丿])(?=[ 　\p{L}])/u
const pairs: ReadonlySet<string> = new Set(['()', '{}'])

/** Puts brackets around the number of an item where what was read there are none that belong together. */
export function pairItemBrackets(evidence: Evidence, blocks: readonly Block[]): void {
  for (const block of blocks) {
    if (block.kind !== 'line') continue
    const { open = '', number = '', close = '' } = unpaired.exec(block.folded)?.groups ?? {}
    if (open === '' || pairs.has(open + close)) continue
    if (open !== '(') correct(evidence, block.text, 0, 1, '(', 'form')
    const end = 1 + number.length
    if (close !== ')') correct(evidence, block.text, end, end + 1, ')', 'form')
  }
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
