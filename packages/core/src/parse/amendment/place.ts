import type { AmendmentTarget } from '../../schema/amendment.ts'
import { numeralOf } from '../../text/numeral.ts'

const numeral = '(?:[0-9]{1,4}|[一二三四五六七八九十百千]{1,7})'
const branches = `(?:の${numeral})*`
const at = (source: string): RegExp => new RegExp(source, 'uy')

/** What is amended, named by a word before the place: 原協定第３条, 連携協約別表. */
const amended = '(?:原|旧|本|この|当該|同)?(?:連携)?(?:協定|協約|覚書|規約)書?の?'

const patterns = {
  amended: at(`${amended}(?=第${numeral}条|別表|題名|前文|附則)`),
  /** 第３章中第１４条の次に: an article's number says where it is. */
  division: at(`第${numeral}[編章](?:第${numeral}[節款])?中(?=第${numeral}条)`),
  supplementary: at('附則'),
  end: at('末尾(?=に次)'),
  part: at('題名|目次|前文'),
  table: at(
    `同表|別表(?:(?:第${numeral}|${numeral}(?=中|を|に|の次|の表|の\\(?${numeral}))(?:の${numeral}(?=[中をに及、]|の[次前]|から))?)?(?:の?(?:${numeral}|\\(${numeral}\\))の表)?`,
  ),
  article: at(`同条|第${numeral}条${branches}`),
  paragraph: at(`同項|第${numeral}項`),
  item: at(`同号|第${numeral}号${branches}`),
  subitem: at('[ア-ンヰヱ](?![ア-ンー])|\\((?:[0-9]{1,2}|[ア-ンa-z])\\)|[a-z](?![a-z])'),
  within: at('の見出し|各号列記以外の部分|(?:の)?本文|(?:の)?ただし書き?|(?:の)?前段|(?:の)?後段'),
  rule: at('の規定'),
}

const parts: Readonly<Record<string, NonNullable<AmendmentTarget['part']>>> = {
  題名: 'title',
  目次: 'contents',
  前文: 'preamble',
  見出し: 'caption',
  各号列記以外の部分: 'lead',
  本文: 'main',
  ただし書: 'proviso',
  ただし書き: 'proviso',
  前段: 'first',
  後段: 'second',
}

/** A name of a row: up to 「の項」 that goes on with what is done to it. */
const row =
  /(?<row>[^\n\ue000]{1,120}?)の項(?=中|を|と[すし]|の次に|の前に|に次|及び|から|、|[^、。「」\ue000]{1,30}の欄(?:中|を|に))/uy
/** A column of a row: 甲の役割の欄. */
const column = /の?(?<column>[^、。「」\ue000]{1,30}?)の欄(?=中|を|に)|同欄/uy
/** 別表第３１の項 is the row 1 of 別表第３: a row must have a name. */
const gluedRow = /別表第(?<table>[0-9])(?<row>[0-9]{1,3})の項/uy

/** Whether folded text begins with the place of a sentence of a 改め文. */
export const startsPlace = (folded: string): boolean => start.test(folded)
const start = new RegExp(
  `^(?:${amended})?(?:第${numeral}(?:[条項号]|[編章](?:第${numeral}[節款])?中第)|別表|題名|前文|附則(?:第|中|に|を|の))|^(?:目次|末尾に|同[条項号表])`,
  'u',
)

export interface PlaceReading {
  target: AmendmentTarget
  end: number
}

function match(pattern: RegExp, text: string, from: number): RegExpExecArray | undefined {
  pattern.lastIndex = from
  return pattern.exec(text) ?? undefined
}

/** 第十九条の二 → 19_2. */
const numberIn = (text: string): string =>
  text
    .replace(/[第条項号]/gu, '')
    .split('の')
    .map((n) => numeralOf(n) ?? 0)
    .join('_')

interface Reading {
  folded: string
  /** The unfolded text: labels and names of rows are kept as printed. */
  printed: string
  /** The place before: what 同条, 同項, 同号, 同表 mean. */
  memory: AmendmentTarget
}

function tableAt({ folded, printed, memory }: Reading, from: number): PlaceReading | undefined {
  const glued = match(gluedRow, folded, from)
  if (glued) {
    const head = from + 3 + (glued.groups?.table?.length ?? 1)
    const end = from + glued[0].length
    return { target: { appendedTable: printed.slice(from, head), row: printed.slice(head, end - 2) }, end }
  }
  const table = match(patterns.table, folded, from)
  if (!table) return undefined
  const place = rowAt({ folded, printed, memory }, table, from)
  return place && columnAt({ folded, printed, memory }, place)
}

/** The place with the column that follows it, where one does. */
function columnAt({ folded, printed, memory }: Reading, { target, end }: PlaceReading): PlaceReading {
  const found = match(column, folded, end)
  if (!found) return { target, end }
  const name = found.groups?.column
  const start = end + found[0].length - (name?.length ?? 0) - 'の欄'.length
  const named = name === undefined ? memory.column : printed.slice(start, start + name.length)
  return { target: { ...target, ...(named === undefined ? {} : { column: named }) }, end: end + found[0].length }
}

