import type { Block } from '../../layout/block.ts'
import { kanjiOf, numeralOf } from '../../text/numeral.ts'
import type { Text } from '../../text/text.ts'
import { correct, type Evidence } from '../corrections.ts'

/**
 * A line that begins as the heading of an article does, its number or its 条 misread or not: specks before it, and what is read for
 * the wide space behind it.
 */
const articleLike =
  /^(?<lead>[・.,'"`_:;|*^~-]{0,2})(?<first>[第策弟箇])[ ]?(?<number>[0-9一二三四五六七八九十百OoIlSsBZ]{1,4}|[\u3400-\u9fff])[ ]?(?<unit>[条粂桀斎茶案糸系])(?<gap>[ ]?[。、,.・_:;'"`´‘’“”*=&]{0,2})(?=[ (（「　]|$|の[0-9一二三四五六七八九十]{1,2}[ (（]|[^0-9一二三四五六七八九十の、。])/u

/** Where a line ends that no sentence goes on from: the next one may begin an article. */
const closed = /[。)）」』】]$/u
/** Longest caption with what stands around it. */
const longestCaption = 50
/** What goes on behind the number of an article that is spoken of, in the middle of a sentence. */
const spokenOf = /^(?:第|及び|又は|並びに|若しくは|同条|前条|次条)/u

interface Heading {
  line: Block & { kind: 'line' }
  number: number | undefined
  kanji: boolean
  match: RegExpExecArray
  /** Whether the line before it is no part of its sentence. */
  fresh: boolean
}

function articlesIn(blocks: readonly Block[]): Heading[] {
  return blocks.flatMap((block, i): Heading[] => {
    const match = block.kind === 'line' ? articleLike.exec(block.folded) : null
    if (block.kind !== 'line' || !match) return []
    const digits = match.groups?.number ?? ''
    const before = blocks[i - 1]
    const fresh = before?.kind !== 'line' || before.ended || closed.test(before.folded)
    return [{ line: block, number: numeralOf(digits), kanji: /[一二三四五六七八九十百]/u.test(digits), match, fresh }]
  })
}

/** Corrects the words and the number of a heading between two that leave but one number for it. */
function correctArticle(evidence: Evidence, { line, match }: Heading, number: string): void {
  const { lead = '', first = '', unit = '', number: seen = '', gap = '' } = match.groups ?? {}
  const start = lead.length
  const end = match[0].length - gap.length
  if (first !== '第') correct(evidence, line.text, start, start + 1, '第', 'sequence')
  if (unit !== '条') correct(evidence, line.text, end - 1, end, '条', 'sequence')
  const at = match[0].indexOf(seen, start + 1)
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

/** 第十条（変更）、この協約は…: a speck behind the caption of a heading. */
const behindCaption = /^ {0,2}\([^()]{1,40}\) {0,3}(?<speck>[、。,.・】*'"_:;]{1,2})(?= ?[^ 、。,.])/u
/** 第十条（変更】　この協約は…, 第十条（変更　この協約は…: what closes a caption is read as something else, or lost before a wide space. */
const openCaption = /^ {0,2}\((?<caption>[^()【】 ]{1,24}?)(?<close>[】〕}\]」]?) {1,3}(?=[^ ()])/u

/** Closes the caption behind a heading where a wide space shows its end. */
function closeCaption(evidence: Evidence, text: Text, from: number, behind: string): void {
  const open = openCaption.exec(behind)
  const { caption = '', close = '' } = open?.groups ?? {}
  if (!open || caption === '') return
  const start = from + open[0].indexOf(caption) + caption.length
  const isWideSpace = /[ 　]/u.exec(text.value.slice(start + close.length))?.[0] === '　'
  const bracket = text.value.slice(from, start).includes('（') ? '）' : ')'
  if (close !== '') correct(evidence, text, start, start + 1, bracket, 'form')
  else if (isWideSpace) correct(evidence, text, start - 1, start, `${text.value[start - 1]}${bracket}`, 'form')
}

/** Takes away the specks before a heading, and puts back the space behind it that was read as 。 or 、. */
function removeDirt(evidence: Evidence, { line, match }: Heading): void {
  const { lead = '', gap = '' } = match.groups ?? {}
  const end = match[0].length
  if (lead !== '') correct(evidence, line.text, 0, lead.length, '', 'form')
  if (gap.trim() !== '' && end < line.text.value.length)
    correct(evidence, line.text, end - gap.trimStart().length, end, '　', 'form')
  const behind = line.folded.slice(end, end + longestCaption)
  const caption = behindCaption.exec(behind)
  const { speck = '' } = caption?.groups ?? {}
  if (caption)
    correct(evidence, line.text, end + caption[0].length - speck.length, end + caption[0].length, '　', 'form')
  closeCaption(evidence, line.text, end, behind)
}

/** Frees headings from what specks and spaces were read as: those whose number follows on from the one before. */
export function cleanArticleHeads(evidence: Evidence, blocks: readonly Block[]): void {
  let last = 0
  for (const article of articlesIn(blocks)) {
    const { fresh, line, number, match } = article
    const isNext = number === last + 1 || number === 1
    if (isNext && fresh && !spokenOf.test(line.folded.slice(match[0].length))) removeDirt(evidence, article)
    if (isNext) last = number
  }
}

/** Headings of articles whose number neighbours leave no choice: 第３条 between 第２条 and 第４条. */
export function correctArticleHeads(evidence: Evidence, blocks: readonly Block[]): void {
  const articles = articlesIn(blocks)
  articles.forEach((article, i) => {
    const before = articles[i - 1]?.number
    const after = articles[i + 1]?.number
    const isPlain = !article.kanji && article.match.groups?.first === '第' && article.match.groups.unit === '条'
    const expected = before === undefined ? (after === 2 ? 1 : undefined) : before + 1
    if (expected === undefined || article.kanji) return
    if (isPlain && article.number === expected) return
    // 第巧条 between 第六条 and 第八条.
    const isCountedInKanji = [articles[i - 1], articles[i + 1]].some((beside) => beside?.kanji)
    if (article.number === expected || (after === expected + 1 && article.number !== before))
      correctArticle(evidence, article, isCountedInKanji ? kanjiOf(expected) : String(expected))
  })
}
