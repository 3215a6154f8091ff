import { startsWithAny } from '../../text/characters.ts'
import { numeralOf } from '../../text/numeral.ts'
import { follows, type Ordinal } from './numbering.ts'

/** 第３条の２ at the start of a folded line. */
export interface ArticleHeading {
  ordinal: Ordinal
  upTo?: Ordinal
  /** The heading is [0, titleEnd) of the line, the text (or a caption) starts at `end`. */
  titleEnd: number
  end: number
  /** How the heading is parted from what follows. */
  after: 'end' | 'space' | 'bracket' | 'text'
}

const numeral = ' ?(?:[0-9]{1,4}|[一二三四五六七八九十百千]{1,9}) ?'
const article = `第${numeral}条(?: ?の${numeral}(?![人名者つ以])){0,4}`
const alone = new RegExp(`^(?<first>${article})(?<space> *)`, 'u')
const ranging = new RegExp(
  `^(?<first>${article})(?:(?:から|及び|・|~|-)(?<last>${article})(?:まで)?(?= ?(?:削 *除|\\(?略\\)?)|$))?(?<space> *)`,
  'u',
)
/** What stands between the first and the last of a range, by its first character: few headings have it, and finding it takes the longer pattern. */
const rangeSigns = 'か及・~-'

const ordinalOf = (text: string): Ordinal =>
  text
    .replace(/[第条 ]/gu, '')
    .split('の')
    .map((n) => numeralOf(n) ?? 0)

/** What a reference goes on with, and the text of an article does not start with. */
const referenceGoesOn =
  /^(?:第[0-9一二三四五六七八九十 ]{1,6}[項号]|[にをがはとへ、,。・」)]|の|から|及び|又は|若しくは|並びに|まで|中|各号|各項|ただし|本文|前段|後段|(?:以下|以上|以外|を|に)|[第一二三四五六七八九十0-9]{1,4}(?:項|号))/u

/** What stands in the place of articles where a document has none: 第１　目的, 第１（目的）, and in memoranda 1 目的 or Ⅰ　目的. */
export type SectionForm = 'ordinal' | 'number' | 'roman'
const section: Readonly<Record<SectionForm, RegExp>> = {
  ordinal: /^(?<first>第 ?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3}))(?<space> +|(?=[([〔【]))/u,
  number: /^(?<first>[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?<space>[.、] *(?![0-9])| +)/u,
  roman: /^(?<first>[Ⅰ-Ⅻ])(?<space>[.、] *| +)/u,
}

export interface HeadingPosition {
  /** The article before, if any. */
  last: Ordinal | undefined
  /** Nothing on the lines before speaks for a sentence that goes on here. */
  fresh: boolean
  /** The document has no articles, but these in their place. */
  sections?: SectionForm | undefined
}

/** The article heading that a folded line starts with; undefined where it is a reference at the start of a wrapped line. */
export function readArticleHeading(folded: string, position: HeadingPosition): ArticleHeading | undefined {
  if (folded[0] !== '第' && position.sections !== 'number' && position.sections !== 'roman') return undefined
  const head = folded.slice(0, 80)
  const single = (position.sections ? section[position.sections] : alone).exec(head)
  if (!single) return undefined
  const ranges = !position.sections && startsWithAny(head.slice(single[0].length), rangeSigns)
  const match = (ranges && ranging.exec(head)) || single
  const { first, last, space } = match.groups as { first: string; last?: string; space: string }
  const title = first.trimEnd()
  const end = match[0].length
  const titleEnd = match[0].trimEnd().length
  const rest = folded.slice(end, end + 12)
  const ordinal = ordinalOf(title)
  if (ordinal.includes(0)) return undefined
  const next = position.last === undefined ? position.fresh : follows(position.last, ordinal)
  const parted = space !== '' || first !== title
  const after = rest === '' ? 'end' : /^[([〔【](?!略)/u.test(rest) ? 'bracket' : parted ? 'space' : 'text'
  const heading: ArticleHeading = {
    ordinal,
    titleEnd,
    end,
    after,
    ...(last === undefined ? {} : { upTo: ordinalOf(last.trimEnd()) }),
  }
  if (after === 'text') return next && position.fresh && !referenceGoesOn.test(rest) ? heading : undefined
  if (after === 'space' && referenceGoesOn.test(rest)) return next && position.fresh ? heading : undefined
  if (after === 'space') return next || position.fresh ? heading : undefined
  return position.fresh || (next && (after === 'end' || position.sections === 'ordinal')) ? heading : undefined
}
