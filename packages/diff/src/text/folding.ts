import { fold } from '@kyoyaku/core'
import { westernYears } from './calendar.ts'
import { digitsOf } from './kanji-number.ts'
import { usualKanji } from './variant.ts'

/** Which ways of writing one thing count as no difference. */
export interface Folding {
  /** Full-width and half-width forms, and characters that print alike. */
  width?: boolean
  /** White space. */
  space?: boolean
  /** 、 and ，, 。 and ．. */
  punctuation?: boolean
  /** Forms of one kanji: 髙 and 高. */
  variants?: boolean
  /** Years by eras and western ones: 令和５年 and 2023年. */
  calendar?: boolean
  /** Numbers of provisions and days in kanji: 第三条 and 第3条. */
  numerals?: boolean
}

/** What a reader of two versions takes for the same text. */
export const everyForm: Folding = {
  width: true,
  space: true,
  punctuation: true,
  variants: true,
  calendar: true,
  numerals: true,
}

const punctuationOf: Readonly<Record<string, string>> = { '，': '、', ',': '、', '．': '。', '､': '、', '｡': '。' }
/** A comma or point between digits parts a number. */
const inNumber = /(?<=[0-9０-９])[,，.．](?=[0-9０-９])/gu

function oneStyle(text: string): string {
  if (!/[，,．､｡]/u.test(text)) return text
  const kept = new Set([...text.matchAll(inNumber)].map((m) => m.index))
  return text.replace(/[，,．､｡]/gu, (c, at: number) => (kept.has(at) ? c : (punctuationOf[c] ?? c)))
}

/** A text in one form of its characters; an index into it is one into the text. */
export function formOf(folding: Folding, text: string): string {
  let out = folding.punctuation ? oneStyle(text) : text
  if (folding.width) out = fold(out)
  return folding.variants ? usualKanji(out) : out
}

/** The form in which texts are compared under a folding. */
export function foldedBy(folding: Folding, text: string): string {
  let out = formOf(folding, text)
  if (folding.space) out = out.replace(/\s/gu, '')
  return countedBy(folding, out)
}

/** A text or a word of one, its characters in one form already, with years and numbers in one form. */
export function countedBy(folding: Folding, text: string): string {
  const years = folding.calendar ? westernYears(text) : text
  return folding.numerals ? digitsOf(years) : years
}

/** Each way of writing by the name that a list of differences gives it. */
const reasons: readonly [string, Folding][] = [
  ['space', { space: true }],
  ['punctuation', { punctuation: true }],
  ['width', { width: true }],
  ['variant', { variants: true }],
  ['calendar', { width: true, calendar: true }],
  ['numeral', { width: true, numerals: true }],
]

/** Why two texts that a folding makes equal differ. */
export const foldingReason = (old: string, other: string): string =>
  reasons.find(([, folding]) => foldedBy(folding, old) === foldedBy(folding, other))?.[0] ?? 'notation'
