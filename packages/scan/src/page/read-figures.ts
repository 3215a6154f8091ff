import type { InkLine } from '../lines/ink-line.ts'
import type { Alphabet, Recognizer } from '../recognize/recognizer.ts'
import type { SeenLine } from './read-line.ts'
import { type LinePage, recognizeLines } from './recognize-lines.ts'

/** A column holds figures where this many of its cells, and this share of them, do. */
const fewest = 3
const figureShare = 0.6
/** A cell that may be a misread figure is no wider than this many ems; wider ones are text. */
const widest = 6

const digits = /^[0-9０-９]+$/u
const amount = /^[-−－△▲]?[0-9０-９][0-9０-９,，.．]*(?:[千百十万億]*円)?$/u

const textOf = (line: SeenLine): string => line.characters.map((c) => c.value).join('')

/** What the cells of a column hold, by those that were read as such. */
function alphabetOf(texts: readonly string[]): Alphabet {
  const filled = texts.filter((t) => t !== '')
  const enough = (pattern: RegExp): boolean => {
    const own = filled.filter((t) => pattern.test(t)).length
    return own >= fewest && own >= filled.length * figureShare
  }
  return enough(digits) ? 'digits' : enough(amount) ? 'amount' : 'any'
}

/**
 * Cells of a column of figures that were read as something else are read again as figures. `columns` are the places of lines
 * that fill a cell alone, by column; `read` is changed.
 */
export async function readFigures(
  page: LinePage,
  lines: readonly InkLine[],
  read: SeenLine[],
  columns: readonly number[][],
  recognizer: Recognizer,
): Promise<void> {
  for (const column of columns) {
    if (!column) continue
    const alphabet = alphabetOf(column.map((i) => textOf(read[i] as SeenLine)))
    if (alphabet === 'any') continue
    const doubtful = column.filter((i) => {
      const line = lines[i] as InkLine
      return !amount.test(textOf(read[i] as SeenLine)) && !line.vertical && line.x1 - line.x0 <= widest * page.em
    })
    const own = doubtful.map((i) => lines[i] as InkLine)
    const again = await recognizeLines(page, own, recognizer, alphabet)
    doubtful.forEach((i, k) => {
      const line = again[k] as SeenLine
      if (amount.test(textOf(line))) read[i] = line
    })
  }
}
