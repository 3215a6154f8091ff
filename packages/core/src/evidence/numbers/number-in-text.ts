import { fold } from '../../text/fold.ts'
import type { Text } from '../../text/text.ts'
import type { Recognition } from '../recognition.ts'
import { digitLike, isDigit, isSeparator, isSignForDigit } from './digit-shapes.ts'
import { minusLike, numberOf, type SeenNumber } from './plausibility.ts'

/** A number at the end of a text, with what it is a number of. */
export interface NumberInText {
  text: Text
  /** Its characters, as indices into the text, with what dirt was read before them. */
  start: number
  end: number
  seen: SeenNumber
  /** Printed after it: 千円. */
  unit: string
  /** Printed before it, without spaces. */
  before: string
}

/** What is printed after numbers, longest first where one ends another. */
const units =
  /(?:百万円|十万円|千万円|億円|万円|千円|円|百万|千人|万人|人日|人回|人|千|万|件|回|箇所|か所|カ所|施設|団体|世帯|名|日間|日|台|校|社|店|本|基|式|冊|棟|戸|区画|ha|km|㎡|㎥|m[23²³]?|t|%|ポイント|点|位|種類|種|以上|以下|程度|\/年)*$/u
const longestText = 60
/** What is left of one digit before a unit: circles are noughts, or nobody's sums. */
const unseen = /^(?:[()[\]{}<>|]{1,2}|[○〇◯OoQD]|)$/u

/** Words of one character that stand before sums. */
const leadWords = /^[約計各他第同年月度約概○◎●・]$/u
/** What a minus is read as, and digits too. */
const minusOrDigit = /^[Aム]{1,3}(?=[0-9]|[Iil|!OoQDSsBZzbgq]{2,4}$)/u

