import type { Random } from '../random.ts'
import { type Block, type Line, type Manuscript, type Piece, validText } from './manuscript.ts'

/** Share of the lines of text that a redline changes. */
const changedShare = 0.12
/** Shorter lines are headings, marks and sums, whose change would be another document. */
const shortest = 16
/** Numbers and labels stand within the first characters of a line. */
const labelLength = 8

const struckWords = ['おおむね', '速やかに', '原則として', '前年度の', '新たな', '関係する', '広域的な', '当該']

/**
 * Marks a stretch of a line as put in and strikes words out before it, or only one of the two. What is valid stays as it
 * was, so the truth about the document does not change.
 */
function redlined(line: Line, random: Random): Line {
  const text = validText(line)
  const from = random.int(labelLength, text.length - 6)
  const to = from + random.int(2, 5)
  const kind = random.pick(['both', 'inserted', 'deleted'] as const)
  // Brackets set off captions and remarks, which are values of their own.
  if (/[（）()]/u.test(text.slice(from, to))) return line
  const pieces: Piece[] = [
    { text: text.slice(0, from) },
    ...(kind === 'inserted' ? [] : [{ text: random.pick(struckWords), mark: 'deleted' as const }]),
    ...(kind === 'deleted'
      ? [{ text: text.slice(from) }]
      : [{ text: text.slice(from, to), mark: 'inserted' as const }, { text: text.slice(to) }]),
  ]
  return pieces.filter((p) => p.text !== '')
}

const change = (line: Line, random: Random): Line =>
  validText(line).length >= shortest && random.chance(changedShare) ? redlined(line, random) : line

function changeBlock(block: Block, random: Random): Block {
  if (block.kind === 'paragraph' && block.place === 'left' && !block.heading) {
    return { ...block, line: change(block.line, random) }
  }
  if (block.kind !== 'table') return block
  return {
    ...block,
    cells: block.cells.map((cell) =>
      cell.header || cell.vertical ? cell : { ...cell, lines: cell.lines.map((line) => change(line, random)) },
    ),
  }
}

/** Times that a manuscript is marked anew until something in it is struck out. */
const mostTries = 20

/**
 * A manuscript with some of its text marked as a redline (見え消し) marks it. Something is struck out: where nothing is, a colour
 * says nothing.
 */
export function redline(manuscript: Manuscript, random: Random): Manuscript {
  let marked = manuscript
  for (let i = 0; i < mostTries; i++) {
    marked = { ...manuscript, blocks: manuscript.blocks.map((block) => changeBlock(block, random)) }
    if (markedPieces(marked).some((p) => p.mark === 'deleted')) break
  }
  return marked
}

/** All marked stretches in order. */
export function markedPieces({ blocks }: Manuscript): Required<Piece>[] {
  const lines = blocks.flatMap((b) =>
    b.kind === 'paragraph' ? [b.line] : b.kind === 'table' ? b.cells.flatMap((c) => c.lines) : [],
  )
  return lines.flat().filter((p): p is Required<Piece> => p.mark !== undefined)
}
