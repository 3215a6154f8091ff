import type { NameBook } from '../../../check/municipality-name.ts'
import { isMunicipality } from '../../../municipality/municipality-name.ts'
import { slice, type Text } from '../../../text/text.ts'
import { withoutTags } from '../markup.ts'
import type { RowCell } from '../row.ts'

const parting = /[、，,・／/\s]+|及び|並びに/gu
/** 鳥取県東伯郡湯梨浜町. */
const longestName = 12

/** The parts of a cell that lists names like those of municipalities and says nothing else: 倉吉市、三朝町. */
function partsOf({ text: printed, bare }: RowCell): Text[] {
  if (!/[市町村区巿盯](?:[、,・/]|及び|並びに|$)/u.test(bare)) return []
  const text = withoutTags(printed)
  const parts: Text[] = []
  let start = 0
  for (const match of text.value.matchAll(parting)) {
    if (match.index > start) parts.push(slice(text, start, match.index))
    start = match.index + match[0].length
  }
  if (start < text.value.length) parts.push(slice(text, start))
  return parts.every((p) => p.value.length <= longestName && /[市町村区巿盯]$/u.test(p.value)) ? parts : []
}

/** Whether a cell lists several municipalities, each in full. */
export function listsNames(cell: RowCell): boolean {
  const parts = partsOf(cell)
  return parts.length > 1 && parts.every((p) => isMunicipality(p.value))
}

/** The municipalities that a cell lists, with what is printed of each: what stands beside or below it is said of all of them. */
export function listedIn(cell: RowCell, book: NameBook): { name: string; text: Text }[] | undefined {
  const parts = partsOf(cell)
  if (parts.length < 2) return undefined
  const found = parts.flatMap((text) => {
    const name = book.resolve(text)
    return name === undefined ? [] : [{ name, text }]
  })
  return found.length === parts.length ? found : undefined
}
