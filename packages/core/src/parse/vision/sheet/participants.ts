import type { NameBook } from '../../../check/municipality-name.ts'
import { readMunicipalities } from '../../../municipality/municipality-name.ts'
import { clean } from '../../../text/clean.ts'
import { fold } from '../../../text/fold.ts'
import { concat, slice, type Text, trim } from '../../../text/text.ts'
import { isMark, type Legend, participates } from '../grid/mark.ts'
import { isStrangeName } from '../grid/strange-name.ts'
import { bareOf } from '../row.ts'
import { isEveryone, isPartyGroup } from './sheet-label.ts'
import { bySymbols, type Symbols } from './symbol.ts'

export interface Participants {
  names: string[]
  all: boolean
  /** Remarks that name municipalities of which nothing says whether they take part: （志布志市は負担金のみ）. */
  unread?: Text[]
  /** Names like those of municipalities that none bears. */
  strange?: Text[]
}

const separator = /[、,，､・･/／;；\s]|及び|並びに|または|又は|[()（）]|(?<=[市町村区][〇○◯⭕◎●△▲×✕－])/gu

interface Piece {
  text: Text
  /** Whether it stands in brackets, as a remark does: Ａ市（Ｂ区）. */
  inside: boolean
}

/** ほか, 等, ほか２町 after a name. */
const andOthers = /(?:ほか|他|など|等)(?: ?[0-9]{1,3} ?(?:市町村?|市|町村?|村))?$/u

/** の３市２町, 3市1町1村: how many were named. */
const counted = /(?:の|計)? ?(?:[0-9０-９]{1,3}[市町村]){1,3}$/u

/** The pieces between separators, in order. */
function pieces(text: Text): Piece[] {
  const found: Piece[] = []
  let start = 0
  let depth = 0
  const push = (end: number): void => {
    const piece = trim(slice(text, start, end))
    const bare = piece.value.replace(andOthers, '').replace(counted, '')
    found.push({ text: slice(piece, 0, bare.length), inside: depth > 0 })
  }
  for (const match of text.value.matchAll(separator)) {
    push(match.index)
    if (/[(（]/u.test(match[0])) depth++
    if (/[)）]/u.test(match[0])) depth = Math.max(0, depth - 1)
    start = match.index + match[0].length
  }
  push(text.value.length)
  return found.filter((p) => p.text.value !== '')
}

/** Ｂ町は令和４年度から: one that takes part, if later than the others. */
const joinsLater = /は.{0,12}(?:から|より)/u

const markBehind = /(?<=[市町村区])[^\p{L}\p{N}]$/u

/** ◎備前市, 赤磐市－: a name, and the mark before or behind it that says whether it takes part. */
function withoutMark(text: Text): { name: Text; mark?: string } {
  const { value } = text
  if (value.length <= 2) return { name: text }
  const [first, last] = [value[0] as string, markBehind.exec(value)?.[0] ?? '']
  if (isMark(first)) return { name: trim(slice(text, 1)), mark: first }
  return isMark(last) ? { name: trim(slice(text, 0, value.length - last.length)), mark: last } : { name: text }
}
const takesPart = (mark: string | undefined, legend: Legend): boolean =>
  mark === undefined || participates(mark, legend)

/** A name that a line end or a space has cut in two (吉備中 央町) is no name by itself but is one with the next piece. */
function names(
  text: Text,
  book: NameBook,
  legend: Legend,
  unread: Text[],
): { name: string; known: boolean; part?: Text }[] {
  const parts = pieces(text)
  const areFirst = isMark(parts[0]?.text.value ?? '')
  // - 備前市 - 赤磐市: nobody lists none but those who take no part.
  const marks = parts.flatMap(({ text: t }) => (isMark(t.value) ? t.value : (withoutMark(t).mark ?? [])))
  const named = parts.filter((p) => !isMark(p.text.value)).length
  const areBullets = marks.length === named && marks.every((m) => !participates(m, legend))
  const found: { name: string; known: boolean; part?: Text }[] = []
  for (let i = 0; i < parts.length; i++) {
    const { text: printed, inside: isRemark } = parts[i] as Piece
    const { name: part, mark } = withoutMark(printed)
    const aside = parts[i + (areFirst ? -1 : 1)]?.text.value ?? ''
    if (isMark(printed.value)) continue
    if (!areBullets && !takesPart(mark ?? (isMark(aside) ? aside : undefined), legend)) continue
    const next = parts[i + 1]?.text
    const whole = next && !/[市町村区]$/u.test(part.value) ? book.resolve(concat([part, next])) : undefined
    if (whole !== undefined) i++
    const name = whole ?? book.resolve(part)
    const inside = name === undefined ? readMunicipalities(bareOf(part)) : []
    if (name !== undefined) found.push({ name, known: true })
    else if (inside.length > 1 || (inside.length === 1 && joinsLater.test(part.value)))
      found.push(...inside.map((r) => ({ name: r.name, known: true })))
    else if (!isRemark) found.push({ name: clean(part).value, known: false, part })
    else if (inside.length > 0 && !ofMunicipality.test(bareOf(part))) unread.push(part)
  }
  return found
}

/** 岡山市産業課: a part of one that is named. */
const ofMunicipality = /[課局部室所館署]$/u

/** Longest name of a body that is no municipality, and what no such name holds. */
const longestBody = 20
const noName = /^[^\p{L}]+$|^他|^全|等$|^[0-9]+(?:市|町|村)|^[0-9]+$|[をがはにで。]|する|希望|市町村|市町$|町村$/u

