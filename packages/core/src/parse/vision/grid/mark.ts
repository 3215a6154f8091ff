import { isWhite } from '../../../text/characters.ts'
import { fold } from '../../../text/fold.ts'

/** Marks of participation grids in folded form (○ 〇 ◯ are one), and whether they say that a municipality takes part. */
const marks: Readonly<Record<string, boolean>> = {
  〇: true,
  '⭕': true,
  '◎': true,
  '●': true,
  '◉': true,
  '■': true,
  '★': true,
  '☆': true,
  '✓': true,
  '✔': true,
  '△': true,
  '▲': true,
  '×': false,
  '✕': false,
  '✖': false,
  '-': false,
  ー: false,
}

const bare = (mark: string): string => fold(mark).replace(/[\s\ufe0e\ufe0f]/gu, '')

const isLeftOut = (unit: number): boolean => unit === 0xfe0e || unit === 0xfe0f || isWhite(unit)

/**
 * Whether a cell holds one of the usual marks and nothing else. Asked of every cell again and again: of most the first two
 * characters are more than a mark.
 */
export const isMark = (text: string): boolean =>
  (text.length === 1 || isLeftOut(text.charCodeAt(0)) || isLeftOut(text.charCodeAt(1))) &&
  Object.hasOwn(marks, bare(text))

/** What the document itself says of its marks. */
export type Legend = ReadonlyMap<string, boolean>

const signs = '〇⭕◎●◉■★☆✓✔△▲×✕'
/** 主：主体となって実施: a letter that stands for a word, in a list of them. */
const letter = '(?<![\\p{L}\\p{Nd}])(?![甲乙丙丁戊己国県市町村注例])\\p{sc=Han}(?=[」』]?\\s{0,3}[:=])'
const sign = `\\([${signs}-]\\)|[${signs}-]|(?<![A-Za-z])[A-Z](?![A-Za-z])|${letter}`
/** What is said of an unmarked cell ends what is said of the mark before it: ○は参加、空欄は不参加. */
const meaning = `((?:(?![、,/・](?:空欄|無印|記載|印|「|\\s?[\\p{sc=Han}-]\\s?[:=])|\\((?:空欄|無印|記載))[^\\s${signs}:=。]){1,24})`
const entry = new RegExp(`(${sign})[」』]?印?\\s{0,3}(?:[:=…]+|\\.{2,}|・{2,}|は)\\s{0,3}${meaning}`, 'gu')
/** ○ 参加　△ 検討中: with nothing between. */
const bareEntry = new RegExp(
  `(\\([${signs}]\\)|[${signs}-])[」』]?\\s{0,3}([\\p{L}(][^\\s${signs}:=。、,]{1,23})`,
  'gu',
)
const absent =
  /検討|予定|未定|協議|今後|[不非未](?:参加|参画|連携|実施|該当)|(?:参加|参画|連携|実施|該当)(?:し|せ|は)?(?:ない|ず)|なし|無し?$|^[無否不未非☐□/\\]|対象外|調整|見送|辞退|脱退/u
const present = /参加|参画|連携|実施|主催|共催|主体|協力|中心市|幹事|負担/u

const says = new RegExp(`${present.source}|${absent.source}`, 'u')
const hanLetter = /^(?!〇)\p{sc=Han}$/u

/** Reads ○：参加　△：検討中 out of folded text. */
export function readLegend(folded: string): [string, boolean][] {
  const found = [...folded.matchAll(entry)]
  // A letter before a colon may be anything: two that say who takes part are a legend.
  const isSure = (m: RegExpExecArray): boolean => !hanLetter.test(m[1] as string)
  const told = found.filter((m) => isSure(m) || says.test(m[2] as string))
  const parted = new Set(told.map((m) => m[1])).size > 1 ? told : told.filter(isSure)
  const close = parted.length > 0 ? [] : [...folded.matchAll(bareEntry)]
  const isSaid = folded.includes('凡例')
    ? (said: string) => present.test(said) || absent.test(said)
    : (said: string) => word.test(said.replace(/[()]/gu, ''))
  const isLegend = new Set(close.map((m) => m[1])).size > 1 && close.every((m) => isSaid(m[2] as string))
  return [...parted, ...(isLegend ? close : [])].map((m) => [m[1] as string, !absent.test(m[2] as string)])
}

