import type { Reference } from '../../schema/provision.ts'
import { fold } from '../../text/fold.ts'
import { matchesOf } from '../../text/matches.ts'
import { numeralOf } from '../../text/numeral.ts'
import { slice } from '../../text/text.ts'
import { type Context, locate, report } from '../context.ts'
import { type LawMention, type Laws, lawBefore } from './law-name.ts'
import type { Passage } from './provisions-write.ts'

const n = '[0-9一二三四五六七八九十百千]{1,9}'
const article = `第${n}条(?:の${n}(?![人名者つ])){0,4}`
const anyArticle = `(?:${article}|(?:前|次)${n}条|[前次同本]条(?![例件文約項]))`
const paragraph = `(?:第${n}項|[前次同]項)`
const item = `(?:第${n}号(?:の${n}){0,2}|[前次同]号)`
const pattern = new RegExp(
  [
    `(?<article>${anyArticle})(?<paragraph>第${n}項)?(?<item>第${n}号(?:の${n}){0,2})?(?:から(?<lastArticle>${article}|前条|次条)まで)?`,
    `(?<ownParagraph>前${n}項|前各項|${paragraph})(?<ownItem>第${n}号(?:の${n}){0,2})?(?:から(?<lastParagraph>第${n}項|前項)まで)?`,
    `(?<table>別表(?:第${n}(?:の${n}(?!の?[項部]))?)?)(?![0-9一-鿿ぁ-ん]{0,2}関係)`,
    `(?<anyItem>${item})`,
  ].join('|'),
  'gu',
)

/** How references go on within one law: 同法第３条及び第４条, 第１条（第２項を除く。）又は第５条. */
const goesOn =
  /^(?:本文|ただし書|前段|後段|各号|各号列記以外の部分|まで|の規定)*(?:、?(?:及び|又は|若しくは|並びに|から)|[、,・])(?:の規定)?$/u
/** Farther apart, two references have nothing to do with each other. */
const longestLink = 24

type To = Reference['to']

/** What the document has for references to point to. */
export interface Targets {
  /** Article numbers in order, and the place of each among them. */
  articles: readonly string[]
  places: ReadonlyMap<string, number>
  /** Paragraph numbers by article. */
  paragraphs: ReadonlyMap<string, readonly number[]>
  appendedTables: readonly string[]
  /** Numbered sections stand in the place of articles, and 前項 is the one before. */
  sections: boolean
}

const numbers = (text: string): string =>
  text
    .replace(/[第条項号]/gu, '')
    .split('の')
    .map((part) => numeralOf(part) ?? part)
    .join('_')

function neighbour(targets: Targets, from: string, step: number): string | undefined {
  const i = targets.places.get(from)
  return i === undefined ? undefined : targets.articles[i + step]
}

/** What was referred to last at one depth of brackets. */
interface Memory {
  /** The last reference, and the last that named an article, for 同項 and 同条. */
  to: To | undefined
  named: To | undefined
  /** What stands between the last reference and here, brackets left out, as far as it can link two references. */
  gap: string
}

function articlesNamed(text: string, from: string, targets: Targets, memory: Memory): (string | undefined)[] {
  if (text === '本条') return [from]
  if (text === '前条') return [neighbour(targets, from, -1)]
  if (text === '次条') return [neighbour(targets, from, 1)]
  if (text === '同条') return [memory.named?.article]
  const several = /^([前次])(.+)条$/u.exec(text)
  const count = several ? numeralOf(several[2] as string) : undefined
  if (several && count !== undefined) {
    const steps = Array.from({ length: Math.min(count, targets.articles.length + 1) }, (_, k) =>
      several[1] === '前' ? k - count : k + 1,
    )
    return steps.map((step) => neighbour(targets, from, step))
  }
  return [numbers(text)]
}

