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

const entry =
  /([〇⭕◎●◉■★☆✓✔△▲×✕-]|(?<![A-Za-z])[A-Z](?![A-Za-z]))\s{0,3}(?:[:=…]+|は)\s{0,3}([^\s〇⭕◎●◉■★☆△▲×:=]{1,24})/gu
const absent = /検討|予定|未定|[不非未](?:参加|参画|連携|実施)|(?:参加|参画|連携|実施)しない|なし|対象外|調整/u

/** Reads ○：参加　△：検討中 out of folded text. */
export function readLegend(folded: string): [string, boolean][] {
  return [...folded.matchAll(entry)].map((m) => [m[1] as string, !absent.test(m[2] as string)])
}

/** Whether a line does nothing but say what marks mean. */
export const isLegend = (folded: string): boolean =>
  folded.length <= 120 && /^[(【]?(?:凡例[ :】]{0,3})?[〇⭕◎●△×]\s{0,3}[:=…]/u.test(folded)

/** Whether a mark means that the municipality takes part: as the legend says, else as is usual; letters and words do, but those that say that it does not, or not yet. */
export function participates(mark: string, legend: Legend): boolean {
  const key = bare(mark)
  return legend.get(key) ?? marks[key] ?? (key !== '' && !absent.test(key))
}
