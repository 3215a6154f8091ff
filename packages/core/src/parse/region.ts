import { municipalities } from '../municipality/municipality-table.ts'
import type { Party, Region } from '../schema/agreement.ts'
import { fold } from '../text/fold.ts'
import { slice, type Text } from '../text/text.ts'
import { type Context, locate } from './context.ts'
import { definitionsIn, statedDefinition } from './definition.ts'
import { namesBefore } from './party/party.ts'

/** How a region is called: 圏域, ○○圏域, ○○連携中枢都市圏. */
const regionTerm = /(?:圏域|都市圏|自立圏|圏|広域圏)$/u
/** Terms for what surrounds or plans the region. */
const otherTerm = /構想|ビジョン|ネットワーク|懇談会|要綱/u
/** Names that any region bears. */
const generic =
  /^(?:当該|本|この|同|その)?(?:連携中枢|中枢|定住自立|地方中枢拠点|広域)?(?:連携)?(?:都市)?(?:自立)?(?:圏域|圏|区域)$/u
/** What no name holds: it was run together with what stands before it. */
const otherWords = /協[定約]|規約|年|[0-9]|第[一二三四五六七八九十]{1,3}[条項号]/u
/** What a name follows: 連携中枢都市圏である○○連携都市圏域. */
const beforeName =
  /^.*(?:である|とおり|に?よ[りる]|から(?:なる|成る)|とする|される|する|した|における|ための|たる|[しっいえれめ]て|基づく|基づき、?|る(?=[一-鿿]{2})|[はがをにで、,。」)]|及び|[甲乙丙丁戊己庚辛壬癸]と)/u
const composed =
  /(?:の区域)?(?:で|により|によって|から|をもって)(?:構成|形成|組織)(?:され|する|し)|(?:の区域)?から(?:なる|成る)|を構成市町(?:村)?とする|の区域をいう|を構成員とする|(?:の(?:行政)?区域)?を合わせた(?:もの|区域)/gu
/** Lists of members are never longer. */
const longestList = 1200

const hiragana = /[ぁ-ん]/u
const stemOf = (name: string): string => fold(name).replace(/[市町村区都道府県]$/u, '')

/** Kana before a name that are words of the sentence. */
const sentenceKana =
  /^(?:[はがをにでのる]|である|とおり|から|からなる|とする|される|する|した|における|ための|たる|として)?$/u

/** Municipalities whose names hold what could be a particle: つがる, 東かがわ. */
let kanaStems: readonly string[] | undefined

/** Where the municipality's name begins that a place in a text lies inside: 東かがわ holds what could be a particle. */
function wholeName(window: string, at: number, parties: readonly Party[]): number {
  const before = /[ぁ-ん]*$/u.exec(window.slice(0, at))?.[0] ?? ''
  if (sentenceKana.test(before) && !hiragana.test(window[at] ?? '')) return at
  kanaStems ??= [...municipalities().keys()].filter((name) => hiragana.test(name)).map(stemOf)
  for (const stem of [...parties.map(({ name }) => stemOf(name)), ...kanaStems]) {
    const start = stem.length > 1 ? window.lastIndexOf(stem, at - 1) : -1
    if (start >= 0 && start < at && at <= start + stem.length) return start
  }
  return at
}

function nameBefore(
  folded: string,
  end: number,
  parties: readonly Party[],
): { start: number; end: number } | undefined {
  const from = Math.max(0, end - 40)
  const window = folded.slice(from, end)
  if (!regionTerm.test(window)) return undefined
  const skipped = wholeName(window, beforeName.exec(window)?.[0].length ?? 0, parties)
  const name = window.slice(skipped)
  return name === '' || generic.test(name) || otherWords.test(name) || name.length > 30
    ? undefined
    : { start: from + skipped, end }
}

/** Members that a text lists before で構成される; symbols of parties stand for their names. */
function membersIn(folded: string, text: Text, parties: readonly Party[]): string[] | undefined {
  for (const match of folded.matchAll(composed)) {
    const { start, end } = listBefore(folded, match.index)
    const resolved: string[] = []
    const listed = folded.slice(start, end)
    // Who they are is not said, as in 甲と連携協約を締結した町村の区域.
    if (describedMembers.test(listed.slice(-longestDescribed))) continue
    for (const piece of listed.split(/及び|並びに|[、,]/u)) {
      const bare = piece
        .slice(piece.lastIndexOf(' ') + 1)
        .replace(/(?:の区域|の行政区域|の長)$/u, '')
        .trim()
      const known = parties.filter((p) => p.symbol === bare).map((p) => p.name)
      if (known.length > 0) resolved.push(...known)
      else {
        const [name, ...more] = namesBefore(bare, 0, bare.length)
        if (name && more.length === 0)
          resolved.push(text.value.slice(...printed(folded, bare.slice(name.start, name.end), start)))
        else if (name)
          for (const n of [name, ...more])
            resolved.push(text.value.slice(...printed(folded, bare.slice(n.start, n.end), start)))
        else resolved.length = 0
      }
    }
    if (resolved.length > 1) return [...new Set(resolved)]
  }
  return undefined
}

