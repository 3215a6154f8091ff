import type { InkLine } from '../lines/ink-line.ts'
import type { CellMark } from '../marks/mark-cells.ts'
import type { SeenCharacter, SeenLine } from '../page/read-line.ts'
import type { LayerCharacter } from './layer-text.ts'

/** Ems by which the middle of a character may stand beside the ink of its line: across it, and along it, where 、 ends far before its box. */
const across = 0.4
const along = 1

const outside = (n: number, from: number, to: number): number => Math.max(0, from - n, n - to)

/** How far a character stands off the middle of a line; infinite where it is none of its. */
function distance(line: InkLine, { x, y }: LayerCharacter, em: number): number {
  const [before, beside] = [outside(x, line.x0, line.x1), outside(y, line.y0, line.y1)]
  const [off, aside] = line.vertical ? [beside, before] : [before, beside]
  if (off > along * em || aside > across * em) return Number.POSITIVE_INFINITY
  return off + (line.vertical ? Math.abs(x - (line.x0 + line.x1) / 2) : Math.abs(y - (line.y0 + line.y1) / 2))
}

const isMark = ({ x0, y0, x1, y1 }: CellMark, { x, y }: LayerCharacter, em: number): boolean =>
  outside(x, x0, x1) <= em && outside(y, y0, y1) <= em

function placed(line: InkLine, { value, x, y, width = 0, confidence = 1 }: LayerCharacter): SeenCharacter {
  const half = width / 2
  const [x0, y0, x1, y1] = line.vertical
    ? [line.x0, Math.max(line.y0, y - half), line.x1, Math.min(line.y1, y + half)]
    : [Math.max(line.x0, x - half), line.y0, Math.min(line.x1, x + half), line.y1]
  return { value, confidence, x0: Math.min(x0, x1), y0: Math.min(y0, y1), x1: Math.max(x0, x1), y1: Math.max(y0, y1) }
}

/**
 * Lines of ink with the characters that another program read there; undefined for lines of which it said nothing. What it said where
 * there is neither ink nor a mark comes as `strays`.
 */
export function toldLines(
  characters: readonly LayerCharacter[],
  { lines, marks, em }: { lines: readonly InkLine[]; marks: readonly CellMark[]; em: number },
): { lines: (SeenLine | undefined)[]; strays: LayerCharacter[] } {
  const own = new Map<InkLine, LayerCharacter[]>()
  const strays: LayerCharacter[] = []
  for (const character of characters) {
    let [nearest, least] = [undefined as InkLine | undefined, Number.POSITIVE_INFINITY]
    for (const line of lines) {
      const off = distance(line, character, em)
      if (off < least) [nearest, least] = [line, off]
    }
    if (nearest) {
      const said = own.get(nearest) ?? []
      said.push(character)
      own.set(nearest, said)
    } else if (!marks.some((mark) => isMark(mark, character, em))) strays.push(character)
  }
  return {
    lines: lines.map((line) => {
      const said = own.get(line)
      if (!said) return undefined
      const ordered = said.sort((a, b) => (line.vertical ? a.y - b.y : a.x - b.x))
      const { vertical, x0, y0, x1, y1 } = line
      return { characters: ordered.map((c) => placed(line, c)), vertical, x0, y0, x1, y1 }
    }),
    strays,
  }
}
