import { fold } from '../text/fold.ts'
import type { Cell } from './block.ts'

const kana = 'アイウエオカキクケコサシスセソタチツテトナニヌネノ'
const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'
const label = /^(\(?)(?:([0-9]{1,2})|([ア-ン])|([①-⑳]))(\)?)(?=[^0-9])/u

/** A label that a list item begins with: its form and its place in the list. */
interface ListLabel {
  form: string
  ordinal: number
}

function labelIn(folded: string): ListLabel | undefined {
  const [, open = '', number, letter, sign, close = ''] = label.exec(folded) ?? []
  if (number !== undefined) return { form: `${open}1${close}`, ordinal: Number(number) }
  if (letter !== undefined) return { form: `${open}ア${close}`, ordinal: kana.indexOf(letter) + 1 }
  return sign === undefined ? undefined : { form: '①', ordinal: circled.indexOf(sign) + 1 }
}

/** Whether a cell begins with the next item of the list that the other ends with; `long`: of one that has two items there. */
export function continuesList(above: Cell, below: Cell, long: boolean): boolean {
  const next = labelIn(below.folded)
  if (!next) return false
  const labels = (above.lines ?? [above.text]).flatMap(({ value }) => labelIn(fold(value)) ?? [])
  const own = labels.filter(({ form }) => form === next.form)
  return own.at(-1)?.ordinal === next.ordinal - 1 && own.length > (long ? 1 : 0)
}
