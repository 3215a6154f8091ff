import { enclosedNumber, numeralOf } from '../../text/numeral.ts'

/** 2 is [2], 二の二 is [2, 2]. */
export type Ordinal = readonly number[]

/** What lists without numbers start their lines with; a font that is not embedded leaves \ufffd for it. */
export const bulletCharacters = '\ufffd・●◆◇■□▪▶➢•‣✓'

const aiueo = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン'
const iroha = 'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス'
const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 }

function placeIn(order: string, core: string): number | undefined {
  const n = core.length === 1 ? order.indexOf(core) : -1
  return n < 0 ? undefined : n + 1
}

/** a … z, then aa, bb … as statutes go on. */
function latinNumber(core: string, first: string): number | undefined {
  const n = core.charCodeAt(0) - first.charCodeAt(0)
  if (n < 0 || n > 25 || core.length > 2 || (core.length === 2 && core[0] !== core[1])) return undefined
  return n + 1 + (core.length - 1) * 26
}

function romanNumber(core: string): number | undefined {
  if (!/^x{0,3}(?:ix|iv|v?i{0,3})$/u.test(core)) return undefined
  let total = 0
  for (let i = 0; i < core.length; i++) {
    const digit = romanDigits[core[i] as string] as number
    total += digit < (romanDigits[core[i + 1] ?? ''] ?? 0) ? -digit : digit
  }
  return total || undefined
}

type Count = (core: string) => number | undefined

/** The series that labels count in, by what their characters are. One core can belong to several: イ, i. */
const series: readonly { characters: RegExp; counts: readonly (readonly [name: string, count: Count])[] }[] = [
  { characters: /^[0-9]/u, counts: [['arabic', Number]] },
  { characters: /^[一二三四五六七八九十百千]/u, counts: [['kanji', numeralOf]] },
  {
    characters: /^[ア-ンヰヱ]/u,
    counts: [
      ['aiueo', (core) => placeIn(aiueo, core)],
      ['iroha', (core) => placeIn(iroha, core)],
    ],
  },
  {
    characters: /^[a-z]/u,
    counts: [
      ['latin', (core) => latinNumber(core, 'a')],
      ['roman', romanNumber],
    ],
  },
  {
    characters: /^[A-Z]/u,
    counts: [
      ['capital', (core) => latinNumber(core, 'A')],
      ['capital-roman', (core) => romanNumber(core.toLowerCase())],
    ],
  },
]

/** Enclosed characters count as the form that they are drawn as. */
const enclosedForms: readonly { characters: RegExp; form: string }[] = [
  { characters: /^[①-⑳㉑-㉟㊱-㊿❶-❿]/u, form: 'circled' },
  { characters: /^[⑴-⒇]/u, form: '(arabic)' },
  { characters: /^[⒈-⒛]/u, form: 'arabic.' },
  { characters: /^[㈠-㈩]/u, form: '(kanji)' },
  { characters: /^[Ⅰ-Ⅻ]/u, form: 'capital-roman' },
  { characters: /^[ⅰ-ⅻ]/u, form: 'roman' },
  { characters: /^[㋐-㋻]/u, form: 'circled-aiueo' },
]

/** ㋐ … ㋻ stand in the order of the syllabary. */
const enclosedPlace = (character: string): number =>
  enclosedNumber(character) ?? character.charCodeAt(0) - '㋐'.charCodeAt(0) + 1

const isEnclosed = (unit: number): boolean => (unit >= 0x2160 && unit <= 0x217b) || (unit >= 0x2460 && unit <= 0x32fb)

/** A way to read a label: the form (series and brackets) and the place in it. */
export interface LabelReading {
  form: string
  ordinal: Ordinal
  /** 四及び五, 七から九まで: the label stands for several, this one the last. */
  upTo?: Ordinal
}

export interface Label {
  readings: readonly LabelReading[]
  /** The label without the space after it is [0, titleEnd) of the line; the text starts at `end`. */
  titleEnd: number
  end: number
  /** A space or the end of the line follows; otherwise only brackets or a dot set it apart. */
  spaced: boolean
}

const numeral = '(?:[0-9]{1,4}|[一二三四五六七八九十百]{1,6})'
const core = `(?:${numeral}|[ア-ンヰヱ]|[a-z]{1,5}|[A-Z]{1,4})`
const branches = `(?:の${numeral}){0,4}`
const bracketed = new RegExp(`^\\( ?(?<core>${core})(?<branch>${branches}) ?\\)`, 'u')
const bare = new RegExp(
  `^(?<core>${core})(?<branch>${branches})(?:(?:及び|から)(?<last>${core})(?<lastBranch>${branches})(?:まで)?(?= *削除))?(?<mark>[.)](?![0-9])|、(?= ))?`,
  'u',
)
const branchNumbers = (branch: string): (number | undefined)[] =>
  branch === '' ? [] : branch.slice(1).split('の').map(numeralOf)

function ordinals(form: (name: string) => string, core: string, branch: string): LabelReading[] {
  const tail = branchNumbers(branch)
  if (tail.includes(undefined)) return []
  const readings: LabelReading[] = []
  for (const [name, count] of series.find((s) => s.characters.test(core))?.counts ?? []) {
    const n = count(core)
    if (n !== undefined) readings.push({ form: form(name), ordinal: [n, ...(tail as number[])] })
  }
  return readings
}

