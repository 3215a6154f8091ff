import type { Block } from '../../layout/block.ts'
import { numeralOf } from '../../text/numeral.ts'
import { correct, type Evidence } from '../corrections.ts'
import { passagesOf } from './passages.ts'

/** A line that begins as the heading of an article does, its number or its 条 misread or not. */
const articleLike =
  /^(?<first>[第策弟箇])[ ]?(?<number>[0-9一二三四五六七八九十百OoIlSsBZ]{1,4})[ ]?(?<unit>[条粂桀斎茶案糸系])(?=[ (（「　]|$|の[0-9一二三四五六七八九十]{1,2}[ (（]|[^0-9一二三四五六七八九十の、。])/u
/** (3 …: the bracket behind the number is lost, or read as another. */
const itemLike = /^\((?<number>[0-9]{0,2})(?<gap>[ ]?)(?<close>[)\]】〕}丿】J|」])?(?=[^0-9).,・])/u

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
  correctItems(evidence, blocks)
  correctKatakanaLabels(evidence, blocks)
  correctCaptions(evidence, blocks)
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

/** Where the next line begins. */
const nextStart = (starts: ReadonlySet<number>, from: number): number =>
  Math.min(...[...starts].filter((s) => s > from), Number.MAX_SAFE_INTEGER)

/** - 3 - at the foot of a page, its dashes read as long signs or as 一; (1.) for (1). */
const pageNumber = /^(?<open>[ー一-])\s?[0-9]{1,3}\s?(?<close>[ー一-])$/u
const dottedLabel = /^\([0-9]{1,2}(?<dot>[.,・])\)/u

function correctPageNumbers(evidence: Evidence, blocks: readonly Block[]): void {
  for (const block of blocks) {
    if (block.kind !== 'line') continue
    const { text, folded } = block
    if (pageNumber.test(folded))
      for (const at of [0, folded.length - 1]) if (folded[at] !== '-') correct(evidence, text, at, at + 1, '-', 'form')
    const dotted = dottedLabel.exec(folded)
    if (dotted) correct(evidence, text, dotted[0].length - 2, dotted[0].length - 1, '', 'form')
  }
}

/** What numbers of pillars are read as at the beginning of a line: Ⅰ, Ⅱ, Ⅲ. */
const strokes = /^(?<strokes>[l|]{1,3})[_. ]{0,2}(?=[\u3400-\u9fff\u30a1-\u30fa])/u
const pillarNumbers = ['Ⅰ', 'Ⅱ', 'Ⅲ']

function correctPillarNumbers(evidence: Evidence, blocks: readonly Block[]): void {
  for (const block of blocks) {
    const texts = block.kind === 'line' ? [block.text] : block.rows.flat().map((cell) => cell.text)
    for (const text of texts) {
      const seen = strokes.exec(text.value)?.groups?.strokes
      const number = pillarNumbers[(seen?.length ?? 0) - 1]
      if (seen !== undefined && number !== undefined) correct(evidence, text, 0, seen.length, number, 'sequence')
    }
  }
}

/** Labels of items that lost a bracket, after one whose number they follow. */
function correctItems(evidence: Evidence, blocks: readonly Block[]): void {
  for (const { text, folded, starts } of passagesOf(blocks)) {
    let last = 0
    for (const start of [...starts].sort((a, b) => a - b)) {
      const match = itemLike.exec(folded.slice(start, start + 8))
      if (!match) continue
      const { close, number: seen } = match.groups ?? {}
      const at = start + match[0].length
      if (seen === '') {
        // (): its number is lost, and that of the next tells it.
        const next = itemLike.exec(folded.slice(...([nextStart(starts, start), nextStart(starts, start) + 8] as const)))
        if (close !== ')' || Number(next?.groups?.number) !== last + 2) continue
        correct(evidence, text, start, start + 1, `${text.value[start]}${last + 1}`, 'sequence')
        last++
        continue
      }
      const number = Number(seen)
      if (close !== ')' && number === last + 1) {
        const from = close === undefined ? at - 1 : at - 1
        correct(evidence, text, from, at, close === undefined ? `${text.value[at - 1]})` : ')', 'sequence')
      }
      last = number
    }
  }
}
