import { readMunicipalities } from '../../municipality/municipality-name.ts'
import type { Party } from '../../schema/agreement.ts'
import { fold } from '../../text/fold.ts'
import { slice, type Text } from '../../text/text.ts'
import { type Context, locate } from '../context.ts'
import { definitionsIn } from '../definition.ts'
import { isBodyName } from './body-name.ts'
import { stemSymbol } from './party-symbol.ts'

/** Terms that name what is agreed on and no party. */
const noParty = /圏|区域|地域|法$|要綱|協約|協定|条例|事業|取組|ビジョン|会議|計画|施設|業務|事務/u
/** Terms that name who has a task done and who does it: 委託市, 受託団体. */
export const entrusting = /^(?:委託|受託)(?:市町村|市町|市村|町村|市|町|村|区|県|都|道|府|団体|者|組合)$/u
/** Terms that name all who agree, whatever stands before: 協定市町村, 圏域市町. Of a region's members they may be said too. */
const allParties = /(?:市町村|市町|市村|町村|市区町村|団体|者)$/u
const placeholder = /[〇●□◎△_*]/u
/** Where one name ends and the next begins. と parts names only after the end of one. */
const separator = /(?:及び|並びに|又は|[、,]|(?<=[市町村区県府都道合会甲乙丙丁戊己庚辛])と(?!は)[、,]?)/u
/** A list of names in a preamble is never longer. */
const longestList = 400

interface Span {
  start: number
  end: number
}

/** Words of a sentence: particles, and verbs before a name. */
const hiragana = /[ぁ-ん]/u
const ofSentence = /[をがにはでへ]|[ぁ-ん]$/u

/**
 * A name without what stands before it in its sentence: の執行を長崎市. No name has を in it, but other kana (つがる市): they part
 * words only before a municipality that is known.
 */
function withoutSentence(piece: string): string {
  const bare = piece.slice(piece.lastIndexOf('を') + 1)
  // The table of municipalities is built for what may be a sentence alone.
  const known = hiragana.test(bare) ? readMunicipalities(bare).at(-1) : undefined
  return known?.end === bare.length && ofSentence.test(bare.slice(0, known.start)) ? bare.slice(known.start) : bare
}

/** The head of a body, behind its name. */
const head =
  /(?<=[市町村区])長$|(?<=[都道府県])知事$|(?<=組合)(?:管理者|組合長|理事長|長)$|(?<=広域連合)(?:広域連合)?長$/u

/** Ａ市・Ｂ町: municipalities that a dot parts; in the name of a body it joins others. */
function together(name: string): Span[] | undefined {
  const parts = name.split('・')
  if (parts.length < 2 || !parts.every((part) => /.[市町村]$/u.test(part))) return undefined
  let end = -1
  return parts.map((part) => {
    const start = end + 1
    end = start + part.length
    return { start, end }
  })
}

/** The names of a list at the end of folded text [start, end), in order; broken off where something else stands. */
export function namesBefore(folded: string, start: number, end: number): Span[] {
  const names: Span[] = []
  const chunk = folded.slice(start, end)
  let from = 0
  for (const piece of chunk.split(separator)) {
    const at = chunk.indexOf(piece, from)
    from = at + piece.length
    // After a definition in brackets the list goes on with と.
    const said = withoutSentence((start > 0 && at === 0 ? piece.replace(/^と/u, '') : piece).trim())
    if (said === '') continue
    // Ａ市長 signs for Ａ市.
    const trimmed = head.test(said) ? said.replace(head, '') : said
    const several = together(trimmed)
    if (several) {
      const inner = piece.indexOf(trimmed)
      for (const part of several)
        names.push({ start: start + at + inner + part.start, end: start + at + inner + part.end })
    } else if (isBodyName(trimmed) && trimmed.length <= 30 && !/[をがにでは。](?!.{0,2}[市町村]$)/u.test(trimmed)) {
      const inner = piece.indexOf(trimmed)
      names.push({ start: start + at + inner, end: start + at + inner + trimmed.length })
    } else names.length = 0
  }
  return names
}

/** Longest name that is looked for inside a sentence. */
const longestName = 20

