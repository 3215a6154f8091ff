import type { Source } from '../read/source.ts'
import type { MarkedRun } from '../schema/at.ts'
import { replaceRadicals } from '../text/fold.ts'
import type { Text } from '../text/text.ts'
import type { Mark } from './glyphs.ts'
import { knownMarks } from './known-marks.ts'

/** Struck text longer than this between two characters of a value is a passage of its own. */
const longestDeletion = 500

const blank = /\s/u

/** Offsets of struck characters from `start`, going `step` by `step`, over white space; and where that ended. */
function struckFrom(
  source: Source,
  marks: ReadonlyMap<number, Mark>,
  start: number,
  step: 1 | -1,
): { struck: number[]; end: number } {
  const struck: number[] = []
  let i = start
  for (; i >= 0 && i < source.text.length && Math.abs(i - start) < longestDeletion; i += step) {
    if (marks.get(i) === 'deleted') struck.push(i)
    else if (!blank.test(source.text[i] as string)) break
  }
  return { struck, end: i }
}

/** A label ends with a space or a bracket: （目的）　…, 第３条　…. */
const endsLabel = /[\s)）】」』]/u

/**
 * Struck characters before a value that are its own: those from the beginning of the line or the end of a label on. What stands
 * behind other text of the line belongs to that.
 */
function before(source: Source, marks: ReadonlyMap<number, Mark>, first: number): number[] {
  const { struck, end } = struckFrom(source, marks, first - 1, -1)
  const begin = struck.at(-1)
  if (end < 0 || begin === undefined || endsLabel.test(source.text[begin - 1] ?? ' ')) return struck.reverse()
  const feed = source.text.indexOf('\n', end)
  return struck.filter((i) => i > feed).reverse()
}

function after(source: Source, marks: ReadonlyMap<number, Mark>, last: number): number[] {
  if (blank.test(source.text[last + 1] ?? ' ')) return []
  const feed = source.text.indexOf('\n', last)
  return struckFrom(source, marks, last + 1, 1).struck.filter((i) => feed < 0 || i < feed)
}

/** Offsets of a value with those of the struck characters in it and around it, in the order of the source. */
function withStruck(source: Source, marks: ReadonlyMap<number, Mark>, text: Text): number[] {
  const offsets = Array.from(text.offsets).filter((o) => o >= 0)
  const first = offsets[0]
  const last = offsets.at(-1)
  if (first === undefined || last === undefined) return []
  const all = before(source, marks, first)
  offsets.forEach((offset, i) => {
    const previous = offsets[i - 1]
    if (previous !== undefined && offset > previous + 1) {
      const { struck, end } = struckFrom(source, marks, previous + 1, 1)
      if (end >= offset) all.push(...struck.filter((o) => o < offset))
    }
    all.push(offset)
  })
  return [...all, ...after(source, marks, last)]
}

/** What a redline marks in a value of a source that is laid out, struck text among it; empty for sources without redlines. */
export function runsInText(source: Source, text: Text): MarkedRun[] {
  const marks = knownMarks.get(source)
  if (marks === undefined || marks.size === 0) return []
  const runs: MarkedRun[] = []
  let last: Mark | undefined
  for (const offset of withStruck(source, marks, text)) {
    const mark = marks.get(offset)
    const value = replaceRadicals(source.text[offset] as string)
    if (mark === undefined && blank.test(value)) continue
    const run = runs.at(-1)
    if (mark && mark === last && run) {
      run.text += value
      run.span = [Math.min(run.span[0], offset), Math.max(run.span[1], offset + 1)]
    } else if (mark) runs.push({ text: value, mark, span: [offset, offset + 1] })
    last = mark
  }
  return runs
}
