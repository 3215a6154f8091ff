import type { Block } from '../../layout/block.ts'
import { correct, type Evidence } from '../corrections.ts'
import { leastConfidence } from '../recognition.ts'
import { type Passage, passagesOf } from './passages.ts'

/** Symbols of parties in their order. */
export const order = [...'甲乙丙丁戊己庚辛壬癸']

/** What recognition takes symbols for, by symbol. Any of it is right elsewhere: the context decides. */
export const seenFor: Readonly<Record<string, string>> = {
  甲: '申由皿里田早電時四',
  乙: '選Zz乏之匕Ｚみん',
  丙: '爾内王栓本下両西肉再柄',
  丁: 'T了Ｔ',
  戊: '成戌戍',
  己: '已巳',
}

const symbolFor = (c: string, from: number, to: number): number[] =>
  order.flatMap((symbol, i) => (i > from && i < to && seenFor[symbol]?.includes(c) ? [i] : []))

const separators = ['、', ',', '及び', '並びに', '又は', '若しくは', '・', 'と']
/** What follows a symbol that a list ends in. */
const afterwards = /^(?:[はがのにをでへも」)。]|との|から|より|以外|双方|いずれ|$)/u
const kanji = /^[\u3400-\u9fff々]$/u
const kana = /^[\u3041-\u3096]$/u
/** Kana surer than this are no symbols, whatever the words around them. */
const sureKana = 0.9

/** The separator at an index of folded text. */
const separatorAt = (folded: string, at: number): string | undefined => separators.find((s) => folded.startsWith(s, at))

export interface Item {
  at: number
  value: string
}

/** Lists of single characters with separators between them: 甲、乙及び丙. */
export function* listsIn({ folded, starts }: Passage): Generator<Item[]> {
  for (let i = 0; i < folded.length; i++) {
    const before = folded[i - 1] ?? ''
    if (!(starts.has(i) || /[、,。「(（:：\s]/u.test(before) || /[しりきてはがをにのるび条項号)\]】0-9]/u.test(before)))
      continue
    const items: Item[] = []
    let at = i
    for (;;) {
      const value = folded[at]
      if (value === undefined || /[\s、,。]/u.test(value)) break
      let next = at + 1
      while (folded[next] === '\n') next++
      const separator = separatorAt(folded, next)
      items.push({ at, value })
      if (separator === undefined) {
        if (!afterwards.test(folded.slice(next, next + 3))) items.pop()
        break
      }
      at = next + separator.length
      while (folded[at] === '\n') at++
      // 甲と連携 ends with its と, and so does 甲及び関係市町.
      const following = folded[at] ?? ''
      const isAlone = separatorAt(folded, at + 1) !== undefined || afterwards.test(folded.slice(at + 1, at + 4))
      if (following === '' || !isAlone) break
    }
    if (items.length < 2) continue
    yield items
    i = (items.at(-1) as Item).at
  }
}

/** Who else may stand at the end of a list of all parties, and what is no kanji. */
export const others = /^(?:[国県都道府市町村区民者他]|[^\u3400-\u9fff])$/u

/** The symbols that the items of a list must be, by those between which they stand and by what they look like. */
function resolved(items: readonly Item[], count: number): Map<Item, string> {
  const indices = items.map(({ value }) => order.indexOf(value))
  const known = indices.filter((i) => i >= 0)
  const found = new Map<Item, string>()
  if (known.length === 0 || known.some((n, i) => i > 0 && n <= (known[i - 1] as number))) return found
  for (let i = 0; i < items.length; i++) {
    if (indices[i] !== -1) continue
    let end = i
    while (end < items.length && indices[end] === -1) end++
    const from = i === 0 ? -1 : (indices[i - 1] as number)
    const to = end === items.length ? count : (indices[end] as number)
    // All parties are listed from 甲 on: what is left of the list are those that are left of them.
    const own = items.slice(i, end).map(({ value }) => value)
    const isLast = end === items.length && indices[0] === 0 && !own.some((value) => others.test(value))
    // Of a list of all parties, what stands before 乙 is 甲.
    const isFirst = i === 0 && end === 1 && indices.at(-1) === count - 1 && !others.test(items[0]?.value ?? '')
    const isFixed = (i > 0 ? end < items.length || isLast : isFirst) && end - i === to - from - 1
    let last = from
    for (let k = i; k < end; k++) {
      const item = items[k] as Item
      const alike = symbolFor(item.value, last, to)
      const index = isFixed ? from + 1 + k - i : alike.length === 1 ? (alike[0] as number) : undefined
      if (index === undefined) continue
      found.set(item, order[index] as string)
      last = index
    }
    i = end
  }
  return found
}

/** Characters around a symbol by which its like is known elsewhere: one before and three after, two and two; what is a party's, alone. */
function contextsOf({ folded, starts }: Passage, at: number): string[] {
  const before = starts.has(at) ? '^' : (folded[at - 1] ?? '^')
  const two = starts.has(at) ? '^' : folded.slice(Math.max(0, at - 2), at)
  const after = folded.slice(at + 1, at + 5).replaceAll('\n', '')
  const contexts = [`${before}_${after.slice(0, 3)}`, `${two}_${after.slice(0, 2)}`]
  if (after.length > 2 && after.startsWith('の')) contexts.push(`_${after.slice(0, 3)}`)
  if (before === '^' && /^\s{0,3}.{2,3}[都道府県]/u.test(folded.slice(at + 1, at + 9))) contexts.push('^_prefecture')
  return contexts
}