/** The name that a sentence ends with at `end`: 水質の検査を行う岡谷市. */
function lastName(folded: string, start: number, end: number): Span | undefined {
  const from = Math.max(start, end - longestName)
  const window = folded.slice(from, end)
  const known = readMunicipalities(window).at(-1)
  if (known?.end === window.length) return { start: from + known.start, end }
  const name = /[一-鿿々ァ-ヶー〇]+$/u.exec(window)?.[0] ?? ''
  // A list parts its names; whoever stands alone between them is one of those who agree: Ａ省Ｂ局（以下「丙」という。）.
  const alone = /(?:^|[、)]|及び|並びに|(?<=\))と)[^ぁ-ん、()]{2,20}$/u.test(window) && name.length > 3
  return name.length > 1 && (isBodyName(name) || alone) ? { start: end - name.length, end } : undefined
}

function partyOf(context: Context, text: Text, { start, end }: Span, symbol: string | undefined): Party {
  const name = slice(text, start, end)
  return {
    symbol: symbol ?? name.value,
    name: name.value,
    ...(placeholder.test(fold(name.value)) ? { placeholder: true as const } : {}),
    at: locate(context, name),
  }
}

/** Ａ市を甲、Ｂ市を乙とし. */
const assigned = /([^、,。()「」]{1,30}?)を「?([甲乙丙丁戊己庚辛壬癸])」?(?=とし|として|、|,|と|及び)/gu

function assignedParties(context: Context, text: Text, folded: string): Party[] {
  return [...folded.matchAll(assigned)].flatMap((m) => {
    const names = namesBefore(folded, m.index, m.index + (m[1] as string).length)
    return names.map((name) => partyOf(context, text, name, m[2]))
  })
}

/** Ａ市とＢ市は、… : parties without symbols are called by their names. */
function namedParties(context: Context, text: Text, folded: string): Party[] {
  const subject = /^.{1,400}?(?=と?は[、,])/u.exec(folded)?.[0]
  if (subject === undefined || /[「」。]/u.test(subject)) return []
  const names = namesBefore(folded, 0, subject.length)
  return names.length < 2 ? [] : names.map((name) => partyOf(context, text, name, undefined))
}

/** How many of a list are named by themselves before what one symbol stands for: Ａ市とＢ町及びＣ町（以下「両町」という。）. */
function namedApart(folded: string, names: readonly Span[]): number {
  const between = names.slice(1).map(({ start }, i) => folded.slice(names[i]?.end, start))
  const last = between.lastIndexOf('と')
  return between.slice(last + 1).some((word) => /及び|並びに/u.test(word)) ? last + 1 : 0
}

/**
 * The parties that a text names: with symbols in brackets (Ａ市（以下「甲」という。）), one symbol for several (両市), symbols
 * assigned (Ａ市を甲とし), or by their names alone.
 */
export function partiesIn(context: Context, text: Text, inPreamble: boolean): Party[] {
  const folded = fold(text.value)
  const parties = definedParties(
    context,
    text,
    folded,
    (term) => (inPreamble && !noParty.test(term)) || entrusting.test(term),
  )
  if (parties.length === 0) parties.push(...assignedParties(context, text, folded))
  if (parties.length > 0 || !inPreamble) return parties
  const together = definedParties(context, text, folded, (term) => allParties.test(term))
  return together.length > 1 ? together : namedParties(context, text, folded)
}

/** Those that a definition in brackets gives the symbol of a stem, or another term that names parties. */
function definedParties(
  context: Context,
  text: Text,
  folded: string,
  namesParties: (term: string) => boolean,
): Party[] {
  const parties: Party[] = []
  let from = 0
  for (const definition of definitionsIn(folded)) {
    const start = Math.max(from, folded.lastIndexOf('。', definition.start - 1) + 1, definition.start - longestList)
    from = definition.end
    const { term } = definition
    if (!stemSymbol.test(term) && !namesParties(term)) continue
    const names = namesBefore(folded, start, definition.start)
    const last = names.length === 0 && stemSymbol.test(term) ? lastName(folded, start, definition.start) : undefined
    if (last) names.push(last)
    const alone = namedApart(folded, names)
    names.forEach((name, i) => {
      parties.push(partyOf(context, text, name, i < alone ? undefined : term))
    })
  }
  return parties
}
