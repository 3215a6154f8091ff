import type { Sampled } from '../page/orientation.ts'
import { agree } from './agreement.ts'
import { isAstray, type LayerCharacter } from './layer-text.ts'
import { toldLines } from './told-lines.ts'

/** Lines that are read as surely as this here say what stands there, if they have so many characters. */
const sure = 0.95
const fewestCharacters = 4

/** Whether characters stand on the ink of a page, and say what its sample says where that is read surely. */
function isOfPage(characters: readonly LayerCharacter[], { layout, lines, read }: Sampled): boolean {
  if (characters.length === 0 || isAstray(characters, layout.lines)) return false
  const told = toldLines(characters, layout).lines
  return agree(
    lines.flatMap((line, i) => {
      const seen = read[i]?.characters ?? []
      const said = told[layout.lines.indexOf(line)]?.characters ?? []
      const surety = seen.reduce((sum, c) => sum + c.confidence, 0) / seen.length
      return said.length > 0 && seen.length >= fewestCharacters && surety >= sure
        ? [{ layer: said.map((c) => c.value).join(''), seen: seen.map((c) => c.value).join('') }]
        : []
    }),
  )
}

/** What another program read on a page, as its places are meant; undefined where it is of another page. */
export const trueWay = (ways: readonly LayerCharacter[][], sample: Sampled): LayerCharacter[] | undefined =>
  ways.find((characters) => isOfPage(characters, sample))
