import { areAlike, digitLike, isDigit, isSeparator, isSignForDigit } from './digit-shapes.ts'
import { mended } from './mended-groups.ts'
import { takesRoom } from './number-width.ts'

/** A number as it was recognised: its characters, folded and without spaces, how sure each is, and what others read. */
export interface SeenNumber {
  characters: string
  confidences: readonly number[]
  others: readonly string[]
  /** How wide each character is, as a share of a digit; undefined where that is not known. */
  rooms?: readonly (number | undefined)[]
  /** Whether it is a sum of money, which has no decimals of three digits. */
  isMoney: boolean
  /** Something stood before the unit and no digit was seen: hardly more than one was there. */
  isUnseen?: boolean
  /** Whether the numbers of its column have groups of three digits: what has others lost some of them. */
  isGrouped?: boolean
  /** Whether all of it are letters that digits are taken for. */
  isLetters?: boolean
  /** Where characters that are none of a number stand in the place of one: how wide they are, in ems. */
  lostWidth?: number
  /** A character before it that is no word: dirt, or what its sign was read as, which may be two or three. */
  lead?: string
}

/** Costs of one misreading, in the measure of the thresholds of `solve`: about one for what happens often. */
const cost = {
  alike: 1,
  letter: 0.2,
  unlike: 2.5,
  separator: 0.1,
  /** Commas are lost easily, and seldom seen where there is none. */
  lostSeparator: 0.2,
  addedSeparator: 3.5,
  /** Dirt before a number is taken for a minus. */
  addedSign: 0.8,
  doubled: 1.2,
  added: 2.5,
  /** Noughts in a row are read as fewer of them more than anything else happens to numbers. */
  droppedNought: 0.4,
  droppedTwin: 1,
  dropped: 1.5,
  /** A number whose groups are in order lost none of its digits, or three. */
  droppedFromOrder: 2,
  /** The first group may have lost one or two and shows it nowhere. */
  droppedFirst: 0.8,
  /** A sign where a digit is. */
  sign: 1,
  /** There is room for it beside a digit. */
  droppedInRoom: 0.3,
  /** More where all digits are sure and as wide as digits are. */
  droppedFromSure: 0.5,
  /** Another engine read just this. */
  otherEngine: 0.5,
  /** A lone digit of which nothing was seen; most are noughts. */
  unseenNought: 1,
  unseenDigit: 2,
  /** A dash where a number is: its middle was seen and nothing else. */
  dash: 4.5,
  /** Nothing of it was read but how wide it is. */
  lost: 1.2,
  /** A sign that recognition takes for no digit, where there is none. */
  addedMark: 1.5,
  /** The same before a number: a speck, or what is left of a rule. */
  addedMarkFirst: 0.8,
  /** A character before a number that looks like a minus, or like none. */
  leadAsMinus: 0.3,
  leadUnlikeMinus: 1.2,
  /** 4 is read as A far more seldom than the triangle of a minus is. */
  leadMinusAsDigit: 1.5,
  leadAsDirt: 0.5,
  leadUnlikeDirt: 1.5,
  /** A digit and its comma were read as one character: 名000 is no number, 名120 may be one with dirt before it. */
  leadAsGroup: 1.2,
  leadAsGroupOfNoughts: 0.5,
}

/** Engines are seldom wrong where they are so sure. */
const sureDigit = 0.97

/** How much more it takes to doubt a character of that confidence. */
function firmness(confidence: number): number {
  if (confidence >= sureDigit) return 2
  return confidence >= 0.9 ? 1 : 0
}

/** Dashes, and what is read for them. */
const noAmount = /^(?:-|ー|一|―)$/u

/** Longest number that is compared. */
const longest = 20

function substitution(seen: string, meant: string, confidence: number): number {
  if (seen === meant) return 0
  if (isSeparator(seen) && isSeparator(meant)) return cost.separator
  if (digitLike(seen) === meant) return cost.letter
  if (isDigit(meant) && isSignForDigit(seen)) return cost.sign
  if (areAlike(seen, meant)) return cost.alike + firmness(confidence)
  if (isDigit(seen) && isDigit(meant)) return cost.unlike + firmness(confidence)
  if (isDigit(meant) && !isSeparator(seen)) return cost.unlike
  return Number.POSITIVE_INFINITY
}

