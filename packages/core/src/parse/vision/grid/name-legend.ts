import type { NameBook } from '../../../check/municipality-name.ts'
import type { Text } from '../../../text/text.ts'
import { bareOf } from '../row.ts'

const legendEntry = /([^\s、,。:=(){}「」【】]{1,3}) ?[:=] ?([^\s、,。:=()「」【】]{1,8}[市町村区])/gu

/** Reads what abbreviated names stand for: 倉＝倉吉市、三＝三朝町. */
export function readNameLegend(folded: string, book: NameBook, text: Text): [string, string][] {
  return [...folded.matchAll(legendEntry)].flatMap((m) => {
    const printed = m[2] as string
    const at = (m.index ?? 0) + m[0].length - printed.length
    const name = book.resolve({ value: printed, offsets: text.offsets.subarray(at, at + printed.length) })
    return name === undefined || !name.includes(bareOf({ value: m[1] as string, offsets: text.offsets })[0] ?? ' ')
      ? []
      : [[m[1] as string, name] as [string, string]]
  })
}
