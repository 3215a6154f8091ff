import type { At } from '@kyoyaku/core'
import type { Edit } from '@kyoyaku/diff'
import type { Cell, Line, Mark, Paper, Place, Run, Side } from './paper.ts'

/** Characters that break XML or reorder the text around them; a document may hold them, a paper shows that there was something. */
const unprintable =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

export const printable = (text: string): string => text.replace(/\r\n?/g, '\n').replace(unprintable, '\ufffd')

export const plain = (text: string, place?: Place): Run[] =>
  text === '' ? [] : [{ text: printable(text), ...(place ? { place } : {}) }]

export const placeOf = (side: Side, at: At | undefined): Place | undefined => (at ? { side, at } : undefined)

/** A marked text; spaces in it are never underlined. */
export function marked(text: string, mark: Mark, side: Side, at?: At): Run[] {
  const place = placeOf(side, at)
  return printable(text)
    .split(/([\s\u3000]+)/u)
    .filter((piece) => piece !== '')
    .map((piece) =>
      /^[\s\u3000]/u.test(piece) ? { text: piece } : { text: piece, mark, side, ...(place ? { place } : {}) },
    )
}

/** One side of what became of a text. */
export const sideRuns = (edits: readonly Edit[], side: Side, mark: Mark): Run[] =>
  edits.flatMap((edit): Run[] => {
    if (edit.op === 'equal') return plain(side === 'old' ? (edit.old ?? edit.text) : edit.text)
    return (edit.op === 'delete') === (side === 'old') ? marked(edit.text, mark, side, edit.at) : []
  })

/** Runs as lines, a line break of the text a new line. */
export function linesOf(runs: readonly Run[], indent = 0): Line[] {
  const lines: Line[] = [{ indent, runs: [] }]
  for (const run of runs)
    for (const [i, text] of run.text.split('\n').entries()) {
      if (i > 0) lines.push({ indent, runs: [] })
      if (text !== '') lines.at(-1)?.runs.push({ ...run, text })
    }
  return lines.filter((line, i) => line.runs.length > 0 || i === 0)
}

export const cellOf = (text: string, more: Omit<Cell, 'lines'> = {}, place?: Place): Cell => ({
  lines: text === '' ? [] : linesOf(plain(text, place)),
  ...more,
})

const textOfLine = (line: Line): string => line.runs.map((run) => run.text).join('')
export const textOfCell = (cell: Cell): string => cell.lines.map(textOfLine).join('\n')

/** A paper in which every text can be printed, wherever it came from. */
export function printablePaper(paper: Paper): Paper {
  const cleaned = (value: unknown): unknown => {
    if (typeof value === 'string') return printable(value)
    if (Array.isArray(value)) return value.map(cleaned)
    if (typeof value !== 'object' || value === null) return value
    // Places are looked up, not printed.
    return Object.fromEntries(Object.entries(value).map(([key, of]) => [key, key === 'place' ? of : cleaned(of)]))
  }
  return cleaned(paper) as Paper
}
