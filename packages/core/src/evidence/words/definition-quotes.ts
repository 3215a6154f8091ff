import type { Block } from '../../layout/block.ts'
import { correct, type Evidence } from '../corrections.ts'
import { passagesOf } from './passages.ts'

/** （以下「甲」という。）, and what its quotes are read as; one of them at least was read. */
const definition =
  /以下(?<open>[「『[【〔〈《{'"])(?<name>[^\s「」『』()[\]【】〔〕〈〉《》{}、。'"]{1,20})(?<close>[」』\]】〕〉》}'"JjI])(?=と(?:いう|総称))/gu

/** Puts the quotes right around what something is called from there on: without them a party loses its symbol. */
export function correctDefinitionQuotes(evidence: Evidence, blocks: readonly Block[]): void {
  for (const { text, folded } of passagesOf(blocks)) {
    if (!folded.includes('以下')) continue
    for (const { index, groups } of folded.matchAll(definition)) {
      const { open, name = '', close } = groups ?? {}
      if (open !== '「' && close !== '」') continue
      const start = index + '以下'.length
      const end = start + 1 + name.length
      if (open !== '「') correct(evidence, text, start, start + 1, '「', 'vocabulary')
      if (close !== '」') correct(evidence, text, end, end + 1, '」', 'vocabulary')
    }
  }
}
