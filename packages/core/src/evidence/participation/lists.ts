import type { Block } from '../../layout/block.ts'
import { findMunicipalities } from '../../municipality/municipality-name.ts'
import { isEveryone, labelOf } from '../../parse/vision/sheet/sheet-label.ts'
import type { Text } from '../../text/text.ts'
import { type Piece, piecesOf } from '../words/listed-names.ts'
import { bareOf } from './grids.ts'

/** Whom the sheet of a project lists. */
export interface ParticipantList {
  title: string
  /** 全市町: all of the grid. */
  isEveryone: boolean
  names: string[]
  /** Words that municipalities bear, in the order of the names. */
  known: Piece[]
  /** Words that no municipality bears. */
  unknown: Piece[]
}

/** ほか２町, 全市町（Ａ市を除く）: a list that does not say all. */
const isOpen = /ほか|他|など|等|除く|以外|希望|予定/u

function listOf(title: string, text: Text): ParticipantList | undefined {
  const bare = bareOf(text)
  if (bare === '') return undefined
  if (isEveryone(bare)) return { title, isEveryone: true, names: [], known: [], unknown: [] }
  if (isOpen.test(bare)) return undefined
  const pieces = piecesOf(text)
  const names = pieces.map((p) => findMunicipalities(p.folded)[0]?.name)
  return {
    title,
    isEveryone: false,
    names: names.filter((name) => name !== undefined),
    known: pieces.filter((_, i) => names[i] !== undefined),
    unknown: pieces.filter((_, i) => names[i] === undefined),
  }
}

/** The lists of participants in the sheets of projects: a label with names beside it, under the label of the project's title. */
export function participantLists(blocks: readonly Block[]): ParticipantList[] {
  let title: string | undefined
  return blocks.flatMap((block) => {
    if (block.kind === 'line') return []
    return block.rows.flatMap((row): ParticipantList[] => {
      const [label, value] = row.filter((cell) => cell.text.value !== '')
      if (!label || !value) return []
      const kind = labelOf(bareOf(label.text))?.kind
      if (kind === 'title') title = bareOf(value.text)
      // Deeper in, and after the list, the label is that of those who have a role.
      if (kind !== 'participants' || title === undefined || label !== row[0]) return []
      const list = listOf(title, value.text)
      title = undefined
      return list ? [list] : []
    })
  })
}