/** Whether a character stands where a symbol can: no part of a longer word. */
function standsAlone({ folded, starts }: Passage, at: number): boolean {
  return starts.has(at) || !kanji.test(folded[at - 1] ?? '')
}

/** Mentions of a symbol, or of what is read for it, in lists and headings that make it one of the document's. */
const fewestInLists = 2

/** How many parties have symbols: as many as are defined, and as lists go on to. */
function countOf(
  definitions: number,
  lists: readonly { items: readonly Item[] }[],
  passages: readonly Passage[],
): number {
  let count = Math.max(2, definitions)
  for (; count < order.length; count++) {
    const symbol = order[count] as string
    const isNext = (c: string): boolean => c === symbol || seenFor[symbol]?.includes(c) === true
    const known = (items: readonly Item[]): boolean => items.some(({ value }) => order.slice(0, count).includes(value))
    const inLists = lists.filter(({ items }) => known(items) && isNext(items.at(-1)?.value ?? '')).length
    const headings = passages.filter((p) => isNext(p.folded[0] ?? '') && p.folded.startsWith('の役割', 1)).length
    if (inLists + headings < fewestInLists) break
  }
  return count
}

/** Lists in which a kanji stands for a symbol that make it one wherever it stands alone. */
const fewestMisread = 3

const defined = /以下「(.)」/gu

/** Fewest mentions of 甲 and 乙 that make a document one of parties with symbols. */
const fewestMentions = 3

/**
 * Puts the symbols of parties right: in lists by their order, in definitions by those before and after, and elsewhere where a symbol
 * stands in the same words. Nothing is done in documents without symbols.
 */
export function correctPartySymbols(evidence: Evidence, blocks: readonly Block[]): void {
  const passages = passagesOf(blocks)
  const mentions = (symbol: string): number => passages.reduce((n, p) => n + p.folded.split(symbol).length - 1, 0)
  const counts = order.map(mentions)
  const definitions = passages.flatMap((passage) =>
    [...passage.folded.matchAll(defined)].map((m) => ({ passage, at: m.index + 3, value: m[1] as string })),
  )
  const single = definitions.filter((d) => d.value.length === 1)
  if ((counts[0] as number) + (counts[1] as number) + single.length < fewestMentions) return
  for (const [item, symbol] of resolved(single, order.length)) put(evidence, item as (typeof single)[number], symbol)
  const lists = passages.flatMap((passage) => [...listsIn(passage)].map((items) => ({ passage, items })))
  const count = countOf(single.length, lists, passages)
  for (const passage of passages) {
    completeLists(evidence, passage, count)
    if (count === 2) completePairs(evidence, passage)
  }
  const misread = new Map<string, number>()
  for (const { passage, items } of lists)
    for (const [{ at, value }, symbol] of resolved(items, count)) {
      put(evidence, { passage, at, value }, symbol)
      misread.set(value, (misread.get(value) ?? 0) + 1)
    }
  const always = new Set([...misread].flatMap(([c, n]) => (n >= fewestMisread && kanji.test(c) ? [c] : [])))
  correctByContext(evidence, passages, count, correctSignatories(evidence, passages, count), always)
}

function put(
  evidence: Evidence,
  { passage, at, value }: { passage: Passage; at: number; value: string },
  symbol: string,
): void {
  if (value !== symbol) correct(evidence, passage.text, at, at + 1, symbol, 'party')
}

const inPrefecture = /^\s{0,3}.{2,3}[都道府県]/u

/** The symbol before the address of a party, in the list of those who sign: the one after that of the party before it. */
function correctSignatories(evidence: Evidence, passages: readonly Passage[], count: number): Set<number> {
  const done = new Set<number>()
  for (const passage of passages) {
    let last: number | undefined
    for (const at of [...passage.starts].sort((a, b) => a - b)) {
      const value = passage.folded[at] ?? ''
      if (!inPrefecture.test(passage.folded.slice(at + 1, at + 9))) continue
      const isSymbol = order.includes(value)
      const looksLike = symbolFor(value, -1, count)
      if (!isSymbol && looksLike.length === 0) continue
      const expected: number = last === undefined ? 0 : last + 1
      if (isSymbol) last = order.indexOf(value)
      else if (expected < count && (last !== undefined || looksLike.includes(expected))) {
        put(evidence, { passage, at, value }, order[expected] as string)
        last = expected
      } else last = undefined
      done.add(passage.text.offsets[at] as number)
    }
  }
  return done
}

/** A list of all parties but the last, with nothing or what an engine was unsure of in its place: 甲及びは. */
const openList =
  /(?<before>[甲乙丙丁戊己庚辛壬])(?:及び|並びに)(?<seen>[^、。\s]{0,2}?)(?=[はがのにを](?![はがのにを])|との)/gu

