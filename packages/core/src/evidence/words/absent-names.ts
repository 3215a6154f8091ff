import type { Block } from '../../layout/block.ts'
import { findMunicipalities, isMunicipality, readMunicipalities } from '../../municipality/municipality-name.ts'
import { municipalities } from '../../municipality/municipality-table.ts'
import { correct, type Evidence } from '../corrections.ts'
import { type Passage, passagesOf } from './passages.ts'

/** Characters surer than this were printed so, unless other places have others for them. */
const unsure = 0.9
/** A name is found out by so many places where a name must stand; by more where all of them have the same character. */
const fewestPlaces = 2
const fewestAlike = 3
const longestName = 8

const word = '[\\u3005\\u3041-\\u3096\\u30a1-\\u30fc\\u3400-\\u9fff]'
/** What is said of municipalities without naming them, and parts of them. */
const noName =
  /^(?:[本同各両当全他都新旧前隣該近数甲乙丙丁何大小中]|関係|構成|連携|参加|周辺|中心|近隣|全|○+)[市町村]{1,3}$|[都道府県市町村郡].|地区|^[市町村]/u

/** Places where the name of a municipality must stand: before what it is called in the following, behind its prefecture, before its head, between names of a list, and alone. */
const frames: readonly RegExp[] = [
  new RegExp(`(?<![${word.slice(1, -1)}])(?<name>${word}{1,7}[市町村])(?=\\(以下「)`, 'gu'),
  new RegExp(`(?:[都道府県]|郡)(?<name>${word}{1,7}?[市町村])`, 'gu'),
  new RegExp(`(?<=^|\\n)(?<name>${word}{1,7}?[市町村])(?=長(?!期|寿|年)|\\n|$)`, 'gu'),
  new RegExp(`(?<=[、,・]|及び|並びに)(?<name>${word}{1,7}?[市町村])(?=[、,・。]|及び|並びに|の区域|\\(|$)`, 'gu'),
]

interface Place {
  passage: Passage
  start: number
  seen: string
}

/** A passage with its lines on their own. */
const inLines = ({ folded, starts }: Passage): string =>
  Array.from({ length: folded.length }, (_, i) => (starts.has(i) && i > 0 ? `\n${folded[i]}` : folded[i])).join('')

function placesIn(passage: Passage): Place[] {
  const lined = inLines(passage)
  /** Index in the passage of each index in its lines. */
  const origin: number[] = []
  for (let i = 0, k = 0; i < lined.length; i++) {
    origin.push(k)
    if (lined[i] === passage.folded[k]) k++
  }
  const found = new Map<number, Place>()
  for (const frame of frames)
    for (const match of lined.matchAll(frame)) {
      const seen = match.groups?.name ?? ''
      const start = origin[match.index + match[0].lastIndexOf(seen)] as number
      if (!noName.test(seen) && !isMunicipality(seen) && passage.folded.startsWith(seen, start))
        found.set(start, { passage, start, seen })
    }
  return [...found.values()]
}

/** Where two names of one length differ, if in one character before the last. */
function differingAt(seen: string, name: string): number | undefined {
  if (seen.length !== name.length || seen.at(-1) !== name.at(-1)) return undefined
  const apart = Array.from(name, (c, i) => (c === seen[i] ? -1 : i)).filter((i) => i >= 0)
  return apart.length === 1 ? apart[0] : undefined
}

/** Prefectures that a document names itself. */
const prefecture = /(?:北海|[\u4e00-\u9fff]{2,3}?)[道都府県]/gu