/** A table and, where one follows, the name of its row. */
function rowAt({ folded, printed, memory }: Reading, table: RegExpExecArray, from: number): PlaceReading | undefined {
  const name = table[0] === '同表' ? memory.appendedTable : printed.slice(from, from + table[0].length)
  if (name === undefined) return undefined
  const end = from + table[0].length
  const same = folded.startsWith('同項', end)
  if (same) return { target: { appendedTable: name, ...(memory.row ? { row: memory.row } : {}) }, end: end + 2 }
  // 別表中医療の部救急の項: a part of the table as 別表医療の部救急の項 has it; quoted words are no name of a row.
  const inside = /^中(?!、?「)/u.test(folded.slice(end, end + 3)) ? match(row, folded, end + 1) : undefined
  if (inside)
    return {
      target: { appendedTable: name, row: printed.slice(end + 1, end + 1 + (inside.groups?.row?.length ?? 0)) },
      end: end + 1 + inside[0].length,
    }
  const named =
    /[中をのにか及、]/u.test(folded[end] ?? '') && !/^の[^次前表]/u.test(folded.slice(end))
      ? undefined
      : match(row, folded, end)
  if (!named) return { target: { appendedTable: name }, end }
  const of = printed.slice(end, end + (named.groups?.row?.length ?? 0)).replace(/^\s*の?/u, '')
  return { target: { appendedTable: name, row: of }, end: end + named[0].length }
}

/**
 * The place that a masked sentence names at an index: 第３条第２項第１号イ, 同条第４項, 別表第１○○の項, 第５条の見出し. Levels above the first one
 * named are those of the place before. Undefined where no place is named.
 */
export function readPlace(reading: Reading, from: number): PlaceReading | undefined {
  const { folded, printed, memory } = reading
  const prefix = match(patterns.amended, folded, from)
  if (prefix) return readPlace(reading, from + prefix[0].length)
  const division = match(patterns.division, folded, from)
  if (division) return readPlace(reading, from + division[0].length)
  let end = from
  const target: AmendmentTarget = {}
  if (match(patterns.supplementary, folded, end)) {
    target.supplementary = true
    end += 2
  } else if (memory.supplementary && match(patterns.paragraph, folded, end)) target.supplementary = true
  const last = match(patterns.end, folded, end)
  if (last) return { target: {}, end: end + last[0].length }
  const whole = match(patterns.part, folded, end)
  if (whole) {
    const part = parts[whole[0]]
    return { target: { ...target, ...(part ? { part } : {}) }, end: end + whole[0].length }
  }
  const table = tableAt(reading, end)
  if (table) return table
  if (memory.row !== undefined && folded.startsWith('同項', end))
    return columnAt(reading, { target: { appendedTable: memory.appendedTable, row: memory.row }, end: end + 2 })
  if (memory.row !== undefined && folded.startsWith('同欄', end)) {
    const { appendedTable, row, column: named } = memory
    return { target: { appendedTable, row, ...(named === undefined ? {} : { column: named }) }, end: end + 2 }
  }
  const article = match(patterns.article, folded, end)
  if (article) {
    const number = article[0] === '同条' ? memory.article : numberIn(article[0])
    if (number === undefined) return undefined
    target.article = number
    end += article[0].length
  }
  const paragraph = match(patterns.paragraph, folded, end)
  if (paragraph) {
    if (!article && target.supplementary === undefined && memory.article !== undefined) target.article = memory.article
    const number = paragraph[0] === '同項' ? memory.paragraph : Number(numberIn(paragraph[0]))
    if (number === undefined) return undefined
    target.paragraph = number
    end += paragraph[0].length
  }
  const item = match(patterns.item, folded, end)
  if (item) {
    if (!article && !paragraph) inherit(target, memory, ['article', 'paragraph', 'supplementary'])
    const number = item[0] === '同号' ? memory.item : numberIn(item[0])
    if (number === undefined) return undefined
    target.item = number
    end += item[0].length
  }
  if (item || (end === from && memory.item !== undefined)) {
    const subitems: string[] = []
    for (let sub = match(patterns.subitem, folded, end); sub; sub = match(patterns.subitem, folded, end)) {
      subitems.push(printed.slice(end, end + sub[0].length))
      end += sub[0].length
    }
    if (subitems.length > 0) {
      if (!item) {
        inherit(target, memory, ['article', 'paragraph', 'supplementary', 'item'])
        const above = memory.subitems?.slice(0, -1) ?? []
        target.subitems = [...above, ...subitems]
      } else target.subitems = subitems
    }
  }
  if (end === from) return undefined
  const rule = match(patterns.rule, folded, end)
  if (rule) end += rule[0].length
  const within = match(patterns.within, folded, end)
  if (within) {
    const part = parts[within[0].replace(/^の/u, '')]
    if (part) target.part = part
    end += within[0].length
  }
  return { target, end }
}

function inherit(target: AmendmentTarget, memory: AmendmentTarget, keys: readonly (keyof AmendmentTarget)[]): void {
  for (const key of keys) if (memory[key] !== undefined) Object.assign(target, { [key]: memory[key] })
}
