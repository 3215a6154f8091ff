import type { Block } from '../layout/block.ts'
import type { Agreement } from '../schema/agreement.ts'
import { parseInstrument } from './agreement.ts'
import type { Context } from './context.ts'

/** 条例, 規約, 規則, 法律: articles without parties, from the blocks of one document. */
export const parseRegulation = (context: Context, blocks: readonly Block[]): Promise<Agreement> =>
  parseInstrument(context, blocks, 'regulation')
