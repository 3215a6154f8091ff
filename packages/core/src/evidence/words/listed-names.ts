import type { Block, Cell } from '../../layout/block.ts'
import { findMunicipalities, isMunicipality } from '../../municipality/municipality-name.ts'
import { municipalities } from '../../municipality/municipality-table.ts'
import { fold } from '../../text/fold.ts'
import type { Text } from '../../text/text.ts'
import { correct, type Evidence } from '../corrections.ts'
import { leastConfidence } from '../recognition.ts'

/** Names that stand beside a misread one show where it lies. */
const fewestNames = 2
/** Names of two characters are one step from many words. */
const shortestName = 3
const longestName = 10
/** Of names of so many characters two may be misread. */
const longName = 4
/** Only a character less sure than this is taken for another: a name that was read is one, if of a town that is no more. */
const unsure = 0.9

/** What names of a list are parted by. */
const piece = /(?:(?!及び|並びに)[^、,，\s()（）])+/gu
/** What specks inside of a name are read as. */
const speck = /[・.'"`´_|*-]/u
const kind = /[市町村区]$/u

export interface Piece {
  text: Text
  folded: string
  start: number
  end: number
}

/** The words of a text that a list parts. */
export function piecesOf(text: Text): Piece[] {
  const folded = fold(text.value)
  return [...folded.matchAll(piece)].map((m) => ({
    text,
    folded: m[0],
    start: m.index,
    end: m.index + m[0].length,
  }))
}

/** Places of the specks without which a piece is a name; undefined where it is none then either. */
function specksIn({ folded }: Piece): number[] | undefined {
  const places = [...folded].flatMap((c, i) => (speck.test(c) ? [i] : []))
  const bare = [...folded].filter((c) => !speck.test(c)).join('')
  // 津山市・美咲町 are two.
  const isOne = folded.split(speck).every((part, i, all) => i === all.length - 1 || !kind.test(part))
  return places.length > 0 && isOne && isMunicipality(bare) ? places : undefined
}

/** The name of a municipality nearby that is the piece but for an unsure character, of a long one two, and where those stand. */
function nameFor(
  evidence: Evidence,
  { text, folded, start }: Piece,
  nearby: readonly string[],
): { name: string; apart: number[] } | undefined {
  if (folded.length < shortestName || folded.length > longestName || !kind.test(folded)) return undefined
  const most = folded.length >= longName ? 2 : 1
  const found = nearby.flatMap((name) => {
    if (name.length !== folded.length) return []
    const apart = [...name].flatMap((c, i) => (c === folded[i] ? [] : [i]))
    return apart.length <= most ? [{ name, apart }] : []
  })
  const [one] = found
  const isUnsure = (i: number): boolean =>
    leastConfidence(evidence.recognition, text, start + i, start + i + 1) < unsure
  return found.length === 1 && one?.apart.every(isUnsure) ? one : undefined
}

/** Names of the prefectures that all these lie in. */
function namesNear(names: readonly string[]): string[] {
  const prefectures = new Set(names.flatMap((name) => findMunicipalities(name).map((m) => m.prefecture)))
  const shared = [...prefectures].filter((p) =>
    names.every((n) => findMunicipalities(n).some((m) => m.prefecture === p)),
  )
  return [...municipalities()].flatMap(([name, same]) =>
    same.some((m) => shared.includes(m.prefecture)) ? [name] : [],
  )
}

function correctIn(evidence: Evidence, cells: readonly Cell[]): void {
  const pieces = cells.flatMap((cell) => piecesOf(cell.text))
  const names = pieces.flatMap(({ folded }) => (isMunicipality(folded) ? [folded] : []))
  if (names.length < fewestNames || names.length === pieces.length) return
  const nearby = namesNear(names).filter((name) => !names.includes(name))
  for (const one of pieces) {
    if (isMunicipality(one.folded)) continue
    const specks = specksIn(one)
    if (specks) for (const i of specks) correct(evidence, one.text, one.start + i, one.start + i + 1, '', 'name')
    else {
      const { name = '', apart = [] } = nameFor(evidence, one, nearby) ?? {}
      for (const i of apart) correct(evidence, one.text, one.start + i, one.start + i + 1, name[i] as string, 'name')
    }
  }
}

/**
 * Corrects names in the rows of tables where they stand among others: one that is a municipality's but for a speck, or but for an
 * unsure character (of a long one two) one of the same prefecture's alone. That they are mentioned elsewhere is not needed.
 */
export function correctListedNames(evidence: Evidence, blocks: readonly Block[]): void {
  for (const block of blocks) if (block.kind === 'table') for (const row of block.rows) correctIn(evidence, row)
}
