import { type Glyph, isSpaceGlyph, median } from './glyphs.ts'

/** Characters across a page (案, 写, COPY) are so many times as large as its text … */
const timesText = 2
/** … and upright ones, which could be a title, so many times, */
const timesTextUpright = 3
/** with at least this many other characters standing on them. */
const fewestOn = 2
/** Smaller characters, in points, are none. */
const leastSize = 20
/** More characters than this are a poster. */
const most = 100

const isLarge = (g: Glyph): boolean => g.size >= leastSize && !isSpaceGlyph(g)
const isSlanted = (g: Glyph): boolean => g.run.rotation % 90 !== 0

/** Characters of a page, and those that were painted across it in large type. */
export function partWatermark(glyphs: readonly Glyph[]): { glyphs: readonly Glyph[]; across: readonly Glyph[] } {
  const large = glyphs.filter(isLarge)
  if (large.length === 0 || large.length > most) return { glyphs, across: [] }
  const size = median(glyphs.map((g) => g.size))
  const isAcross = (g: Glyph): boolean => {
    if (isSlanted(g)) return g.size >= size * timesText
    if (g.size < size * timesTextUpright) return false
    let on = 0
    for (const other of glyphs) {
      const [x, y] = [(other.x0 + other.x1) / 2, (other.y0 + other.y1) / 2]
      if (
        other.size * timesTextUpright <= g.size &&
        !isSpaceGlyph(other) &&
        x > g.x0 &&
        x < g.x1 &&
        y > g.y0 &&
        y < g.y1
      )
        on++
    }
    return on >= fewestOn
  }
  const across = new Set(large.filter(isAcross))
  if (across.size === 0) return { glyphs, across: [] }
  // What was painted with them goes with them: the rest of a word stands on nothing.
  const runs = new Set([...across].map((g) => g.run))
  const isOf = (g: Glyph): boolean => across.has(g) || (runs.has(g.run) && isLarge(g))
  return { glyphs: glyphs.filter((g) => !isOf(g)), across: glyphs.filter(isOf) }
}

/** Characters painted across a page as words: those of one look. */
export function wordsAcross(across: readonly Glyph[]): Glyph[][] {
  const words = new Map<string, Glyph[]>()
  for (const g of across) {
    const look = `${g.run.font} ${g.run.size} ${g.run.rotation} ${g.run.color}`
    const word = words.get(look)
    if (word) word.push(g)
    else words.set(look, [g])
  }
  return [...words.values()]
}