/** Puts the last party at the end of lists of all parties where nothing, or nothing sure, was read for it. */
function completeLists(evidence: Evidence, { text, folded }: Passage, count: number): void {
  for (const match of folded.matchAll(openList)) {
    const { before = '', seen = '' } = match.groups ?? {}
    if (order.indexOf(before) !== count - 2 || order.includes(seen[0] ?? '')) continue
    const end = match.index + match[0].length
    const start = end - seen.length
    const symbol = order[count - 1] as string
    if (seen === '') correct(evidence, text, end - 1, end, `${text.value[end - 1]}${symbol}`, 'party')
    else if (/^[\u3041-\u3096]+$/u.test(seen) && leastConfidence(evidence.recognition, text, start, end) < sureKana)
      correct(evidence, text, start, end, symbol, 'party')
  }
}

/** Of two parties the second, for which kana were read: 甲とるとが; 甲とするとは is another thing. */
const pair = /甲と(?<seen>(?!する|なる|いう)[\u3041-\u3096]{1,2})(?=と[がは])/gu

function completePairs(evidence: Evidence, { text, folded }: Passage): void {
  for (const match of folded.matchAll(pair)) {
    const end = match.index + match[0].length
    correct(evidence, text, match.index + 2, end, order[1] as string, 'party')
  }
}

/** What never, or with a party named just before hardly ever, follows one another: what stood between was not read (を乙に, 、乙との, 甲、乙及び丙). */
const lostBetween = /を(?=[のにはが])|[、,](?=との|及び|並びに|[はが])/gu

/** 甲、及び内の: what a list that names a party goes on to. */
const behindParty = /[甲乙丙丁戊己庚辛壬][、,]?(?:及び|並びに)$/u

/** The symbol that a list leaves out between two separators: 甲、及び丙. */
function leftOut(folded: string, at: number): string | undefined {
  const separator = separatorAt(folded, at + 1)
  const from = order.indexOf(folded[at - 1] ?? '')
  const to = separator === undefined ? -1 : order.indexOf(folded[at + 1 + separator.length] ?? '')
  return from >= 0 && to === from + 2 ? order[from + 1] : undefined
}

/** Whether a text begins with との, which none does: 乙の住民に周知する。 in a cell. */
const opensWithSymbol = ({ recognition }: Evidence, { text, folded }: Passage, at: number): boolean =>
  at === 0 && /^との[\u3400-\u9fff]/u.test(folded) && leastConfidence(recognition, text, 0, 1) < sureKana

function correctByContext(
  evidence: Evidence,
  passages: readonly Passage[],
  count: number,
  signing: ReadonlySet<number>,
  always: ReadonlySet<string>,
): void {
  const known = new Map<string, Set<string>>(
    ['^_の役割', '^_の費用', '^_が担う'].map((context) => [context, new Set<string>()]),
  )
  const symbols = new Set(order.slice(0, count))
  const symbolAt = (passage: Passage, i: number): string | undefined => {
    const offset = passage.text.offsets[i] as number
    const c = evidence.edits.get(offset) ?? (passage.folded[i] as string)
    return symbols.has(c) ? c : undefined
  }
  for (const passage of passages)
    for (let i = 0; i < passage.folded.length; i++) {
      const symbol = symbolAt(passage, i)
      if (symbol === undefined || !standsAlone(passage, i)) continue
      for (const context of contextsOf(passage, i)) known.set(context, (known.get(context) ?? new Set()).add(symbol))
    }
  for (const passage of passages) {
    const { text, folded } = passage
    for (let i = 0; i < folded.length; i++) {
      const value = folded[i] as string
      const isOpening = opensWithSymbol(evidence, passage, i)
      const alike = isOpening ? [1] : symbolFor(value, -1, count)
      if (alike.length !== 1 || !standsAlone(passage, i) || symbolAt(passage, i)) continue
      if (signing.has(text.offsets[i] as number)) continue
      if (kana.test(value) && leastConfidence(evidence.recognition, text, i, i + 1) >= sureKana) continue
      const particle = /^[のはがにをと及並、]/u.test(folded.slice(i + 1, i + 2))
      const isPlace = contextsOf(passage, i).includes('^_prefecture')
      const isListed = behindParty.test(folded.slice(Math.max(0, i - 5), i))
      const isKnown =
        isOpening || isListed || always.has(value) || contextsOf(passage, i).some((context) => known.has(context))
      if ((particle || isPlace) && isKnown)
        put(evidence, { passage, at: i, value }, order[alike[0] as number] as string)
    }
    for (const { index } of folded.matchAll(lostBetween)) {
      const listed = leftOut(folded, index)
      const fitting = known.get(`${folded[index]}_${folded.slice(index + 1, index + 4)}`)
      const symbol = listed ?? (fitting?.size === 1 ? [...fitting][0] : undefined)
      // 甲、乙、及び丙: a comma before the last of them.
      if (symbol !== undefined && folded[index - 1] !== symbol)
        correct(evidence, text, index, index + 1, `${text.value[index]}${symbol}`, 'party')
    }
  }
}
