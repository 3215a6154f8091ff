import type { Block, Line } from '../layout/block.ts'
import { startsWithAny } from '../text/characters.ts'
import { readArticleHeading } from './provisions/article-heading.ts'
import { endsSentence } from './provisions/provisions-flow.ts'

/** この協約は、議会の議決を経て効力を生ずる。: of the whole document, without a number of its own. */
const effect =
  /^(?:この|本)(?:(?:連携|定住自立圏形成|形成|変更)?(?:協約|協定|規約|覚書|契約)書?|変更|改正)は、[^。]{0,120}?(?:効力を(?:生|発)|から、?(?:その)?効力を有|発効|施行|から適用)[^。]{0,16}。$/u
/** An article about when something takes effect has such a sentence as a paragraph. */
const aboutEffect = /効力(?:の?発生|を(?:生|発))|\((?:[^()]{0,8}効力[^()]{0,4})\)|発効|施行/u
/** What a council is asked to do, behind what is laid before it: 地方自治法第２５２条の２第３項の規定により、議会の議決を求める。 */
const asked =
  /^(?:(?:上記|右|以上|地方自治法|同法|法第)[^。]{0,160}?議会の(?:議決|承認|同意)を求める(?:もの(?:である|です))?|(?:上記|右|以上)の?(?:議案|とおり)[^。]{0,40}(?:提出|提案|上程)(?:する|します))。$/u
/** 令和３年２月２２日提出 */
const laid =
  /^(?:令和|平成|昭和) ?(?:[0-9]{1,2}|元|[一二三四五六七八九十]{1,3})? ?年[^。、]{2,10}日 ?(?:提出|提案|上程)$/u
/** 令和３年３月１９日原案可決 */
const resolved =
  /^\(?(?:令和|平成|昭和) ?(?:[0-9]{1,2}|元|[一二三四五六七八九十]{1,3})? ?年[^。、]{2,10}日 ?[^。、]{0,12}(?:可決|議決)\)?$/u

/** Lines that such a sentence is wrapped over. */
export const resolutionLines = 4
const firstCharacters = 'こ本上右以地同法令平昭('

/** The blocks that a sentence takes from `i` to its full stop. */
function sentenceAt(blocks: readonly Block[], i: number): { folded: string; blocks: number } | undefined {
  let folded = ''
  for (let n = 0; n < resolutionLines; n++) {
    const block = blocks[i + n]
    if (block?.kind !== 'line' || (n > 0 && block.gap > (blocks[i] as Line).gap)) return undefined
    folded += block.folded
    if (folded.endsWith('。')) return { folded, blocks: n + 1 }
  }
  return undefined
}

const isHeading = (block: Block): boolean =>
  block.kind === 'line' && readArticleHeading(block.folded, { last: undefined, fresh: true }) !== undefined

/** Whether the article above `i` is about effect itself. */
function isAboutEffect(blocks: readonly Block[], i: number): boolean {
  for (let n = i - 1; n >= 0; n--) {
    const block = blocks[n] as Block
    if (block.kind !== 'line') continue
    if (aboutEffect.test(block.folded)) return true
    if (!isHeading(block)) continue
    const over = blocks[n - 1]
    return over?.kind === 'line' && /^[(【]/u.test(over.folded) && aboutEffect.test(over.folded)
  }
  return false
}

/**
 * What stands behind the last article and is part of none, so many blocks long: the sentence that gives the document effect as
 * 附則 do, the day of its resolution (`record`), or the sentence with which the rest of a council's paper begins (`paper`).
 */
export function resolutionAt(
  blocks: readonly Block[],
  i: number,
): { kind: 'effect' | 'record' | 'paper'; blocks: number } | undefined {
  const line = blocks[i]
  if (line?.kind !== 'line' || !startsWithAny(line.folded, firstCharacters)) return undefined
  if (laid.test(line.folded)) return { kind: 'paper', blocks: 1 }
  if (resolved.test(line.folded)) return { kind: 'record', blocks: 1 }
  const sentence = /^(?:この|本|上記|右|以上|地方|同法|法第)/u.test(line.folded) ? sentenceAt(blocks, i) : undefined
  if (!sentence) return undefined
  if (asked.test(sentence.folded)) return { kind: 'paper', blocks: sentence.blocks }
  return effect.test(sentence.folded) && !isAboutEffect(blocks, i)
    ? { kind: 'effect', blocks: sentence.blocks }
    : undefined
}

/** Whether such a sentence stands at `i`, apart from the text before it, and no article follows. */
export function standsBehindArticles(blocks: readonly Block[], i: number): boolean {
  const found = resolutionAt(blocks, i)
  const line = blocks[i]
  const before = blocks[i - 1]
  if (!found || line?.kind !== 'line') return false
  const apart = line.gap > 0 || before?.kind !== 'line' || endsSentence(before) || before.folded.length < shortLine
  return apart && !blocks.slice(i + found.blocks).some(isHeading)
}
const shortLine = 30