const describedMembers = /(?:した|する|された|される|ている)(?:他の)?(?:市町村?|市村|町村|市|町|村)$/u
const longestDescribed = 20

/** Where the list stands that ends at `end`: in brackets （Ａ市、Ｂ町及びＣ町をいう。）からなる, else from the start of the sentence. */
function listBefore(folded: string, end: number): { start: number; end: number } {
  const open = folded[end - 1] === ')' ? folded.lastIndexOf('(', end) : -1
  if (open >= 0 && end - open < longestList) {
    const inner = folded.slice(open + 1, end - 1).replace(/(?:をいう)?。?$/u, '')
    return { start: open + 1, end: open + 1 + inner.length }
  }
  // 圏域（Ａ市及びＢ町の区域をいう。）: the list stands in brackets that are still open.
  const opened = folded.lastIndexOf('(', end - 1)
  const inside = opened > folded.lastIndexOf(')', end - 1) ? opened + 1 : 0
  return { start: Math.max(0, end - longestList, folded.lastIndexOf('。', end) + 1, inside), end }
}

function printed(folded: string, name: string, from: number): [number, number] {
  const at = folded.indexOf(name, from)
  return [at, at + name.length]
}

/** The region as one text says it: its symbol, name and members. */
function regionIn(context: Context, text: Text, parties: readonly Party[]): Region | undefined {
  const folded = fold(text.value)
  if (!folded.includes('圏') && !folded.includes('区域')) return undefined
  const definition = definitionsIn(folded).find((d) => regionTerm.test(d.term) && !otherTerm.test(d.term))
  const members = membersIn(folded, text, parties)
  if (!definition) {
    const stated = statedDefinition(text)
    const term = stated ? text.value.slice(...stated.term) : ''
    if (!stated || !regionTerm.test(term) || otherTerm.test(term)) return members ? { members } : undefined
    return {
      symbol: term,
      ...(generic.test(fold(term)) ? {} : { name: term }),
      ...(members ? { members } : {}),
      at: locate(context, slice(text, ...stated.term)),
    }
  }
  const name = nameBefore(folded, definition.start, parties)
  const own = generic.test(definition.term) ? undefined : definition.term
  const start = name?.start ?? definition.start
  return {
    symbol: definition.term,
    ...(name ? { name: text.value.slice(name.start, name.end) } : own === undefined ? {} : { name: own }),
    ...(members ? { members } : {}),
    at: locate(context, slice(text, start, definition.end)),
  }
}

/** A region that is named and not defined: 熊本連携中枢都市圏の圏域において. What is planned for it is not the region. */
const mentioned =
  /(?:連携中枢都市圏|定住自立圏|中枢都市圏|広域都市圏|連携都市圏域?)(?!域?(?:構想|ビジョン|共生|推進|形成方針|懇談|発展|ネットワーク|協議))/gu

function mentionedRegion(context: Context, texts: readonly Text[], parties: readonly Party[]): Region | undefined {
  for (const text of texts) {
    const folded = fold(text.value)
    for (const match of folded.matchAll(mentioned)) {
      const name = nameBefore(folded, match.index + match[0].length, parties)
      if (!name) continue
      const own = slice(text, name.start, name.end)
      return { name: own.value, at: locate(context, own) }
    }
  }
  return undefined
}

/** The region that an agreement is about, put together from the preamble and its provisions; the first word on each counts. */
export function regionOf(context: Context, texts: readonly Text[], parties: readonly Party[]): Region | undefined {
  let region: Region | undefined
  for (const text of texts) {
    const found = regionIn(context, text, parties)
    if (found?.symbol === undefined && region === undefined) {
      // A list of members counts only for a region that some provision defines.
      if (found?.members) region = found
    } else if (found) region = { ...found, ...region }
  }
  region ??= mentionedRegion(context, texts, parties)
  return region?.symbol === undefined && region?.name === undefined && region?.members === undefined
    ? undefined
    : region
}
