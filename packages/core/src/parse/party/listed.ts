import type { Line } from '../../layout/block.ts'
import type { Party } from '../../schema/agreement.ts'
import { fold } from '../../text/fold.ts'
import { slice, trim } from '../../text/text.ts'
import { type Context, locate } from '../context.ts'
import { isBodyName } from './body-name.ts'

/** 甲　多治見市: a party on a line of its own, below the sentence that says that they agree. */
const listed = /^\(?([甲乙丙丁戊己庚辛壬癸])\)?(?: |:)+(?=[^ ])/u

/** Whether a line is one of a list of parties. */
export function listsParty({ folded }: Line): boolean {
  const head = listed.exec(folded)
  return head !== null && isBodyName(folded.slice(head[0].length).replaceAll(' ', ''))
}

/** The parties that lines list, each with its symbol. */
export function listedParties(context: Context, lines: readonly Line[]): Party[] {
  const found = lines.filter(listsParty).map((line): Party => {
    const name = trim(slice(line.text, listed.exec(line.folded)?.[0].length ?? 0))
    return {
      symbol: fold(line.text.value.slice(0, 2)).replace('(', '').slice(0, 1),
      name: name.value,
      at: locate(context, name),
    }
  })
  return new Set(found.map((p) => p.symbol)).size > 1 ? found : []
}
