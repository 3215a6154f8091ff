import { slice, type Text, trim } from '../../text/text.ts'
import { yenOf } from './budget/amount.ts'
import { withoutBullet } from './markup.ts'
import { hashesOf, type Row } from './row.ts'
import { labelOf } from './sheet/sheet-label.ts'

/** A heading above project sheets. `level` grows inwards; `role` is what it says of itself. */
export interface Heading {
  level: number
  role?: 'pillar' | 'initiative'
  /** Without number and mark. */
  title: Text
  whole: Text
}

/** Numbers that headings begin with, outermost first. */
const numbered: readonly (readonly [number, RegExp])[] = [
  [0, /^第 ?[0-9一二三四五六七八九十]{1,3} ?[章部編節]/u],
  // 第１　生活機能の強化, as official papers number their parts; 第１ 回 and 第２ 期 are none.
  [1, /^第 ?[0-9一二三四五六七八九十]{1,3} {1,3}(?=[^0-9 回期次条項号年版])/u],
  [3, /^(?:[Ⅰ-Ⅻ]|[IVX]{1,4})(?:-(?:[0-9]{1,2}|\([0-9]{1,2}\)|\(?[ア-ン]\)?)){1,3}[.: ]{1,3}/u],
  [1, /^(?:[Ⅰ-Ⅻ]|[IVX]{1,4}(?=[.、 ]))[.、 ]{0,3}/u],
  [1, /^[A-Z](?:[.、 ]{1,3})(?=[^ -~])/u],
  [2.5, /^(?:[0-9]{1,2}[-.][0-9]{1,2}|[A-Z]-[0-9]{1,2})[.:： ]{1,3}(?=[^0-9 ])/u],
  [3.5, /^(?:[0-9]{1,2}|[A-Z])(?:[-.][0-9]{1,2}){2,3}[.:： ]{1,3}(?=[^0-9 ])/u],
  // 1-(1)-ア: the place of a project among pillars and initiatives.
  [3.5, /^(?:[0-9]{1,2}|[A-Z])(?:[-.](?:[0-9]{1,2}|\([0-9]{1,2}\)|[①-⑳]|\(?[ア-ン]\)?)){1,3}[.:： ]{1,3}(?=[^0-9 ])/u],
  [2, /^(?:[0-9]{1,2}(?:[.、 ]{1,3}(?!(?<=\.)[0-9])|(?=[^0-9,.%~()\-年月日件人回千百万億円度か箇])))/u],
  [3, /^(?:\([0-9一二三四五六七八九十]{1,2}\)|[⑴-⒇])[ .]{0,3}/u],
  [4, /^(?:[①-⑳]|[ア-ン][.、 )])[ .]{0,3}/u],
  [4.5, /^(?:\([ア-ン]\)|[a-z][.)])[ .]{0,3}/u],
]

const bracketed = /^【([^【】]{1,20})】 {0,4}(.*)$/u
const roles: readonly (readonly ['pillar' | 'initiative', RegExp])[] = [
  [
    'initiative',
    /^(?:連携協約の?取組|連携協約に基づく取組|連携取組|連携取組名|協約の?取組|連携する取組|取組|取組分野|施策|基本施策|連携施策|形成協定の?取組|協定の?取組)$/u,
  ],
  ['pillar', /^(?:役割|政策分野|分野|柱|基本目標|施策の柱|基本方針|役割の?区分)$/u],
]
const spoken =
  /^(政策分野|役割|基本目標|施策の柱|連携取組|取組分野|連携施策)(?: ?[0-9]{1,2})? ?[: ] ?(.{2,60})$|^(政策分野|役割|基本目標|施策の柱|基本方針|連携取組|取組分野|連携施策|施策|基本施策|取組)(?: ?(?:[0-9]{1,2}(?:-[0-9]{1,2}){0,2}|\([0-9]{1,2}\)|[Ⅰ-Ⅻ①-⑳])) ?[: ] ?(.{2,60})$/u