/** A number as it is written: with commas, and a minus as Japanese budgets have it. */
export const written = (value: number): string =>
  (value < 0 ? '△' : '') + Math.abs(value).toLocaleString('en', { maximumFractionDigits: 4 })

/** What it takes to say that a character was seen where there is none. */
function deletionOf(c: string, isFirst: boolean, before: string | undefined, confidence: number): number {
  // A comma is seen as two.
  if (isSeparator(c)) return isFirst || isSeparator(before ?? '') ? cost.separator : cost.addedSeparator
  if (isFirst && /^[-△▲]$/u.test(c)) return cost.addedSign
  if (isSignForDigit(c)) return isFirst ? cost.addedMarkFirst : cost.addedMark
  return (c === before ? cost.doubled : cost.added) + (isDigit(c) ? firmness(confidence) : 0)
}

/** The digit at an index, or beside it past what parts groups. */
const digitBeside = (characters: string, at: number, step: 1 | -1): string | undefined =>
  isSeparator(characters[at] ?? '') ? characters[at + step] : characters[at]

/**
 * A digit so much wider than others has another one beside it; with a comma that was not seen it is hardly more than half of that, and
 * where the comma was seen, or beside a 1, that much is a narrow digit.
 */
const roomForTwo = 1.8
const roomForNarrow = 1.5
/** A digit so narrow, but for 1, shares with its neighbours the ink of digits that touch. */
const narrow = 0.75

/** What the digits of its group lack of their width: where digits touch, the ink is not parted where they are. */
function missingBeside({ characters, rooms }: SeenNumber, i: number): number {
  let missing = 0
  for (const step of [-1, 1])
    for (let j = i + step; isDigit(characters[j] ?? ''); j += step)
      if (characters[j] !== '1' && (rooms?.[j] ?? 1) < narrow) missing += 1 - (rooms?.[j] ?? 1)
  return missing
}
const hasRoom = (seen: SeenNumber, i: number): boolean =>
  (seen.rooms?.[i] ?? 1) - missingBeside(seen, i) >=
  (isSeparator(seen.characters[i + 1] ?? '') || seen.characters[i] === '1' ? roomForNarrow : roomForTwo)

/** Whether the ink of a number has room for digits that were not read. */
export const isTorn = (seen: SeenNumber): boolean =>
  seen.characters.length > 0 && [...seen.characters].some((_, i) => hasRoom(seen, i))

/** What another engine read of a number that has room for one more digit, where it has it just there. */
function filled(seen: SeenNumber): string | undefined {
  const wide = [...seen.characters].flatMap((_, i) => (hasRoom(seen, i) ? [i] : []))
  const [at] = wide
  if (at === undefined || wide.length > 1) return undefined
  const digitsOf = (text: string): string => text.replace(/[^0-9]/gu, '')
  const before = digitsOf(seen.characters.slice(0, at)).length
  const own = digitsOf(seen.characters)
  return seen.others.find((other) => {
    const read = digitsOf(other)
    return (
      read.length === own.length + 1 &&
      [before, before + 1].some((place) => read.slice(0, place) + read.slice(place + 1) === own) &&
      numberOf(inForm(other, seen.isMoney)) !== undefined
    )
  })
}

/** Whether a number was read so surely that it has lost nothing that the engine saw. */
const isWhole = ({ characters, confidences, rooms }: SeenNumber): boolean =>
  confidences.every((confidence) => confidence >= sureDigit) &&
  [...characters].every((c, i) => !isDigit(c) || (rooms?.[i] ?? 2) < roomForNarrow)

/** Whether a number has groups of three digits, so that none of these lost one; numbers without groups do not show it. */
function isInOrder(characters: string): boolean {
  const groups = characters.split(/[,.，．、]/u)
  return (
    groups.length > 1 && groups.every((group, i) => (i === 0 ? /^[△▲-]?[^0]?.{0,2}$/u.test(group) : group.length === 3))
  )
}

const isLoneDigit = (value: number): boolean => Number.isInteger(value) && value > 0 && value < 10

/**
 * How far-fetched it is that `seen` shows `value`: 0 where it says so, around 1 for one common misreading of an unsure character,
 * infinite where nothing is alike. A weighted edit distance.
 */
