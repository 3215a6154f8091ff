/** A law named before a reference to one of its articles. */
export interface LawMention {
  law: string
  lawNumber?: string
  /** Where the name starts in the folded text. */
  start: number
}

/** Last characters of names of laws. */
const lawEnd = /(?:法律|法|条例|規則|規約|令|要綱|規程|条約|指針|協約|協定)$/u
const nameCharacter = /[一-鿿々ァ-ヶーA-Za-z0-9・]/u
/** Kana that join the words of a name: 地方公共団体の…に関する法律. */
const connectors = [
  'に関する',
  'に係る',
  'のための',
  'における',
  'に伴う',
  '及び',
  '並びに',
  'その他の',
  'づくり',
  'まちづくり',
  'の',
]
/** How far back a name is looked for; the longest names of laws in force have some 100 characters, those cited a third. */
const longestName = 60
const longestNumber = 60
const lawNumber =
  /^(?:令和|平成|昭和|大正|明治)[ 0-9元一二三四五六七八九十]{1,6}年[^()]{0,40}第[ 0-9一二三四五六七八九十百]{1,8}号/u
const alias = /以下「([^」]{1,20})」/u
/** What two names are joined by: in 商標法及び特許法第三条 the last is meant. */
const joined = /^.*(?:法|法律|条例|令|規則)(?:及び|並びに)/u
const leading = /^(?:及び|並びに|の|に関する|に係る|その他の|における|各|同じ|又|当該|改正後|改正前)+/u
/** What sets this document apart from laws: 本協約第３条, この条例第２条. */
const own = /(?:この|本)(?:連携)?(?:協約|協定|条例|規約|規則|法律|要綱|規程|契約)$/u
const same = /同(?:法律|法|令|条例|規則|要綱|規約|規程)$/u

/** Start of the name that ends at `end` of the folded text. */
function nameStart(folded: string, end: number): number {
  let start = end
  const limit = Math.max(0, end - longestName)
  for (;;) {
    if (start > limit && nameCharacter.test(folded[start - 1] as string)) start--
    else {
      const connector = connectors.find((c) => folded.endsWith(c, start) && start - c.length >= limit)
      if (!connector || start === end) break
      start -= connector.length
    }
  }
  return start
}

function named(folded: string, end: number): LawMention | undefined {
  if (!lawEnd.test(folded.slice(Math.max(0, end - 3), end))) return undefined
  let start = nameStart(folded, end)
  for (const skipped of [joined, leading]) {
    const match = skipped.exec(folded.slice(start, end))
    if (match && start + match[0].length < end - 1) start += match[0].length
  }
  const law = folded.slice(start, end)
  return law.length > 1 ? { law, start } : undefined
}

/** The laws of a document as they are named and abbreviated while it is read. */
export interface Laws {
  aliases: Map<string, string>
  last: string | undefined
}

/** What stands before index `end` of the folded text: a law, this document ('own'), or neither. */
export function lawBefore(folded: string, end: number, laws: Laws): LawMention | 'own' | undefined {
  const before = folded.slice(Math.max(0, end - 12), end)
  if (own.test(before)) return 'own'
  const again = same.exec(before)
  if (again) return laws.last === undefined ? undefined : { law: laws.last, start: end - again[0].length }
  if (before.endsWith(')')) {
    const open = folded.lastIndexOf('(', end - 1)
    if (open < 0 || end - open > longestNumber) return undefined
    const inner = folded.slice(open + 1, end - 1)
    const number = lawNumber.exec(inner)
    const mention = number ? named(folded, open) : undefined
    if (!mention || !number) return undefined
    const short = alias.exec(inner)?.[1]
    if (short !== undefined) laws.aliases.set(short, mention.law)
    return { ...mention, lawNumber: number[0].replaceAll(' ', '') }
  }
  for (const [short, law] of laws.aliases)
    if (before.endsWith(short) && !nameCharacter.test(folded[end - short.length - 1] ?? ''))
      return { law, start: end - short.length }
  return named(folded, end)
}