/** What names of bodies that are no municipalities end with. */
const body =
  /(?:[市町村区県府都道]|組合|連合|会|大学|学校|機構|公社|センター|法人|団体|機関|企業|事業者|銀行|病院|株式会社|協同|振興局|管理者|委員会|本部|局|署|住民|国)$/u

/** Longest text that is searched for 全市町（…を除く）. */
const longestException = 120

const except = /^(.*?)[(（]?([^()（）]*)(?:を除く|以外|は除く)/u
/** Ａ市を除く全市町 */
const exceptBefore = /^[(（]?([^()（）]+?)(?:を除く|を除いた|以外の?)[)）]?(.{2,16})$/u

/** All but those of `but`; nobody where it names somebody who is not known, as 中心市. */
function allBut(everyone: string, but: string, members: readonly string[]): Participants {
  const parts = but.replace(counted, '').split(/[、,・]|及び|並びに/u)
  const out = parts.map((p) => readMunicipalities(p).map((r) => r.name))
  if (out.some((names) => names.length === 0)) return { names: [], all: false }
  return { names: allOf(everyone, members).names.filter((m) => !out.flat().includes(m)), all: false }
}

/** ３市２町, 5市町村: how many take part. */
const countOnly = /^(?:計|全|圏域内?の?)?((?:[0-9]{1,3}(?:市町村?|市村|町村|[市町村])){1,3})$/u
const part = /([0-9]{1,3})([市町村]{1,3})/gu

/** Whether a text gives as many of each kind as the region has members: then it means all of them. */
function countsAll(bare: string, members: readonly string[]): boolean {
  const counted = countOnly.exec(bare)?.[1]
  if (counted === undefined || members.length === 0) return false
  const parts = [...counted.matchAll(part)]
  const own = (kinds: string): number => members.filter((m) => kinds.includes(m.slice(-1))).length
  const said = parts.reduce((sum, p) => sum + Number(p[1]), 0)
  return said === members.length && parts.every((p) => Number(p[1]) === own(p[2] as string))
}

/** 全町, 全町村: all of some kinds. */
const ofKinds = /(?:全|全て?の|すべての)(市|町|村|町村|市村)$/u

function allOf(bare: string, members: readonly string[]): Participants {
  const kinds = ofKinds.exec(bare)?.[1]
  const names = kinds === undefined ? [...members] : members.filter((m) => kinds.includes(m.slice(-1)))
  return { names, all: names.length === members.length }
}

/** Ａ市ほか全市町: all of them, one named first. */
const andEveryone = /^(.{2,12}?)(?:ほか|他|をはじめ|及び)(?:とする)?、?((?:圏域|全|すべて|構成).{1,12})$/u

/** Who takes part: names parted by commas, 全市町 as all members, 全市町（A市を除く） as all but one. */
export function readParticipants(
  text: Text,
  members: readonly string[],
  book: NameBook,
  symbols: Symbols = new Map(),
  legend: Legend = new Map(),
): Participants {
  const bare = bareOf(text)
  const symbolized = bySymbols(bare, symbols)
  if (symbolized) return { names: symbolized, all: false }
  if (isEveryone(bare) || countsAll(bare, members)) return allOf(bare, members)
  const first = bare.length <= longestException ? andEveryone.exec(bare) : null
  if (first && isEveryone(first[2] as string)) {
    const named = readMunicipalities(first[1] as string).map((r) => r.name)
    const { names: others } = allOf(first[2] as string, members)
    const all = [...new Set([...named, ...others])]
    return { names: all, all: members.length === 0 || members.every((m) => all.includes(m)) }
  }
  const left = bare.length <= longestException ? except.exec(bare) : null
  const everyone = left?.[1]?.replace(/のうち$/u, '') ?? ''
  if (left && isEveryone(everyone)) return allBut(everyone, left[2] as string, members)
  const right = bare.length <= longestException ? exceptBefore.exec(bare) : null
  if (right && isEveryone(right[2] as string)) return allBut(right[2] as string, right[1] as string, members)
  const unread: Text[] = []
  const read = names(text, book, legend, unread)
  if (read.some((r) => isEveryone(r.name))) {
    const others = read.filter((r) => r.known && !members.includes(r.name)).map((r) => r.name)
    return { names: [...others, ...members], all: true, unread }
  }
  const isBody = ({ name }: { name: string }): boolean =>
    name.length > 1 && name.length <= longestBody && !isPartyGroup(name) && !noName.test(fold(name)) && body.test(name)
  const stemOf = ({ name }: { name: string }): string | undefined => members.find((m) => m.slice(0, -1) === name)
  const printed = read.flatMap((r): string[] => (r.known || isBody(r) ? [r.name] : [stemOf(r) ?? []].flat()))
  // 三朝町の一部, 三朝町|: what stands behind the name says something of it, or is dirt.
  const begun = read.filter((r) => !r.known && !isBody(r) && readMunicipalities(bareOf(r.part ?? text))[0]?.start === 0)
  const strange = read.filter((r) => !r.known && isBody(r) && isStrangeName(r.name))
  return {
    names: [...new Set(printed)],
    all: false,
    unread: [...unread, ...begun.flatMap((r) => r.part ?? [])],
    strange: strange.flatMap((r) => r.part ?? []),
  }
}
