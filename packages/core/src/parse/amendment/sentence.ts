import type { AmendmentOperation, AmendmentTarget } from '../../schema/amendment.ts'
import { numeralOf } from '../../text/numeral.ts'
import { readPlace } from './place.ts'
import { maskQuotes } from './quote.ts'

/** What a clause of a 改め文 does, with [start, end) of its words in the sentence. */
export interface Clause {
  operation: Omit<AmendmentOperation, 'text' | 'at' | 'content'>
  start: number
  end: number
  /** New provisions follow the sentence; of this kind where it says so. */
  content?: 'article' | 'paragraph' | 'item' | 'row' | 'table' | 'any'
}

const quote = '「(\ue000*)」'
const numeral = '(?:[0-9]{1,4}|[一二三四五六七八九十百]{1,7})'
/** Ends of a clause: 連用形 and a comma, or 終止形 and a full stop. */
const ending = (stems: string): string => `(?:${stems})(?:る|する|す)?(?<stop>[、。])`
const change = ending('改め|変更し|改正し|変更|改正')
const add = ending('加え')
const drop = '削(?:り|る)(?<stop>[、。])'
const sticky = (source: string): RegExp => new RegExp(source, 'uy')

const inText = {
  replace: sticky(`${quote}を${quote}に(?:(?<more>、)(?=「)|${change})`),
  insert: sticky(`${quote}の(?:下|次|右)に${quote}を(?:(?<more>、)(?=「)|${add})`),
  delete: sticky(`${quote}(?:(?<more>、|及び|並びに)(?=「)|を${drop})`),
}

const newOnes = `次の(?:(?:(?:${numeral})?(?<level>別?表|条|項|号|部)|よう)(?:を|に)|とおり)`
const toPlaces = {
  insert: sticky(`(?<position>の次に|の前に|に)${newOnes}${add}`),
  part: sticky(`(?:に次の(?<part>ただし書|後段)を|に(?<as>ただし書|後段)として次のように)${add}`),
  rewrite: sticky(
    `を(?:次の(?:ように|とおり)|次の${numeral}(?<level>条|項|号)に|別[表紙]の(?:ように|とおり))${change}`,
  ),
  delete: sticky(`を${drop}`),
  shift: sticky(`を${numeral}(?:条|項|号)ずつ繰り?(?<way>下げ|上げ)(?:る)?(?<stop>[、。])`),
  quoted: sticky(`を${quote}に${change}`),
  caption: sticky(`(?:に(?:見出しとして)?|の前に見出しとして)${quote}を付(?:し|する)[、。]`),
}
const shiftCount = sticky(`を(?<count>${numeral})(?:条|項|号)ずつ`)
const become = sticky('と(?:し|する)(?<stop>[、。])')
const joint = sticky('及び|並びに|、(?=第|同|別表|原協)')

const contentOf: Readonly<Record<string, Clause['content']>> = {
  条: 'article',
  項: 'paragraph',
  号: 'item',
  部: 'row',
  表: 'table',
  別表: 'table',
}
const positions = { の次に: 'after', の前に: 'before', に: 'end' } as const

function at(pattern: RegExp, text: string, from: number): RegExpExecArray | undefined {
  pattern.lastIndex = from
  return pattern.exec(text) ?? undefined
}

interface Reader {
  folded: string
  printed: string
  memory: AmendmentTarget
  clauses: Clause[]
  pos: number
  /** Places that 「…中」 set for what follows. */
  scope: Range[]
  /** Up to here a list (「A」を「B」に、「C」を …) is known to end with its verb. */
  chain: number
}

/** Places that a clause names, and operations of a sentence; beyond that it is none that a person wrote. */
const mostPlaces = 60
const mostClauses = 2000

interface Range {
  target: AmendmentTarget
  through?: AmendmentTarget
}

/** The printed text between the n-th pair of quotes of a match. */
function quoted(reader: Reader, start: number, n: number): string {
  let from = start
  for (let k = 0; k <= n; k++) from = reader.folded.indexOf('「', k === 0 ? start : from + 1)
  return reader.printed.slice(from + 1, closing(reader.folded, from))
}
const closing = (maskedText: string, open: number): number => maskedText.indexOf('」', open)

/** 第３条, 第３条及び第５条, 第４条から第６条まで. */
function readRanges(reader: Reader): Range[] | undefined {
  const ranges: Range[] = []
  let pos = reader.pos
  for (;;) {
    const place = readPlace({ ...reader, memory: reader.memory }, pos)
    if (!place) return undefined
    reader.memory = place.target
    pos = place.end
    const range: Range = { target: place.target }
    if (reader.folded.startsWith('から', pos)) {
      const last = readPlace({ ...reader, memory: place.target }, pos + 2)
      if (!last || !reader.folded.startsWith('まで', last.end)) return undefined
      range.through = last.target
      reader.memory = last.target
      pos = last.end + 2
      if (reader.folded.startsWith('の規定', pos)) pos += 3
    }
    ranges.push(range)
    if (ranges.length > mostPlaces) return undefined
    const next = at(joint, reader.folded, pos)
    if (!next) break
    pos += next[0].length
  }
  reader.pos = pos
  return ranges
}

const span = ({ target, through }: Range) => ({ target, ...(through ? { through } : {}) })