const roleOf = (word: string): Heading['role'] => roles.find(([, words]) => words.test(word.replace(/ /gu, '')))?.[0]

/** The names that the government's guidelines give the pillars of both kinds of region. */
const pillarWords =
  /経済成長の(?:けん引|牽引)|高次の?都市機能|生活関連機能|生活機能の強化|結びつきやネットワーク|結び付きやネットワーク|マネジメント能力/u
export const isPillarName = (folded: string): boolean => pillarWords.test(folded)

/** What agreements call their fields: 産業の振興に係る政策分野. */
export const isFieldName = (folded: string): boolean => /(?:政策|施策)分野$/u.test(folded)

/** Longest line that is taken for a heading. */
const longestHeading = 70

/** 79者, 44社(令和4年度), 0 千円: what a number without a space or a full stop counts is no title. */
const shortestTitle = 4
const ofYear = /\([^()]{2,10}年度?[^()]{0,3}\)$/u
const dashed = /^[0-9A-Z]{1,2}[-.][0-9]/u
function isValue(number: string, folded: string): boolean {
  if (dashed.test(number)) return labelOf(folded.slice(number.length)) !== undefined
  if (!/^[0-9]{1,2} ?$/u.test(number)) return false
  if (ofYear.test(folded) || yenOf(folded.replaceAll(' ', '')) !== undefined) return true
  return !number.endsWith(' ') && folded.length - number.length < shortestTitle
}

/** Reads a line as a heading; sentences and list items with bullets are none. */
export function headingOf(row: Row): Heading | undefined {
  const { line } = row
  if (!line || line.folded.length > longestHeading || /[。、:]$/u.test(line.folded)) return undefined
  const { text, folded } = line
  const hashes = hashesOf(line)
  const marked = bracketed.exec(folded)
  if (marked) {
    // 【役割】倉吉市：運営 says who does what.
    if (marked[1] === '役割' && /[:。]/u.test(marked[2] as string)) return undefined
    const role = roleOf(marked[1] as string)
    const rest = folded.length - (marked[2] as string).length
    // 【形成協定の内容】 heads the text below it and nothing more.
    const level = labelOf(marked[1]?.replace(/ /gu, '') ?? '') ? 6 : 2
    if (marked[2] === '') {
      const title = trim(slice(text, 1, folded.lastIndexOf('】')))
      return isPillarName(marked[1] as string)
        ? { level: 1, role: 'pillar', title, whole: text }
        : { level, title, whole: text }
    }
    return {
      level: role === 'initiative' ? 5 : level,
      ...(role ? { role } : {}),
      title: trim(slice(text, rest)),
      whole: text,
    }
  }
  const said = spoken.exec(folded)
  if (said) {
    const role = roleOf((said[1] ?? said[3]) as string)
    const title = trim(slice(text, folded.length - ((said[2] ?? said[4]) as string).length))
    // 取組１　圏域全体の経済成長のけん引: what the guidelines call a pillar is one by any name.
    if (isPillarName(title.value)) return { level: 1, role: 'pillar', title, whole: text }
    return { level: role === 'initiative' ? 5 : 1, ...(role ? { role } : {}), title, whole: text }
  }
  for (const [level, start] of numbered) {
    const match = start.exec(folded)
    if (!match || match[0].length >= folded.length) continue
    const title = trim(slice(text, match[0].length))
    if (title.value.length > 45 || isValue(match[0], folded) || !/\p{L}/u.test(title.value)) return undefined
    // Where Markdown says how deep a heading is, its number need not.
    const depth = hashes > 1 ? hashes : level
    return { level: depth, ...(isPillarName(folded) ? { role: 'pillar' } : {}), title, whole: text }
  }
  if (hashes > 0 && !isPillarName(folded)) return { level: Math.min(hashes, 5), title: text, whole: text }
  return isPillarName(folded) && folded.length <= 30
    ? { level: Math.max(hashes, 1), role: 'pillar', title: withoutBullet(text), whole: text }
    : undefined
}