export function implausibility(seen: SeenNumber, value: number): number {
  if (seen.lostWidth !== undefined)
    return takesRoom(written(value), seen.lostWidth) ? cost.lost : Number.POSITIVE_INFINITY
  if (seen.lead !== undefined) return implausibilityWithLead(seen, seen.lead, value)
  if (noAmount.test(seen.characters)) return value === 0 ? 0 : cost.dash
  if (seen.isUnseen)
    return value === 0 ? cost.unseenNought : isLoneDigit(value) ? cost.unseenDigit : Number.POSITIVE_INFINITY
  const meant = written(value)
  const { characters, confidences } = seen
  if (characters.length > longest || meant.length > longest) return Number.POSITIVE_INFINITY
  const width = meant.length + 1
  let above = new Float64Array(width)
  const inOrder = isInOrder(characters)
  const whole = isWhole(seen) ? cost.droppedFromSure : 0
  const firstGroup = meant.search(/,|$/u)
  const insertion = (i: number, j: number): number => {
    const c = meant[j - 1] as string
    if (isSeparator(c)) return cost.lostSeparator
    if (hasRoom(seen, i - 1) || hasRoom(seen, i)) return cost.droppedInRoom
    // A digit is lost in a run of its like: some of them must have been seen.
    const isTwin = c === digitBeside(characters, i - 1, -1) || c === digitBeside(characters, i, 1)
    const lost = (isTwin ? (c === '0' ? cost.droppedNought : cost.droppedTwin) : cost.dropped) + whole
    if (!inOrder) return lost
    return lost + (j > firstGroup ? cost.droppedFromOrder : cost.droppedFirst)
  }
  for (let j = 1; j < width; j++) above[j] = (above[j - 1] as number) + insertion(0, j)
  for (let i = 1; i <= characters.length; i++) {
    const c = characters[i - 1] as string
    const confidence = confidences[i - 1] ?? 1
    const deletion = deletionOf(c, i === 1, characters[i - 2], confidence)
    const row = new Float64Array(width)
    row[0] = (above[0] as number) + deletion
    for (let j = 1; j < width; j++)
      row[j] = Math.min(
        (above[j - 1] as number) + substitution(c, meant[j - 1] as string, confidence),
        (above[j] as number) + deletion,
        (row[j - 1] as number) + insertion(i, j),
      )
    above = row
  }
  const distance = above[width - 1] as number
  return seen.others.some((other) => numberOf(inForm(other, seen.isMoney)) === value)
    ? Math.min(distance, cost.otherEngine)
    : distance
}

/** What the triangle of a minus is read as, as one character or several. */
export const minusLike = /^[AaＡムんЛΛ∧∠^〈<人入へヘハ会合▽▼]{1,3}$/u

/** As above, of a number with a character before it: a minus, a digit, or dirt. */
function implausibilityWithLead({ lead: _, ...bare }: SeenNumber, lead: string, value: number): number {
  const isMinus = minusLike.test(lead)
  const ways = [implausibility(bare, value) + (isMinus ? cost.leadUnlikeDirt : cost.leadAsDirt)]
  if (value < 0 && !/^[-△▲]/u.test(bare.characters))
    ways.push(implausibility({ ...bare, others: [] }, -value) + (isMinus ? cost.leadAsMinus : cost.leadUnlikeMinus))
  if (/^[0-9]{3}(?:,|$)/u.test(bare.characters) && written(Math.abs(value)).slice(1) === `,${bare.characters}`)
    ways.push(bare.characters.startsWith('0') ? cost.leadAsGroupOfNoughts : cost.leadAsGroup)
  const digit = digitLike(lead)
  if (digit !== undefined)
    ways.push(
      implausibility(
        { ...bare, characters: digit + bare.characters, confidences: [0, ...bare.confidences], rooms: [] },
        value,
      ) + (isMinus ? cost.leadMinusAsDigit : cost.leadAsDirt),
    )
  return Math.min(...ways)
}

const wellFormed = /^(?<sign>[△▲-])?(?<digits>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,13})(?<rest>\.[0-9]{1,4})?$/u
/** Groups of three digits, the first of which may be shorter. */
const grouped = /^[△▲-]?[0-9]{1,3}(?:,[0-9]{3})+$/u

