import type { Block } from '../../layout/block.ts'
import { correct, type Evidence } from '../corrections.ts'
import { passagesOf } from './passages.ts'

/** ○○市, ○番○号 as forms print them, and the letters that engines read for their circles, one of them at least. */
const names = /(?=[○〇◯]{0,2}[OQ])[OQ○〇◯]{2,3}(?=[市町村県])/gu
const numbers = /(?<![A-Za-z0-9○〇◯])[OQ](?=[番号丁])/gu

/** Puts the circles of forms that leave names open right: a party of a letter is none. */
export function correctPlaceholders(evidence: Evidence, blocks: readonly Block[]): void {
  for (const { text, folded } of passagesOf(blocks)) {
    if (!/[OQ]/u.test(folded)) continue
    for (const { index, 0: seen } of folded.matchAll(names))
      correct(evidence, text, index, index + seen.length, seen.replaceAll(/[OQ]/gu, '○'), 'vocabulary')
    for (const { index } of folded.matchAll(numbers)) correct(evidence, text, index, index + 1, '○', 'vocabulary')
  }
}