/** All articles from one to another, as far as the document has them; else the two ends. */
function range(first: string, last: string, targets: Targets): string[] {
  const a = targets.places.get(first)
  const b = targets.places.get(last)
  return a === undefined || b === undefined || b < a ? [first, last] : targets.articles.slice(a, b + 1)
}

function paragraphsNamed(text: string, last: string | undefined, from: number, memory: Memory): (number | undefined)[] {
  if (text === '同項') return [memory.to?.paragraph]
  if (text === '次項') return [from + 1]
  const several = /^前(.+)項$/u.exec(text)?.[1]
  const count = several === undefined ? 1 : several === '各' ? from - 1 : (numeralOf(several) ?? 1)
  if (text.startsWith('前'))
    return Array.from({ length: Math.max(1, Math.min(count, from)) }, (_, k) => from - Math.min(count, from) + k)
  const first = Number(numbers(text))
  const to = last === undefined ? first : last === '前項' ? from - 1 : Number(numbers(last))
  return Array.from({ length: Math.max(1, Math.min(to - first + 1, 100)) }, (_, k) => first + k)
}

function mentioned(folded: string, start: number, memory: Memory, laws: Laws): LawMention | 'own' | undefined {
  const mention = lawBefore(folded, start, laws)
  if (mention) return mention
  const law = memory.to?.law
  return law !== undefined && goesOn.test(memory.gap) ? { law, start } : undefined
}

interface Found {
  to: To[]
  start: number
  end: number
}

function read(
  match: RegExpMatchArray,
  folded: string,
  passage: Passage,
  targets: Targets,
  memory: Memory,
  laws: Laws,
): Found | undefined {
  const g = match.groups as Record<string, string | undefined>
  const start = match.index ?? 0
  const end = start + match[0].length
  if (g.table !== undefined) return { to: [{ appendedTable: g.table }], start, end }
  if (g.article !== undefined) {
    const mention = g.article.startsWith('第') ? mentioned(folded, start, memory, laws) : undefined
    const law = typeof mention === 'object' ? mention.law : g.article === '同条' ? memory.named?.law : undefined
    const firsts = articlesNamed(g.article, passage.article, targets, memory)
    const last =
      g.lastArticle === undefined ? undefined : articlesNamed(g.lastArticle, passage.article, targets, memory)[0]
    const first = firsts[0]
    const all =
      last === undefined || first === undefined
        ? firsts
        : law === undefined
          ? range(first, last, targets)
          : [first, last]
    const to = all.map(
      (number): To => ({
        ...(law === undefined ? {} : { law }),
        ...(number === undefined ? {} : { article: number }),
        ...(g.paragraph === undefined ? {} : { paragraph: Number(numbers(g.paragraph)) }),
        ...(g.item === undefined ? {} : { item: numbers(g.item) }),
      }),
    )
    return { to, start: typeof mention === 'object' ? mention.start : start, end }
  }
  if (g.ownParagraph !== undefined) {
    if (targets.sections && passage.paragraph === 1 && /^[前次]項$/u.test(g.ownParagraph)) {
      const number = neighbour(targets, passage.article, g.ownParagraph === '前項' ? -1 : 1)
      if (number !== undefined) return { to: [{ article: number }], start, end }
    }
    const goes =
      memory.to?.article !== undefined &&
      (g.ownParagraph === '同項' || (g.ownParagraph.startsWith('第') && goesOn.test(memory.gap)))
    const base: To = goes
      ? {
          ...(memory.to?.law === undefined ? {} : { law: memory.to.law }),
          ...(memory.to?.article === undefined ? {} : { article: memory.to.article }),
        }
      : { article: passage.article }
    const to = paragraphsNamed(g.ownParagraph, g.lastParagraph, passage.paragraph, memory).map(
      (number): To => ({
        ...base,
        ...(number === undefined || Number.isNaN(number) ? {} : { paragraph: number }),
        ...(g.ownItem === undefined ? {} : { item: numbers(g.ownItem) }),
      }),
    )
    return { to, start, end }
  }
  return undefined
}