/** Groups of three digits with points for commas. */
const pointed = /^[△▲-]?[0-9]{1,3}(?:\.[0-9]{3})+$/u

/** Groups of three digits, the first of which ran into the next: its comma was not seen. */
const lostComma = /^[0-9]{4,9}(?:,[0-9]{3})+$/u

/** The number that well-formed characters give; undefined where they are none. A dash is nothing, which sums count as 0. */
export function numberOf(characters: string): number | undefined {
  if (noAmount.test(characters)) return 0
  const { sign, digits, rest = '' } = wellFormed.exec(characters)?.groups ?? {}
  if (digits === undefined) return undefined
  const value = Number(digits.replaceAll(',', '') + rest)
  return sign === undefined ? value : -value
}

/**
 * A number as it must have been printed, whatever its digits are: letters that only a digit can be, and what stands between groups of
 * three digits as commas. `isMoney` says that it has no decimals. The characters themselves where they are in order, or past repair.
 */
export function inForm(characters: string, isMoney: boolean): string {
  const digits = [...characters].map((c) => digitLike(c) ?? c).join('')
  const commas = [...digits]
    .map((c) => (isSeparator(c) ? ',' : c))
    .join('')
    .replace(/,,/gu, ',')
  if (commas !== digits && grouped.test(commas) && (isMoney || commas.split(',').length > 2 || digits.includes(',')))
    return commas
  if (isMoney && lostComma.test(commas)) return written(Number(commas.replaceAll(',', '')))
  return numberOf(digits) === undefined && grouped.test(commas) ? commas : digits
}

/** A number as it must have been printed; undefined where digits are missing and nobody read them. */
export function formOf(seen: SeenNumber): string | undefined {
  if (!isTorn(seen)) return inForm(seen.characters, seen.isMoney)
  const whole = filled(seen)
  return whole === undefined ? undefined : inForm(whole, seen.isMoney)
}

/** The value of a number as it was recognised; undefined where its groups of digits show that some are missing. */
export function valueOfSeen(seen: SeenNumber): number | undefined {
  if (seen.isUnseen || seen.isLetters || seen.lead !== undefined || seen.lostWidth !== undefined) return undefined
  const characters = formOf(seen)
  if (characters === undefined) return undefined
  if (seen.isGrouped && /[,.]/u.test(characters) && !isInOrder(characters)) return undefined
  return numberOf(characters)
}

/** Characters less sure than this are tried as others where two numbers of a sum may be wrong. */
const unsure = 0.9
/** Most readings that are tried of one number. */
const mostReadings = 24

/** Other readings of a number that are likely by themselves, with how far-fetched they are: another engine's, one unsure digit, a lost one. */
export function likelyReadings(seen: SeenNumber): [value: number, cost: number][] {
  if (seen.lostWidth !== undefined) return []
  const found = new Map<number, number>()
  const as = inForm(seen.characters, seen.isMoney)
  const raw = valueOfSeen(seen)
  const add = (characters: string): void => {
    const value = numberOf(inForm(characters, seen.isMoney))
    if (value !== undefined && value !== raw && !found.has(value)) found.set(value, implausibility(seen, value))
  }
  if (seen.isUnseen) add('0')
  if (seen.lead !== undefined) for (const lead of ['', '△', digitLike(seen.lead) ?? '']) add(lead + as)
  for (const other of seen.others) add(other)
  if (isSignForDigit(as[0] ?? '')) add(as.slice(1))
  // A comma that was read as a point: sums have no decimals of three digits.
  if (pointed.test(as)) add(as.replaceAll('.', ','))
  if (raw === undefined && seen.isGrouped && /^[0-9,.]+$/u.test(as)) for (const whole of mended(as)) add(whole)
  if (as.length === seen.characters.length)
    for (let i = 0; i < as.length; i++) {
      if ((seen.confidences[i] ?? 1) >= unsure) continue
      for (let digit = 0; digit <= 9; digit++)
        if (areAlike(as[i] as string, String(digit))) add(as.slice(0, i) + digit + as.slice(i + 1))
    }
  return [...found].sort((a, b) => a[1] - b[1]).slice(0, mostReadings)
}