/** A clause about quoted words; the places are those of the scope. */
function readWords(reader: Reader): boolean {
  for (const kind of ['replace', 'insert', 'delete'] as const) {
    const found = at(inText[kind], reader.folded, reader.pos)
    if (!found) continue
    const start = reader.pos
    if (found.groups?.more && start >= reader.chain && !chainEnds(reader, kind, start)) continue
    const from = quoted(reader, start, 0)
    const to = kind === 'delete' ? undefined : quoted(reader, start, 1)
    for (const range of reader.scope) {
      reader.clauses.push({
        operation: { kind, ...span(range), from, ...(to === undefined ? {} : { to }) },
        start,
        end: start + found[0].length,
      })
    }
    reader.pos += found[0].length
    return true
  }
  return false
}

/** Whether a list (「A」を「B」に、「C」を「D」に …) ends with the verb of its kind. */
function chainEnds(reader: Reader, kind: 'replace' | 'insert' | 'delete', from: number): boolean {
  let pos = from
  for (;;) {
    const found = at(inText[kind], reader.folded, pos)
    if (!found) return false
    if (found.groups?.stop !== undefined) {
      reader.chain = pos
      return true
    }
    pos += found[0].length
  }
}

/** What is done to the places just read. */
function readAct(reader: Reader, ranges: readonly Range[], start: number): boolean {
  const { folded } = reader
  const push = (
    found: RegExpExecArray,
    of: (range: Range) => Clause['operation'],
    content?: Clause['content'],
  ): true => {
    const end = reader.pos + found[0].length
    ranges.forEach((range, n) => {
      const last = n === ranges.length - 1
      reader.clauses.push({ operation: of(range), start, end, ...(content && last ? { content } : {}) })
    })
    reader.pos = end
    return true
  }
  const insert = at(toPlaces.insert, folded, reader.pos)
  if (insert) {
    const position = positions[insert.groups?.position as keyof typeof positions]
    const content = contentOf[insert.groups?.level ?? ''] ?? 'any'
    return push(insert, (range) => ({ kind: 'insert', ...span(range), position }), content)
  }
  const part = at(toPlaces.part, folded, reader.pos)
  if (part) {
    const name = (part.groups?.part ?? part.groups?.as) === '後段' ? 'second' : 'proviso'
    return push(part, (range) => ({ kind: 'insert', target: { ...range.target, part: name } }), 'any')
  }
  const rewrite = at(toPlaces.rewrite, folded, reader.pos)
  if (rewrite)
    return push(
      rewrite,
      (range) => ({ kind: 'rewrite', ...span(range) }),
      contentOf[rewrite.groups?.level ?? ''] ?? 'any',
    )
  const drop = at(toPlaces.delete, folded, reader.pos)
  if (drop) return push(drop, (range) => ({ kind: 'delete', ...span(range) }))
  const shift = at(toPlaces.shift, folded, reader.pos)
  if (shift) {
    const count = numeralOf(at(shiftCount, folded, reader.pos)?.groups?.count ?? '') ?? 0
    const by = shift.groups?.way === '下げ' ? count : -count
    return push(shift, (range) => ({ kind: 'renumber', ...span(range), by }))
  }
  const words = at(toPlaces.quoted, folded, reader.pos)
  if (words) {
    const to = quoted(reader, reader.pos, 0)
    return push(words, (range) => ({ kind: 'rewrite', ...span(range), to }))
  }
  const caption = at(toPlaces.caption, folded, reader.pos)
  if (caption) {
    const to = quoted(reader, reader.pos, 0)
    return push(caption, (range) => ({ kind: 'insert', target: { ...range.target, part: 'caption' }, to }))
  }
  return readBecome(reader, ranges, start)
}

/** 第５条を第６条とし. The place that it became is what 同条 means from there on. */
function readBecome(reader: Reader, ranges: readonly Range[], start: number): boolean {
  const [range] = ranges
  if (!range || ranges.length > 1 || reader.folded[reader.pos] !== 'を') return false
  const place = readPlace(reader, reader.pos + 1)
  const found = place && at(become, reader.folded, place.end)
  if (!found) return false
  reader.pos = place.end + found[0].length
  reader.memory = place.target
  reader.clauses.push({
    operation: { kind: 'renumber', ...span(range), destination: place.target },
    start,
    end: reader.pos,
  })
  return true
}

/**
 * The operations of one sentence of a 改め文, in order; undefined where it does not read as one from beginning to end. `memory` is
 * the last place of the sentence before, for 同条.
 */
export function readSentence(
  folded: string,
  printed: string,
  memory: AmendmentTarget,
): { clauses: Clause[]; memory: AmendmentTarget } | undefined {
  const reader: Reader = { folded: maskQuotes(folded), printed, memory, clauses: [], pos: 0, scope: [], chain: 0 }
  while (reader.pos < folded.length) {
    if (reader.clauses.length > mostClauses) return undefined
    const start = reader.pos
    if (reader.folded[start] === '「') {
      if (!readWords(reader)) return undefined
      continue
    }
    const ranges = readRanges(reader)
    if (!ranges) return undefined
    if (reader.folded[reader.pos] === '中') {
      reader.scope = ranges
      reader.pos++
      if (reader.folded[reader.pos] === '、') reader.pos++
      // The words belong to the clause that they set the place of.
      const count = reader.clauses.length
      if (reader.folded[reader.pos] === '「') {
        if (!readWords(reader)) return undefined
        for (const clause of reader.clauses.slice(count)) clause.start = start
      }
      continue
    }
    reader.scope = ranges
    if (!readAct(reader, ranges, start)) return undefined
  }
  return reader.clauses.length > 0 ? { clauses: reader.clauses, memory: reader.memory } : undefined
}
