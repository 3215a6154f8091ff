import { replaceRadicals } from '../text/fold.ts'
import { concat, type Text, trim } from '../text/text.ts'
import type { GlyphLine } from './glyph-lines.ts'
import { characterOf, type Glyph, isSpaceGlyph, type Mark } from './glyphs.ts'

/** Consecutive characters with one mark, over the ends of lines where the writing goes on. */
export interface Run {
  text: Text
  mark: Mark
}

const textOfGlyph = (g: Glyph): Text => ({
  value: replaceRadicals(characterOf(g)),
  offsets: Int32Array.from({ length: g.length }, (_, i) => g.offset + i),
})

/** What a redline marks in some lines, in their order. */
export function runsOf(lines: readonly GlyphLine[], marks: ReadonlyMap<number, Mark>): Run[] {
  if (marks.size === 0) return []
  const runs: { texts: Text[]; mark: Mark }[] = []
  let last: Mark | undefined
  for (const g of lines.flatMap((l) => l.glyphs)) {
    const mark = marks.get(g.offset)
    if (mark === undefined && isSpaceGlyph(g)) continue
    if (mark && mark === last) runs.at(-1)?.texts.push(textOfGlyph(g))
    else if (mark) runs.push({ texts: [textOfGlyph(g)], mark })
    last = mark
  }
  return runs.map(({ texts, mark }) => ({ text: trim(concat(texts)), mark })).filter((run) => run.text.value !== '')
}
