import type { Block } from '../../layout/block.ts'
import { correct, type Evidence } from '../corrections.ts'

const article = /^第[^ ]{1,6}条/u
/** The number of a paragraph, and one with a speck before it that has the form of a bullet; behind it a wide space, or what is read for one. */
const paragraph = /^(?<number>[0-9]{1,2}) /u
const specked = /^(?<speck>[・.,'"`_:;|*^] ?)(?<number>[0-9]{1,2})(?<gap>[ _])/u

/** Takes the speck before the number of a paragraph away, where that number follows on in its article: no list of bullets counts. */
export function correctSpeckedNumbers(evidence: Evidence, blocks: readonly Block[]): void {
  let last = 0
  for (const block of blocks) {
    if (block.kind !== 'line') continue
    const head = block.folded.slice(0, 12)
    if (article.test(head)) last = 1
    const number = Number((paragraph.exec(head) ?? specked.exec(head))?.groups?.number)
    if (last === 0 || number !== last + 1) continue
    last = number
    const { speck = '', gap = '' } = specked.exec(head)?.groups ?? {}
    if (speck === '') continue
    correct(evidence, block.text, 0, speck.length, '', 'sequence')
    const end = speck.length + String(number).length
    if (gap === '_') correct(evidence, block.text, end, end + 1, '　', 'form')
  }
}