/** Whether a line does nothing but say what marks mean. */
export const isLegend = (folded: string): boolean =>
  folded.length <= 120 &&
  (/^[(【]?(?:凡例[ :】]{0,3})?「?[〇⭕◎●△×]」?\s{0,3}(?:[:=…]|\.{2}|・{2})/u.test(folded) ||
    /^[(【]?凡例/u.test(folded))

/** ※1, (注2), *: where a remark stands that is no part of a mark. */
const reference = /[([]?(?:※|\*|注)[0-9①-⑳]{0,2}[)\]]?$/u
const bracketed = /^\((.)\)$/u
/** A mark with what is said of it: ×不参加, ○(R7から). */
const annexed = new RegExp(`^(?<mark>\\([${signs}]\\)|[${signs}]|-(?=[(※*注\\p{L}]))(?<words>.{0,16})$`, 'u')
/** Letters for such words, which a legend must tell of. */
const letters = '主参協共連実幹代検未準担'
/** Words that stand in the place of marks, and whether they say that a municipality takes part. */
const word = new RegExp(
  `^(?:[${letters}]|[不非未]?(?:参加|参画|連携|実施|該当)(?:済み?|中|しない|予定|検討中?|なし)?|(?:検討|調整|協議)中?|予定|未定|済み?|[有無]り?し?|あり|なし|否|対象外?|主催|共催|主体|協力|中心市?|幹事市?|事務局|代表市?|[☑✅☐□/\\\\])$`,
  'u',
)
/** R7～, 令和7年度から参加. */
const since =
  /^(?:R|H|令和|平成)(?:[0-9]{1,2}|元)(?:年度?|\.[0-9]{1,2})?(?:[~～-]|から|より|以降)?(?:参加|参画|連携|実施|検討)?(?:予定|中)?$/u

/** Whether a cell says in a mark with a remark, in a word or by a year whether a municipality takes part. */
export function isToken(text: string): boolean {
  const key = bare(text).replace(reference, '')
  return isMark(key) || annexed.test(key) || word.test(key) || since.test(key)
}

/** Whether a mark means that the municipality takes part: as the legend says, else as is usual; letters and words do, but those that say that it does not, or not yet. */
export function participates(mark: string, legend: Legend): boolean {
  const key = bare(mark).replace(reference, '')
  const whole = legend.get(key) ?? marks[key]
  if (whole !== undefined) return whole
  const inside = bracketed.exec(key)?.[1] ?? ''
  const { mark: first = '', words = '' } = annexed.exec(key)?.groups ?? {}
  const own = legend.get(inside) ?? marks[inside] ?? legend.get(first) ?? marks[first]
  return (own ?? key !== '') && !absent.test(own === undefined ? key : words.replace(/[()]/gu, ''))
}

/** Marks of one that takes part in a way, or later: a document that says what its marks mean says it of them. */
const halfway = /^[△▲]/u

/** Whether it is known what a mark says: it stands in the legend, or is a usual one. */
export function isUnderstood(mark: string, legend: Legend): boolean {
  const key = bare(mark).replace(reference, '')
  if (legend.has(key)) return true
  if (key.length === 1 && letters.includes(key)) return false
  const isExplained = ['〇', '◎', '●'].some((usual) => legend.has(usual))
  return isToken(mark) && !(isExplained && halfway.test(key) && !legend.has(key[0] as string))
}

/** The legend of a grid whose marks are 1 and 0; that of the document where it has others. */
export function withOnes(legend: Legend, printed: readonly string[]): Legend {
  const isOfOnes = printed.every((mark) => /^[01]?$/u.test(mark))
  return isOfOnes ? new Map([...legend, ['1', true], ['0', false]]) : legend
}
