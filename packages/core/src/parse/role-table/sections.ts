import type { Line } from '../../layout/block.ts'
import type { Element } from './elements.ts'
import type { Heading } from './row.ts'
import { rowLabelOf } from './row-label.ts'

/** A part of a table printed line by line: headings, and what stands under them. */
export interface LinePart {
  headings: Heading[]
  elements: Element[]
}

const longestHeading = 50
const isOver = (element: Element | undefined): boolean =>
  element?.kind === 'header' ||
  element?.kind === 'label' ||
  (element?.kind === 'labelled' && element.column.kind === 'title')

/** A short line that ends no sentence and does not go on. */
export function couldHead(line: Line): boolean {
  return line.folded.length <= longestHeading && !/[。、,]$/u.test(line.folded)
}

/** Whether the element is a heading over rows: it stands right over the column headings, or over a first, deeper number. */
function isHeading(elements: readonly Element[], i: number): boolean {
  const element = elements[i]
  if (element?.kind !== 'line' || !couldHead(element.line)) return false
  const next = elements[i + 1]
  if (isOver(next)) return true
  const label = rowLabelOf(element.line.folded)
  if (!label || next?.kind !== 'line') return false
  const under = rowLabelOf(next.line.folded)
  return under !== undefined && under.form !== label.form && (under.ordinal === 1 || isHeading(elements, i + 1))
}

/** Cuts a table's elements into parts at its headings and at those `known` to be some. Where `bare` is false only numbered lines are headings. */
export function sectionsOf(elements: readonly Element[], bare: boolean, known?: ReadonlySet<Line>): LinePart[] {
  const parts: LinePart[] = [{ headings: [], elements: [] }]
  elements.forEach((element, i) => {
    let part = parts.at(-1) as LinePart
    if (element.kind === 'line' && (known?.has(element.line) || isHeading(elements, i))) {
      const form = rowLabelOf(element.line.folded)?.form
      if (form || bare) {
        if (part.elements.length > 0) {
          part = { headings: [], elements: [] }
          parts.push(part)
        }
        part.headings.push({ text: element.line.text, form: form ?? '' })
        return
      }
    }
    part.elements.push(element)
  })
  return parts
}

/** Headings that two texts of a table share: a form that heads parts is no form of rows. */
export const linesIn = (part: LinePart): Line[] => part.elements.flatMap((e) => (e.kind === 'line' ? [e.line] : []))
