import type { Block } from '../../layout/block.ts'
import { correct, type Evidence } from '../corrections.ts'
import { passagesOf } from './passages.ts'

/** Groups of three digits with commas, points or both between them. */
const groups = /(?<![0-9.,])[0-9]{1,3}(?:[.,]{1,2}[0-9]{3}){1,4}(?![0-9]|[.,][0-9])/gu
/** What is counted in whole numbers: before it three digits after a point are a group. */
const counted =
  /^(?:百万|千|万|億)?(?:円|人|件|回|社|戸|台|箇所|か所|カ所|ヶ所|施設|団体|世帯|機関|名|日|校|店|本|基|式|冊|棟|泊|食|頭|羽|匹|枚|点|組|口|部|㎡|平方メートル)/u

/** Puts commas where recognition saw points or both, in numbers whose groups or unit show that they have no decimals. */
export function correctNumberForms(evidence: Evidence, blocks: readonly Block[]): void {
  for (const { text, folded } of passagesOf(blocks)) {
    for (const match of folded.matchAll(groups)) {
      const [seen] = match
      const end = match.index + seen.length
      const to = seen.replace(/[.,]+/gu, ',')
      if (to === seen) continue
      const isSure =
        seen.includes(',') || to.split(',').length > 2 || counted.test(folded.slice(end, end + 8).trimStart())
      if (isSure) correct(evidence, text, match.index, end, to, 'form')
    }
  }
}