/** 別表第１, 別表 1 and 別表第一 are one: printed differently where they are named and where they stand. */
const bareTable = (title: string): string =>
  fold(title)
    .replace(/[第 ]/gu, '')
    .replace(/[0-9一二三四五六七八九十百]+/gu, (n) => String(numeralOf(n) ?? n))

function isThere(to: To, targets: Targets): boolean {
  if (to.appendedTable !== undefined) {
    const title = bareTable(to.appendedTable)
    return targets.appendedTables.some((t) => t.startsWith(title))
  }
  if (to.law !== undefined) return true
  if (to.article === undefined || !targets.places.has(to.article)) return false
  return to.paragraph === undefined || (targets.paragraphs.get(to.article) ?? []).includes(to.paragraph)
}

const fresh = (outer?: Memory): Memory => ({ to: outer?.to, named: outer?.named, gap: ' '.repeat(longestLink) })

/** Follows the brackets of a passage from one reference to the next; each depth remembers its own references. */
function walk(folded: string, from: number, to: number, depths: Memory[]): void {
  let i = from
  while (i < to) {
    const c = folded[i]
    if (c === '(') depths.push(fresh(depths.at(-1)))
    else if (c === ')') {
      const inner = depths.length > 1 ? depths.pop() : undefined
      const outer = depths.at(-1) as Memory
      outer.named ??= inner?.named
    } else {
      const start = i
      while (i + 1 < to && folded[i + 1] !== '(' && folded[i + 1] !== ')') i++
      const memory = depths.at(-1) as Memory
      if (memory.gap.length < longestLink) memory.gap += folded.slice(start, Math.min(i + 1, start + longestLink))
    }
    i++
  }
}

/** Quotations in statutes are shorter; the bound keeps a line of references linear. */
const longestQuotation = 400

/** Text in 「」 is that of another provision, as where statutes are applied with other words. */
function quoted(folded: string, start: number): boolean {
  const before = folded.slice(Math.max(0, start - longestQuotation), start)
  return before.lastIndexOf('「') > before.lastIndexOf('」')
}

const stopAfter = (folded: string, from: number): number => {
  const stop = folded.indexOf('。', from)
  return stop < 0 ? folded.length : stop
}

/** References of the passages of a document, resolved; those that point nowhere are reported. */
export function references(context: Context, passages: readonly Passage[], places: Targets, laws: Laws): Reference[] {
  const found: Reference[] = []
  const targets = { ...places, appendedTables: places.appendedTables.map(bareTable) }
  for (const passage of passages) {
    const folded = fold(passage.text.value)
    if (!/[条項表]/u.test(folded)) continue
    const depths = [fresh()]
    let at = 0
    // Where the sentence ends in which a law was cited last.
    let citing = -1
    for (const match of matchesOf(folded, pattern)) {
      walk(folded, at, match.index, depths)
      at = match.index
      const memory = depths.at(-1) as Memory
      const reading = read(match, folded, passage, targets, memory, laws)
      if (!reading) continue
      at = reading.end
      const text = slice(passage.text, reading.start, reading.end)
      const place = locate(context, text)
      const from = { article: passage.article, paragraph: passage.paragraph }
      // After a law was cited in the sentence, a bare 第５条 may be its own.
      const sure = citing < reading.start
      for (const to of reading.to) {
        found.push({ from, to, text: text.value, at: place })
        if (to.law !== undefined && citing <= reading.start) citing = stopAfter(folded, reading.end)
        if (sure && !isThere(to, targets) && !quoted(folded, reading.start))
          report(context, 'reference-unresolved', { text: text.value, from: passage.article, ...to }, place)
      }
      memory.to = reading.to.at(-1)
      memory.gap = ''
      if (match.groups?.article !== undefined) memory.named = memory.to
      if (memory.to?.law !== undefined) laws.last = memory.to.law
    }
  }
  return found
}
