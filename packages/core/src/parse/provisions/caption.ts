import type { Line } from '../../layout/block.ts'
import { hasAny, startsWithAny } from '../../text/characters.ts'
import { filter, slice, type Text } from '../../text/text.ts'
import type { ArticleHeading } from './article-heading.ts'

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '〔': '〕', '【': '】' }

/** A caption is never longer: this keeps the search linear. */
const longestCaption = 120

/** Words that a remark in brackets has and a caption has not: （以下「甲」という。）, （第２項を除く。）, a date. （令和８年度の負担の特例） is a caption. */
const remark =
  /[。]|という|を除く|に限る|において準用|同じ|^(?:以下|(?:平成|令和|昭和|大正|明治)(?! ?[0-9元一二三四五六七八九十]{1,4}年度.|.{1,80}(?:特例|措置|読替え)$))/u
/** （平15規則87・一部改正）: what changed the article, not what it is about. */
const historyNote =
  /^[(〔](?:[^()〔〕]{0,200}[・、,])?(?:令和|平成|昭和|大正|明治|令|平|昭|大|明) ?[0-9元一二三四五六七八九十]{1,4}(?:年)?(?:[0-9]{0,2}月)?(?:[0-9]{1,2}日)?(?:条例|規則|規程|告示|法律?|政令|訓令|規約|議決|要綱)|^[(〔](?:令|平|昭)[0-9元]{1,2}\.[0-9]{1,2}\.[0-9]{1,2}(?:[・、,][^()〔〕]{0,200})?[)〕]/u

export const isHistoryNote = (folded: string): boolean =>
  startsWithAny(folded, '(〔') && hasAny(folded.slice(0, 300), '令平昭大明') && historyNote.test(folded.slice(0, 300))

/** Index after the bracket that closes the one at 0, or -1 where there is none within the length of a caption. */
export function closingBracket(folded: string): number {
  const open = folded[0] ?? ''
  const close = closers[open]
  if (close === undefined) return -1
  let depth = 0
  for (let i = 0; i < folded.length && i < longestCaption; i++) {
    if (folded[i] === open) depth++
    else if (folded[i] === close && --depth === 0) return i + 1
  }
  return -1
}

/** Whether the folded text within brackets names a subject, as captions do. */
export const isCaptionText = (inner: string): boolean =>
  inner.trim() !== '' && inner.trim() !== '略' && !remark.test(inner)

export const isBracketed = (text: Text): boolean => /^[(（[［〔【]/u.test(text.value)

/** The caption of a text: without brackets around it, and without the spaces that set short captions apart （ 目　的 ）. */
export function captionOf(text: Text): Text {
  const inner = isBracketed(text) ? slice(text, 1, text.value.length - 1) : text
  return filter(inner, (i) => {
    if (!/\s/u.test(inner.value[i] as string)) return true
    return /[A-Za-z]/u.test(inner.value[i - 1] ?? '') && /[A-Za-z]/u.test(inner.value[i + 1] ?? '')
  })
}

/** Where the text of a heading line starts, and the caption that stands on it. Undefined where the bracket is none. */
export function captionOnLine(line: Line, heading: ArticleHeading): { caption: Text; from: number } | undefined {
  const rest = line.folded.slice(heading.end)
  const close = closingBracket(rest)
  if (close < 0 || !isCaptionText(rest.slice(1, close - 1))) return undefined
  let from = heading.end + close
  if (/^[のにをがはとへ、,]|^(?:及び|又は|から)/u.test(line.folded.slice(from, from + 3))) return undefined
  while (line.folded[from] === ' ') from++
  return { caption: slice(line.text, heading.end, heading.end + close), from }
}
