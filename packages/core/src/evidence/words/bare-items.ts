import type { Block, Line } from '../../layout/block.ts'
import { counted } from '../../parse/numbering.ts'
import { enclosedNumber } from '../../text/numeral.ts'
import { correct, type Evidence } from '../corrections.ts'

const article = /^第[^ ]{1,6}条/u
const label = /^\(([0-9]{1,2})\)/u
/** A number that lost one or both of its brackets, or was read as one in a circle; none of a sum. */
const torn = /^(?:\(?([0-9])|\(?([①-⑨]))\)?(?=[^0-9.,)%①-⑨])/u

/** Items stand at least so far to the right of the headings of articles, where paragraphs do not, in heights of a line … */
const setIn = 0.6
/** … and begin no further from one another, with their brackets or without. */
const apart = 0.7

const height = ([, top, , bottom]: readonly number[]): number => (bottom ?? 0) - (top ?? 0)

/** Whether two lines of a page begin in one column. */
const inColumn = (a: Line, b: Line): boolean =>
  a.box !== undefined &&
  b.box !== undefined &&
  a.page === b.page &&
  Math.abs(a.box[0] - b.box[0]) <= apart * height(a.box)

const isSetIn = (line: Line, heading: Line | undefined): boolean =>
  line.box !== undefined && heading?.box !== undefined && line.box[0] - heading.box[0] >= setIn * height(line.box)

/** The number that a line begins with, and where it ends; none that counts what follows: 3 年. */
function numberOf({ folded }: Line): { number: number; end: number } | undefined {
  const [seen = '', digit, circled] = torn.exec(folded) ?? []
  if (digit === undefined && circled === undefined) return undefined
  if (seen === digit && counted.test(folded.slice(1).trimStart())) return undefined
  return { number: circled === undefined ? Number(digit) : (enclosedNumber(circled) as number), end: seen.length }
}

/**
 * Puts brackets around the numbers of items that lost theirs: 3 behind (2), in the column of the items of its article, which are set
 * in from its heading. The place is what tells an item from a paragraph: where items are not set in, nothing is put right.
 */
export function correctBareItems(evidence: Evidence, blocks: readonly Block[]): void {
  let heading: Line | undefined
  let last: { line: Line; number: number } | undefined
  for (const line of blocks) {
    if (line.kind !== 'line') continue
    const labelled = label.exec(line.folded)?.[1]
    const found = numberOf(line)
    if (article.test(line.folded)) [heading, last] = [line, undefined]
    else if (labelled !== undefined) last = { line, number: Number(labelled) }
    else if (last && found?.number === last.number + 1 && isSetIn(line, heading) && inColumn(line, last.line)) {
      const { number, end } = found
      const wide = /[（０-９]/u.test(line.text.value.slice(0, 1))
      const [open, close] = wide ? '（）' : '()'
      correct(
        evidence,
        line.text,
        0,
        end,
        `${open}${wide ? String.fromCharCode(0xff10 + number) : number}${close}`,
        'sequence',
      )
      last = { line, number }
    }
  }
}
