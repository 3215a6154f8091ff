import type { Source } from '../read/source.ts'
import type { Block } from './block.ts'
import { drawnLayout } from './drawn-blocks.ts'
import { textBlocksOf } from './text-blocks.ts'

/** Whether the pages of a source are drawn: they are laid out by what is where on them. */
const isDrawn = ({ pages }: Source): boolean => pages.some((page) => page.glyphs)

/** The lines and tables of a source. */
export const blocksOf = (source: Source): Block[] =>
  isDrawn(source) ? drawnLayout(source).blocks : textBlocksOf(source)