/** What cannot follow a label that no space sets apart: (1)に掲げる, (2)から(4)まで, ①及び②. */
const goesOn = /^(?:[にをがはとへ、,。・:)]|の|から|及び|又は|若しくは|並びに|まで|以)/u
/** What a number at the start of a wrapped line counts: 3 つの, 2 年, 5 項. */
export const counted =
  /^(?:つ|年|月|日|人|名|か|ヶ|箇|個|%|項|号|条|章|以|通|部|回|分|割|倍|市|町|村|円|千|百|万|km|ha|時|週|次|級|種)/u

/** What labels begin with, as a table: this is asked of every line, and most begin with none. */
const labelUnits = new Uint8Array(0x10000)
for (const c of '(一二三四五六七八九十百ヰヱ') labelUnits[c.charCodeAt(0)] = 1
for (const range of ['09', 'AZ', 'az', 'アン', '①㊿', '㋐㋻', 'Ⅰⅻ'])
  labelUnits.fill(1, range.charCodeAt(0), range.charCodeAt(1) + 1)

const isKana = (unit: number): boolean => unit >= 0x30a1 && unit <= 0x30f3
/** What a label of one kana goes on with: a space, a mark, a branch number, or the last of several. */
const behindKana = ' .、の及か'

/**
 * The label at the start of a folded line, in all its readings; undefined where the line starts with none. In a line
 * that was closed up the space after a number is gone.
 */
export function readLabel(folded: string, closedUp = false): Label | undefined {
  const unit = folded.charCodeAt(0)
  if (labelUnits[unit] !== 1) return undefined
  // Most lines that begin with kana begin with a word: サービスの提供.
  if (!closedUp && isKana(unit) && folded.length > 1 && !behindKana.includes(folded.charAt(1))) return undefined
  let readings: LabelReading[] = []
  let titleEnd = 0
  let setApart = false
  const head = folded.slice(0, 48)
  for (const { characters, form } of isEnclosed(head.charCodeAt(0)) ? enclosedForms : []) {
    if (!characters.test(head)) continue
    // ⅰ）, Ⅰ．: signs of their own that are set apart as others are.
    const mark = /^[.)](?![0-9])/u.exec(head.slice(1, 3))?.[0] ?? ''
    readings = [{ form: form + mark, ordinal: [enclosedPlace(head[0] as string)] }]
    titleEnd = 1 + mark.length
    setApart = true
  }
  if (titleEnd === 0) {
    const match = bracketed.exec(head) ?? bare.exec(head)
    if (!match) return undefined
    const { core, branch, last, lastBranch, mark } = match.groups as Record<string, string | undefined>
    const bracket = match[0][0] === '('
    readings = ordinals((name) => (bracket ? `(${name})` : `${name}${mark ?? ''}`), core ?? '', branch ?? '')
    if (last !== undefined) {
      const ends = ordinals((name) => name, last, lastBranch ?? '')
      readings = readings.flatMap((r) => ends.filter((e) => e.form === r.form).map((e) => ({ ...r, upTo: e.ordinal })))
    }
    titleEnd = match[0].length
    setApart =
      bracket ||
      mark !== undefined ||
      (closedUp && /^[0-9]/u.test(head) && !counted.test(head.slice(titleEnd, titleEnd + 4))) ||
      // アクセス is a word, ア地域医療 is not.
      (closedUp && /^[ア-ンヰヱ]/u.test(head) && !/^[ァ-ヶー]/u.test(head.slice(titleEnd)))
  }
  if (readings.length === 0) return undefined
  let end = titleEnd
  while (folded[end] === ' ') end++
  const spaced = end > titleEnd || end === folded.length
  if (!spaced && (!setApart || goesOn.test(folded.slice(end, end + 4)))) return undefined
  return { readings, titleEnd, end, spaced }
}

/** Whether `next` comes right after `last`: 3 after 2, 3 after 2_2, 2_2 after 2, 2_3 after 2_2 and after 2_2_4. */
export function follows(last: Ordinal, next: Ordinal): boolean {
  const k = next.length - 1
  if (k > last.length) return false
  for (let i = 0; i < k; i++) if (next[i] !== last[i]) return false
  return k < last.length ? next[k] === (last[k] as number) + 1 : next[k] === 2
}

export const isFirst = (ordinal: Ordinal): boolean => ordinal.length === 1 && ordinal[0] === 1

/** Two readings count in one row: the same form, or a branch number, which statutes print in kanji amid (1), (2). */
export const sameRow = (form: string, reading: LabelReading): boolean =>
  form === reading.form ||
  (reading.ordinal.length > 1 && /arabic|kanji/u.test(form) && /arabic|kanji/u.test(reading.form))

/** [3, 2] is 3_2, the form of the e-Gov law schema; a range is 15:18. */
export const numberOf = (ordinal: Ordinal, upTo?: Ordinal): string =>
  upTo === undefined ? ordinal.join('_') : `${ordinal.join('_')}:${upTo.join('_')}`