/** What specks before a number are read as. */
const dirt = /^["'“”‘’`´*・.,、。:;~^_|！!°゜′]{0,3}$/u

/** Letters that a number of a few digits may be read as, behind what a minus is: 11, △111. */
const onlyLetters = /^[Aム]?[Iil|!OoQDSsBZzbgq]{2,4}$/u

const sign = /^[△▲-]$/u
const isNumberish = (c: string): boolean =>
  isDigit(c) || isSeparator(c) || isSignForDigit(c) || digitLike(c) !== undefined

/** At least this share of the characters of a number, its separators aside, are digits. */
const digitShare = 0.5

/** A character amid groups of digits where a comma stands; what counts or measures before digits does: 3万500, 2人300. */
const groupsOfDigits = /^[△▲-]?[0-9]{1,3}(?:[,.][0-9]{3})*([^0-9\s,.])[0-9]{3}(?:[,.][0-9]{3})*(?![0-9])/u
const countsBefore = /[\p{Nd}○●・年月日度号条項第の~-]/u
/** What is surer than this was printed so. */
const unsure = 0.9

/** A text as folded, with a comma where one was read as another character: 7所000. */
function foldedNumber(recognition: Recognition, text: Text): string {
  const folded = fold(text.value)
  const stray = groupsOfDigits.exec(folded)?.[1]
  if (stray === undefined || units.exec(stray)?.[0] !== '' || isNumberish(stray) || countsBefore.test(stray))
    return folded
  const at = folded.indexOf(stray)
  const offset = text.offsets[at] as number
  // No kana stands between figures.
  const isDoubted =
    /[\u3041-\u30ff]/u.test(stray) ||
    recognition.confidenceAt(offset) < unsure ||
    recognition.othersIn(offset, offset + 1).some((o) => /^[,.]?$/u.test(o.text))
  return isDoubted ? `${folded.slice(0, at)},${folded.slice(at + 1)}` : folded
}

/** Whether two kanji before a number are what one sign was read as: neither is a word's, and both are in doubt. */
const isTorn = (recognition: Recognition, text: Text, before: string): boolean =>
  /^[\u3400-\u9fff]{2}$/u.test(before) &&
  ![...before].some((c) => leadWords.test(c)) &&
  [0, 1].every((i) => recognition.confidenceAt(text.offsets[i] as number) < unsure)

function seenNumber(recognition: Recognition, text: Text, indices: readonly number[], isMoney: boolean): SeenNumber {
  const folded = foldedNumber(recognition, text)
  const offsets = indices.map((i) => text.offsets[i] as number)
  const known = offsets.filter((o) => o >= 0)
  const [from, to] = [known[0] ?? -1, (known.at(-1) ?? -2) + 1]
  const others = recognition.othersIn(from, to).map((other) => {
    // Only the part of the number that the other engine saw is replaced.
    const kept = (test: (o: number) => boolean): string =>
      indices
        .filter((_, k) => (offsets[k] as number) >= 0 && test(offsets[k] as number))
        .map((i) => folded[i])
        .join('')
    const read = fold(other.text).replace(/\s/gu, '')
    return (kept((o) => o < other.span[0]) + read + kept((o) => o >= other.span[1]))
      .replace(/[^0-9,.△▲-]+$/u, '')
      .replace(/^.(?=[△▲])/u, '')
  })
  return {
    characters: indices.map((i) => folded[i]).join(''),
    confidences: offsets.map((o) => recognition.confidenceAt(o)),
    others,
    isMoney,
    rooms: offsets.map((o) => recognition.roomAt(o)),
  }
}

/**
 * The number that a text ends in, its unit aside, letters that digits are taken for included; also a dash that stands for none.
 * Undefined where it ends in something else.
 */
export function numberIn(recognition: Recognition, text: Text): NumberInText | undefined {
  const folded = foldedNumber(recognition, text)
  if (folded.length > longestText) return undefined
  const indices = [...folded].flatMap((c, i) => (/\s/u.test(c) ? [] : [i]))
  if (indices.length !== folded.replace(/\s/gu, '').length) return undefined
  const bare = indices.map((i) => folded[i]).join('')
  const unit = units.exec(bare)?.[0] ?? ''
  const last = bare.length - unit.length
  let end = last
  while (end > 0 && isSeparator(bare[end - 1] as string)) end--
  let start = end
  while (start > 0 && isNumberish(bare[start - 1] as string)) start--
  const isWhole = start === 0 || (start === 1 && sign.test(bare[0] as string))
  while (start < end && !isDigit(bare[start] as string) && (!isWhole || isSeparator(bare[start] as string))) start++
  // A comma before three digits is what is left of a longer number.
  if (start > 0 && /^[,.、，．][0-9]{3}(?![0-9])/u.test(bare.slice(start - 1, start + 4))) start--
  if (start > 0 && sign.test(bare[start - 1] as string)) start--
  if (start === end && unit === '' && numberOf(bare) === 0) start = 0
  const characters = bare.slice(start, end)
  if (unit.endsWith('円') && unseen.test(bare.slice(0, last)))
    return {
      text,
      start: indices[0] as number,
      // Where nothing is left of it, the digit is put before the unit.
      end: (indices[Math.max(last - 1, 0)] as number) + 1,
      seen: { ...seenNumber(recognition, text, indices.slice(0, last), true), isUnseen: true },
      unit,
      before: '',
    }
  if (characters === '') return undefined
  const solid = [...characters].filter((c) => !isSeparator(c) && !sign.test(c))
  const isLetters = onlyLetters.test(bare)
  if (!isLetters && solid.filter(isDigit).length < solid.length * digitShare) return undefined
  if (start === 0) start = minusOrDigit.exec(bare)?.[0].length ?? 0
  const own = indices.slice(start, end)
  const before = bare.slice(0, start)
  const isDirt = dirt.test(before)
  const isLead =
    (before.length === 1 && !isDirt && !leadWords.test(before)) ||
    minusLike.test(before) ||
    isTorn(recognition, text, before)
  return {
    text,
    start: indices[isDirt || isLead ? 0 : start] as number,
    end: (indices[last - 1] as number) + 1,
    seen: {
      ...seenNumber(recognition, text, own, unit.endsWith('円')),
      ...(isLead ? { lead: before } : {}),
      ...(isLetters ? { isLetters } : {}),
    },
    unit,
    before: isDirt ? '' : before,
  }
}
