import type { Block } from '../../layout/block.ts'
import { correct, type Evidence } from '../corrections.ts'

const article = /^第[^ ]{1,6}条/u
/** The number of a paragraph, and one with a speck before it that has the form of a bullet. */
const paragraph = /^(?<number>[0-9]{1,2}) /u
const specked = /^(?<speck>[・.,'"`_:;|*^] ?)(?<number>[0-9]{1,2}) /u

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
    const { speck = '' } = specked.exec(head)?.groups ?? {}
    if (speck !== '') correct(evidence, block.text, 0, speck.length, '', 'sequence')
  }
}
