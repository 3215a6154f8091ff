import { fold } from '../../text/fold.ts'
import type { Text } from '../../text/text.ts'
import { pitch } from './print-columns.ts'

/** The cell that nothing is to follow in: a sentence, a mark alone, or a word for what stands beside or above it. */
const ends = /。$|^(?:[◎〇○●◯△▲×－―ー〃-]|同[左右上]|(?:甲乙)?共[同通]|両者|なし)$/u
export const endsCell = (text: Text): boolean => ends.test(fold(text.value))

/** What a cell goes on after. */
export const goesOn = /(?:[のをにがはとやで、・]|及び|並びに|又は|等の)$/u
/** What never begins a line: the character before it goes down with it. */
const neverFirst = /^.[、。，．）」』】〕ー・]/u

const width = (text: Text): number => [...text.value].reduce((sum, c) => sum + pitch(c.charCodeAt(0)), 0)

/** Whether lines of cells can go on in the next line, told by marks and, where that fills every column, by how long the lines of each get. */
export function cellEnds(lines: readonly (readonly (Text | undefined)[])[]): {
  cannotGoOn: (line: readonly (Text | undefined)[], next: readonly (Text | undefined)[]) => boolean
} {
  const columns = lines[0]?.map((_, i) => lines.flatMap((line) => line[i] ?? [])) ?? []
  const widest = columns.map((texts) => Math.max(0, ...texts.map(width)))
  const inSentences = columns.map((texts) => texts.some((text) => /。$/u.test(text.value)))
  return {
    cannotGoOn: (line, next) => {
      const isFull = next.every((text) => text !== undefined)
      return (
        !line.some((text) => text && goesOn.test(text.value)) &&
        line.some((text, i) => {
          const after = next[i]
          if (!text || !after) return false
          if (endsCell(text)) return !/。$/u.test(text.value)
          const isShort = width(text) < (widest[i] as number) && !neverFirst.test(after.value)
          return isFull && !inSentences[i] && isShort
        })
      )
    },
  }
}
