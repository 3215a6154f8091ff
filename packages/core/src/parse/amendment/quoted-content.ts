import type { Block, Cell, Line } from '../../layout/block.ts'
import { fold } from '../../text/fold.ts'
import { slice, type Text } from '../../text/text.ts'

const foldedOf = (block: Block | undefined): string =>
  block === undefined
    ? ''
    : block.kind === 'line'
      ? block.folded
      : block.rows
          .flat()
          .map((c) => c.folded)
          .join('')

/** Whether the bracket that a text begins with closes at its end and not before. */
function isQuoted(folded: string): boolean {
  if (!folded.startsWith('「') || !folded.endsWith('」')) return false
  let depth = 0
  for (let i = 0; i < folded.length; i++) {
    if (folded[i] === '「') depth++
    else if (folded[i] === '」' && --depth === 0) return i === folded.length - 1
  }
  return false
}

const cut = <T extends Line | Cell>(of: T, from: number, to?: number): T => {
  const text = slice(of.text, from, to)
  return { ...of, text, folded: fold(text.value) }
}

/** A block without its first character or without its last one; nothing where that was all. */
function edged(block: Block, end: 'first' | 'last'): { mark: Text; rest: Block[] } {
  const own = <T extends Line | Cell>(of: T): { mark: Text; rest: T } => {
    const last = of.text.value.length - 1
    return end === 'first'
      ? { mark: slice(of.text, 0, 1), rest: cut(of, 1) }
      : { mark: slice(of.text, last), rest: cut(of, 0, last) }
  }
  if (block.kind === 'line') {
    const { mark, rest } = own(block)
    return { mark, rest: rest.folded.trim() === '' ? [] : [rest] }
  }
  const filled = block.rows.flatMap((row, r) => row.flatMap((c, n) => (c.folded === '' ? [] : [[r, n] as const])))
  const [r, n] = (end === 'first' ? filled[0] : filled.at(-1)) ?? [0, 0]
  const { mark, rest } = own((block.rows[r] as Cell[])[n] as Cell)
  const rows = block.rows.map((row, i) => (i === r ? row.map((c, k) => (k === n ? rest : c)) : row))
  const kept = rows.filter((row) => row.some((c) => c.folded !== ''))
  return { mark, rest: kept.length > 0 ? [{ ...block, rows: kept }] : [] }
}

/** New provisions without the 「 and 」 around all of them, and these. */
export function withoutBrackets(blocks: readonly Block[]): { blocks: Block[]; marks: Text[] } {
  const [first, ...more] = blocks
  if (!first || !isQuoted(blocks.map(foldedOf).join(''))) return { blocks: [...blocks], marks: [] }
  const open = edged(first, 'first')
  const inside = [...open.rest, ...more]
  const last = inside.pop()
  if (!last) return { blocks: [...blocks], marks: [] }
  const close = edged(last, 'last')
  return { blocks: [...inside, ...close.rest], marks: [open.mark, close.mark] }
}
