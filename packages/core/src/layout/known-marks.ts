import type { Source } from '../read/source.ts'
import type { Mark } from './glyphs.ts'

/**
 * What redlines did to the characters of sources, by offset: known once their drawn pages are laid out. It stands apart from what
 * lays them out, which texts without drawn pages never load.
 */
export const knownMarks = new WeakMap<Source, ReadonlyMap<number, Mark>>()
