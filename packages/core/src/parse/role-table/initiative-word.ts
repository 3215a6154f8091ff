import type { Block, Cell } from '../../layout/block.ts'
import { type Column, columnOf } from './column.ts'

/** 取組 without 名 or 内容: it heads titles, or, over sentences, what is done; 取り組 is left of 取り組む, cut by a line's end. */
export const isInitiativeWord = (folded: string): boolean =>
  /^(?:連携(?:する)?)?(?:取組み?|取り組み)$/u.test(folded.replace(/^[・〇●◎◆◇■□]|[ 【】〈〉《》[\]()<>]/gu, ''))

/** Whether texts are sentences rather than titles. */
const areSentences = (texts: readonly string[]): boolean =>
  texts.length > 0 && texts.filter((text) => text.endsWith('。')).length * 2 > texts.length

const labelled = /^[・〇●◎◆◇■□]? ?[【〈《[(<]?((?:連携(?:する)?)?(?:取組み?|取り組み))[】〉》\])>]?(?: +|:|$)/u

/** Whether lines that begin with 取組 head sentences, which stand behind the word or on the next line. */
export function headsSentences(blocks: readonly Block[]): boolean {
  const texts = blocks.flatMap((block, i): string[] => {
    const label = block.kind === 'line' ? labelled.exec(block.folded) : null
    if (!label || block.kind !== 'line' || columnOf(block.folded.split(/[ :]+/u)[1] ?? '', [])) return []
    let text = block.folded.slice(label[0].length)
    for (let n = i + 1; n <= i + mostLines && !text.endsWith('。'); n++) {
      const next = blocks[n]
      if (next?.kind !== 'line' || columnOf(next.folded.split(/[ :]/u)[0] ?? '', [])) break
      text += next.folded
    }
    return [text]
  })
  return areSentences(texts)
}
const mostLines = 6

/** Columns of which the last of titles, under 取組 beside another one, holds sentences: it describes what the other names. */
export function withDescribed<C extends Column | undefined>(
  columns: readonly C[],
  heads: readonly string[],
  cellsBelow: (column: number) => readonly string[],
): (C | { kind: 'description' })[] {
  const last = columns.findLastIndex((c) => c?.kind === 'title')
  const described =
    columns.findIndex((c) => c?.kind === 'title') < last &&
    !columns.some((c) => c?.kind === 'description') &&
    isInitiativeWord(heads[last] ?? '') &&
    areSentences(cellsBelow(last))
  return columns.map((c, i) => (described && i === last ? { kind: 'description' as const } : c))
}

export const columnTexts = (rows: readonly (readonly Cell[])[], column: number): string[] =>
  rows.flatMap((cells) => cells[column]?.folded || [])
