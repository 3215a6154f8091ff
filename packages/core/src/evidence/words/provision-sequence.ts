import type { Block } from '../../layout/block.ts'
import { numeralOf } from '../../text/numeral.ts'
import { correct, type Evidence } from '../corrections.ts'
import { correctItemLabels } from './item-labels.ts'
import { correctPageNumbers } from './page-number.ts'
import { passagesOf } from './passages.ts'
import { correctRomanHeadings } from './roman-headings.ts'

/** A line that begins as the heading of an article does, its number or its 条 misread or not. */
const articleLike =
  /^(?<first>[第策弟箇])[ ]?(?<number>[0-9一二三四五六七八九十百OoIlSsBZ]{1,4})[ ]?(?<unit>[条粂桀斎茶案糸系])(?=[ (（「　]|$|の[0-9一二三四五六七八九十]{1,2}[ (（]|[^0-9一二三四五六七八九十の、。])/u

interface Heading {
  line: Block & { kind: 'line' }
  number: number | undefined
  kanji: boolean
  match: RegExpExecArray
}

function articlesIn(blocks: readonly Block[]): Heading[] {
  return blocks.flatMap((block): Heading[] => {
    const match = block.kind === 'line' ? articleLike.exec(block.folded) : null
    if (block.kind !== 'line' || !match) return []
    const digits = match.groups?.number ?? ''
    return [{ line: block, number: numeralOf(digits), kanji: /[一二三四五六七八九十百]/u.test(digits), match }]
  })
}

/** Corrects the words and the number of a heading between two that leave but one number for it. */
function correctArticle(evidence: Evidence, { line, match }: Heading, number: string): void {
  const { first = '', unit = '', number: seen = '' } = match.groups ?? {}
  const [head] = match
  const end = head.length
  if (first !== '第') correct(evidence, line.text, 0, 1, '第', 'sequence')
  if (unit !== '条') correct(evidence, line.text, end - 1, end, '条', 'sequence')
  const at = head.indexOf(seen, 1)
  if (seen !== number)
    correct(
      evidence,
      line.text,
      at,
      at + seen.length,
      widthOf(line.text.value.slice(at, at + seen.length), number),
      'sequence',
    )
}

/** A number in full-width figures where those of the line are. */
const widthOf = (seen: string, number: string): string =>
  /[０-９]/u.test(seen) ? [...number].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('') : number

/** Headings of articles whose number neighbours leave no choice: 第３条 between 第２条 and 第４条. */
export function correctProvisionSequences(evidence: Evidence, blocks: readonly Block[]): void {
  const articles = articlesIn(blocks)
  articles.forEach((article, i) => {
    const before = articles[i - 1]?.number
    const after = articles[i + 1]?.number
    const isPlain = !article.kanji && article.match.groups?.first === '第' && article.match.groups.unit === '条'
    const expected = before === undefined ? (after === 2 ? 1 : undefined) : before + 1
    if (expected === undefined || article.kanji) return
    if (isPlain && article.number === expected) return
    if (article.number === expected || (after === expected + 1 && article.number !== before))
      correctArticle(evidence, article, String(expected))
  })
  correctItemLabels(evidence, blocks)
  correctKatakanaLabels(evidence, blocks)
  correctCaptions(evidence, blocks)
  correctRomanHeadings(evidence, blocks)
  correctPillarNumbers(evidence, blocks)
  correctPageNumbers(evidence, blocks)
}

/** Labels in katakana in their order, and the kanji that are read for them. */
const katakana = [...'アイウエオカキクケコサシスセソタチツテト']
const kanjiSeen: Readonly<Record<string, string>> = {
  エ: '工',
  カ: '力',
  タ: '夕',
  ト: '卜',
  チ: '千',
  オ: '才',
  イ: 'ィ',
  ア: 'ァ',
  ウ: 'ゥ',
}
/** Between a label and its text. */
const afterLabel = /^[ 　]?[^\s、。はがのにをと]/u

/** Labels of lists in katakana after those that they follow: エ after ア, イ, ウ. */
function correctKatakanaLabels(evidence: Evidence, blocks: readonly Block[]): void {
  for (const { text, folded, starts } of passagesOf(blocks)) {
    let last = -1
    for (const start of [...starts].sort((a, b) => a - b)) {
      const bracket = folded[start] === '(' ? 1 : 0
      const c = text.value[start + bracket]
      if (c === undefined || !afterLabel.test(folded.slice(start + bracket + 1, start + bracket + 4))) continue
      const next = katakana[last + 1]
      if (next !== undefined && last >= 0 && kanjiSeen[next]?.includes(c)) {
        correct(evidence, text, start + bracket, start + bracket + 1, next, 'sequence')
        last++
      } else {
        const index = katakana.indexOf(c)
        if (index === 0 || index === last + 1) last = index
      }
    }
  }
}

/** A caption on a line of its own that lost its bracket: (失効. */
const openCaption = /^[(（][^()（）、。\s]{2,24}$/u

/** Puts the bracket behind captions that stand before the heading of an article or of a paragraph. */
function correctCaptions(evidence: Evidence, blocks: readonly Block[]): void {
  blocks.forEach((block, i) => {
    const next = blocks[i + 1]
    if (block.kind !== 'line' || next?.kind !== 'line' || !openCaption.test(block.folded)) return
    if (!/^第[^ ]{1,6}条/u.test(next.folded)) return
    const { text } = block
    const end = text.value.length
    const close = text.value.startsWith('（') ? '）' : ')'
    correct(evidence, text, end - 1, end, `${text.value[end - 1]}${close}`, 'form')
  })
}

/** What numbers of pillars are read as at the beginning of a line: Ⅰ, Ⅱ, Ⅲ. */
const strokes = /^(?<strokes>[l|]{1,3})[_. ]{0,2}(?=[\u3400-\u9fff\u30a1-\u30fa])/u
const pillarNumbers = ['Ⅰ', 'Ⅱ', 'Ⅲ']

/** In cells, where each stands by itself. */
function correctPillarNumbers(evidence: Evidence, blocks: readonly Block[]): void {
  for (const block of blocks) {
    if (block.kind === 'line') continue
    for (const { text } of block.rows.flat()) {
      const seen = strokes.exec(text.value)?.groups?.strokes
      const number = pillarNumbers[(seen?.length ?? 0) - 1]
      if (seen !== undefined && number !== undefined) correct(evidence, text, 0, seen.length, number, 'sequence')
    }
  }
}
