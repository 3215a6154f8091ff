import type { Block, Line } from '../../layout/block.ts'
import { correct, type Evidence } from '../corrections.ts'

/** Page numbers stand on one spot of every page, within so many points. */
const sameHeight = 8
const sameMiddle = 12
/** Longest of them, spaces aside: three digits, two dashes and a speck. */
const longest = 6
/** Pages whose number is read right that tell where numbers stand and how they count. */
const fewestWitnesses = 2

/** - 3 - with its dashes read as long signs, as 一 or as longer dashes. */
const dashed = /^[ー一—―–_~-]\s{0,6}(?<number>[0-9]{1,3})\s{0,6}[ー一—―–_~-]$/u
const hasDash = /[ー一—―–-][0-9]|[0-9][ー一—―–-]/u

interface Foot {
  line: Line
  bare: string
  number: number
  middle: number
  height: number
}

/** The short line that stands lowest on each page, or on its own at the head of it. */
function feetOf(blocks: readonly Block[]): Foot[] {
  const lowest = new Map<number, Block>()
  for (const block of blocks) {
    if (block.page === undefined || !block.box) continue
    const known = lowest.get(block.page)?.box
    if (!known || block.box[3] > known[3]) lowest.set(block.page, block)
  }
  return [...lowest.values()].flatMap((line): Foot[] => {
    if (line.kind !== 'line' || !line.box) return []
    const bare = line.folded.replace(/\s/gu, '')
    if (bare.length > longest || /[。、]/u.test(bare)) return []
    const digits = bare.match(/[0-9]+/gu) ?? []
    return [
      {
        line,
        bare,
        number: digits.length === 1 ? Number(digits[0]) : Number.NaN,
        middle: (line.box[0] + line.box[2]) / 2,
        height: (line.box[1] + line.box[3]) / 2,
      },
    ]
  })
}

/** A number with nothing but dashes beside it. */
const plain = /^[ー一—―–_~-]?[0-9]{1,3}[ー一—―–_~-]?$/u

/** The page numbers among lines: with dashes around them, or lowest on their page. */
export function pageNumbersOf(blocks: readonly Block[]): Set<Block> {
  const lowest = feetOf(blocks).flatMap(({ line, bare }) => (plain.test(bare) ? [line] : []))
  return new Set([...lowest, ...blocks.filter((block) => block.kind === 'line' && dashed.test(block.folded))])
}

const isBeside = (a: Foot, b: Foot): boolean =>
  Math.abs(a.middle - b.middle) <= sameMiddle && Math.abs(a.height - b.height) <= sameHeight

/** Puts page numbers right: their dashes by themselves, dirt and lost digits where the numbers of other pages count up to them. */
export function correctPageNumbers(evidence: Evidence, blocks: readonly Block[]): void {
  const done = new Set<Line>()
  const feet = feetOf(blocks)
  const shifts = Map.groupBy(
    feet.filter((foot) => !Number.isNaN(foot.number)),
    (foot) => foot.number - (foot.line.page as number),
  )
  const [witnesses = []] = [...shifts.values()].sort((a, b) => b.length - a.length)
  const [first] = witnesses
  if (first && witnesses.length >= fewestWitnesses && witnesses.length * 2 > feet.length) {
    const isDashed = witnesses.some((foot) => hasDash.test(foot.bare))
    for (const foot of feet) {
      if (!isBeside(foot, first)) continue
      const number = first.number - (first.line.page as number) + (foot.line.page as number)
      done.add(foot.line)
      if (foot.bare !== (isDashed ? `-${number}-` : String(number)))
        write(evidence, foot.line, isDashed ? `- ${number} -` : String(number))
    }
  }
  for (const block of blocks) {
    if (block.kind !== 'line' || done.has(block)) continue
    const { number } = dashed.exec(block.folded)?.groups ?? {}
    if (number !== undefined && !/^-\s*[0-9]+\s*-$/u.test(block.folded)) write(evidence, block, `- ${number} -`)
  }
}

function write(evidence: Evidence, { text }: Line, number: string): void {
  correct(evidence, text, 0, text.value.length, number, 'sequence')
}
