import { fold } from '../text/fold.ts'
import type { Text } from '../text/text.ts'

/** （以下「甲」という。）: the term, and where the bracket stands in the folded text. */
export interface Definition {
  term: string
  /** What is defined ends here: the opening bracket. */
  start: number
  /** After the closing bracket. */
  end: number
}

const pattern =
  /\((?:以下(?:これらを|総称して)?[、,]?)?(?:「([^」()]{1,30})」|『([^』()]{1,30})』|(?<=以下[、,]?)([甲乙丙丁戊己庚辛壬癸]))(?:という|と称する|と称す|と呼ぶ|と総称する|と略称する|とする|といい)?[^()]{0,60}\)|\([^()「」]{1,80}?[。、,]以下(?:これらを|総称して)?「([^」()]{1,30})」という。?\)|\(([甲乙丙丁戊己庚辛壬癸])\)/gu

/** The terms that a text defines in brackets, in order. */
export function definitionsIn(folded: string): Definition[] {
  if (!folded.includes('(')) return []
  return [...folded.matchAll(pattern)].map((m) => ({
    term: (m[1] ?? m[2] ?? m[3] ?? m[4] ?? m[5]) as string,
    start: m.index,
    end: m.index + m[0].length,
  }))
}

/** A term and its meaning as a definitions article states them: 「圏域」とは、…をいう。 */
export interface StatedDefinition {
  term: [start: number, end: number]
  meaning: [start: number, end: number]
}

const stated = /^.{0,40}?「([^」]{1,30})」とは[、,]?(.{2,600}?)(?:をいう|である|とする)。/u
const listed = /^([^ 、,。「」]{1,30}) +(.{2,600}?)をいう。$/u

/** The definition that a paragraph or item states as a whole. */
export function statedDefinition(text: Text): StatedDefinition | undefined {
  const folded = fold(text.value.slice(0, 700))
  const match = stated.exec(folded) ?? listed.exec(folded)
  if (!match) return undefined
  const [, term = '', meaning = ''] = match
  const at = folded.indexOf(term)
  const from = folded.indexOf(meaning, at + term.length)
  return { term: [at, at + term.length], meaning: [from, from + meaning.length] }
}

/** What a definition in brackets belongs to is seldom longer, and never longer than a clause of this length. */
const longestMeaning = 80
const longestClause = 200
/**
 * What stands before it in the sentence. A comma does not where it parts a list: 甲、乙及び丙, 条例、規則その他の規程. One behind a
 * date or a circumstance parts none.
 */
const clauseStart =
  '[。「」()]|(?<![市町村区県府都道会])[、,](?:(?<=[ぁ-ん日年月際時合間中後前上下].)|(?![^、,]{1,20}(?:[、,]|及び|並びに|又は|その他の)))'
const beforeMeaning = new RegExp(
  `^.*(?:${clauseStart}|(?:は|が|を|ヲ|とおり|により|における|に基づく|に規定する)(?=[一-鿿]))`,
  'su',
)
const beforeClause = new RegExp(`^.*(?:${clauseStart})`, 'su')
/** A verb without its object: 圏域を｜形成するための連携. */
const verbStart = /^[一-鿿]{1,4}(?:する|した|して|し、|される|された|を行う)(?!もの)/u

const verbEnd = /(?:[すえけせてねめれ]る|した|行う|ない)$/u

/** Where the words begin that a bracket at `start` belongs to: behind the last of what can stand before them. */
function meaningAt(folded: string, start: number, longest: number, before: RegExp): number {
  const from = Math.max(0, start - longest)
  const window = folded.slice(from, start)
  // Other remarks in brackets are no part of what is meant, but what they stand behind is.
  const open = window.lastIndexOf(')')
  const after = window.slice(open + 1).replace(/^の/u, '、')
  const own = from + open + 1 + (before.exec(after)?.[0].length ?? 0)
  // Ａ市（以下「甲」という。）とＢ町, 甲（以下「県」という。）が行う事業
  return open >= 0 && own === from + open + 1 && /[とがはを]/u.test(folded[own] ?? '') ? own + 1 : own
}

/** Terms that a text defines in brackets, each with the words before them that it stands for. */
export function bracketDefinitions(text: Text): StatedDefinition[] {
  if (!text.value.includes('「')) return []
  const folded = fold(text.value)
  return definitionsIn(folded).flatMap(({ term, start, end }): StatedDefinition[] => {
    const at = folded.indexOf(term, start)
    const near = meaningAt(folded, start, longestMeaning, beforeMeaning)
    const whole = verbStart.test(folded.slice(near, start))
      ? meaningAt(folded, start, longestClause, beforeClause)
      : near
    const meaning = whole > start - longestClause || whole === 0 ? whole : near
    // 町に委託する（以下「委託事務」という。） stands for what no words name.
    if (verbEnd.test(folded.slice(Math.max(0, start - longestMeaning), start))) return []
    return at < 0 || at > end || meaning >= start ? [] : [{ term: [at, at + term.length], meaning: [meaning, start] }]
  })
}