/** The names of the prefecture of a document that it does not name: the one that more than half of its names lie in, and that it names. */
function namesAround(passages: readonly Passage[]): string[] {
  const mentioned = passages.flatMap(({ folded }) => readMunicipalities(folded).map(({ name }) => name))
  const shares = new Map<string, number>()
  const count = (prefectures: Iterable<string>): void => {
    for (const one of prefectures) shares.set(one, (shares.get(one) ?? 0) + 1)
  }
  for (const name of mentioned) count(new Set(findMunicipalities(name).map((m) => m.prefecture)))
  const all = [...municipalities()]
  const known = new Set(all.flatMap(([, same]) => same.map((m) => m.prefecture)))
  const printed = passages.flatMap(({ folded }) => (folded.match(prefecture) ?? []).filter((one) => known.has(one)))
  count(printed)
  const [top] = [...shares].sort((a, b) => b[1] - a[1])
  if (!top || top[1] * 2 <= mentioned.length + printed.length) return []
  const own = new Set(mentioned)
  return all.flatMap(([name, same]) =>
    same.some((m) => m.prefecture === top[0]) && name.length <= longestName && !own.has(name) ? [name] : [],
  )
}

/** What was read for the one character of a name, and at how many places. */
interface Absent {
  name: string
  at: number
  misread: Set<string>
}

/** The names that must stand where others that no municipality bears were read: one of the prefecture is as near, and the character is unsure or differs from place to place. */
function absentNames(evidence: Evidence, places: readonly Place[], near: readonly string[]): Absent[] {
  const fitting = places.flatMap((place) => {
    const own = near.filter((name) => differingAt(place.seen, name) !== undefined)
    const [name] = own
    return name !== undefined && own.length === 1
      ? [{ ...place, name, at: differingAt(place.seen, name) as number }]
      : []
  })
  const byName = Map.groupBy(fitting, ({ name, at }) => `${at}${name}`)
  return [...byName.values()].flatMap((own): Absent[] => {
    const [{ name, at }] = own as [(typeof own)[number]]
    const misread = new Set(own.map(({ seen }) => seen[at] as string))
    const doubted = own.filter(({ passage, start }) => {
      const offset = passage.text.offsets[start + at] as number
      return offset >= 0 && evidence.recognition.confidenceAt(offset) < unsure
    })
    const isFound =
      misread.size > 1
        ? own.length >= fewestPlaces && doubted.length > 0
        : own.length >= fewestAlike && doubted.length === own.length
    return isFound ? [{ name, at, misread }] : []
  })
}

/** What a region is called goes on with, behind the name of its city without 市. */
const regional = /^[^。、]{0,8}(?:圏|広域|地域|ビジョン)/u
const kanji = /^[\u3400-\u9fff]$/u

/** Corrects a name, and the same without its last character in the name of a region, wherever the character was read as at those places or is unsure. */
function correctAll(evidence: Evidence, passages: readonly Passage[], { name, at, misread }: Absent): void {
  const stem = name.slice(0, -1)
  for (const { text, folded, starts } of passages)
    for (let start = 0; start + stem.length <= folded.length; start++) {
      const seen = folded.slice(start, start + stem.length)
      if (seen === stem || !Array.from(seen).every((c, i) => i === at || c === stem[i])) continue
      const rest = folded.slice(start + stem.length)
      const isName = rest.startsWith(name.at(-1) as string)
      if (!isName && (stem.length < fewestPlaces || !regional.test(rest))) continue
      if (isName && isMunicipality(seen + rest[0])) continue
      if (
        !starts.has(start) &&
        kanji.test(folded[start - 1] ?? '') &&
        !/^[都道府県郡]$/u.test(folded[start - 1] as string)
      )
        continue
      const offset = text.offsets[start + at] as number
      const isMisread =
        misread.has(seen[at] as string) || (offset >= 0 && evidence.recognition.confidenceAt(offset) < unsure)
      if (isMisread) correct(evidence, text, start + at, start + at + 1, stem[at] as string, 'name')
    }
}

/**
 * Corrects names of municipalities that an engine never reads right, so that the document has them nowhere: where a name must stand
 * and none does, at several places, one character away from one single name of the prefecture that the other names lie in.
 */
export function correctAbsentNames(evidence: Evidence, blocks: readonly Block[]): void {
  const passages = passagesOf(blocks)
  const places = passages.flatMap(placesIn)
  if (places.length < fewestPlaces) return
  const near = namesAround(passages)
  for (const absent of absentNames(evidence, places, near)) correctAll(evidence, passages, absent)
}
