import type { Block, Cell, Line } from '../../layout/block.ts'
import { isFieldName, isPillarName } from '../../parse/vision/heading.ts'
import type { Text } from '../../text/text.ts'
import { correct, type Evidence } from '../corrections.ts'
import { leastConfidence } from '../recognition.ts'

const roman = [...'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ']
/** Headings are short. */
const longest = 45
/** A heading that counts with Roman numbers does not stand alone. */
const fewest = 2
/** Strokes of another number than the sequence has are read with less than this. */
const sure = 0.9
/** What a heading lacks at its left where its number was lost, in heights of its line: a number and the space behind it. */
const lostWidth = [1.4, 2.6] as const
/** A heading stands no further over its table than this, in heights of its line. */
const nearTable = 4

/** What strokes are read as, and Ⅰ to Ⅲ are made of. */
const strokes = '[Il|!1iTLHUEM\\[\\]Ⅰ-Ⅹ]'
const stroke = new RegExp(`^${strokes}+$`, 'u')
/** Kanji that look like strokes; where they are sure they begin a word. */
const likeStrokes = '血皿川三山工'
/** What shows that strokes are no figure. */
const isNoFigure = /[^1]/u
/** Dirt; its number, whatever was read for it; a wide space, or what was read for one; and the words. */
const heading = new RegExp(
  `^(?<dirt>[・.,_' 　]{0,3})(?<number>${strokes}(?:[ 　]?${strokes}){0,3}|[\\u3400-\\u9fff](?:[ 　]?[\\u3400-\\u9fff])?(?=[_.,、・ 　])|[${likeStrokes}]|[2-9](?=[_.,、・ 　]))(?<gap>[_.,、・ 　]{0,4})(?<words>[\\u3041-\\u30ff\\u3400-\\u9fff][^。]{2,})$`,
  'u',
)
/** The first of a list, or what a pillar's heading stands over. */
const under = /^(?:[(（][1１一lI ]?[)）\]]|\(1|[C位][1１l][)）\]》l]|ア[\s　]|[1１①]|【)/u

interface Head {
  text: Text
  number: string
  /** Where its number begins and ends in the text, and where the words begin. */
  place: [number, number, number]
  words: string
}

/** Two characters in the room of one, in ems. */
const roomOfOne = 1.6
const twoBefore = /^(?<number>[^\s、。]{2})(?<gap>[ 　]*)(?<words>[\u3041-\u30ff\u3400-\u9fff].*)$/u

/** A number that was read as two characters in its room, before the name of a field: ブ相暮らしの安心に係る政策分野. */
function crowdedHead({ recognition }: Evidence, text: Text): Head | undefined {
  const { number = '', gap = '', words = '' } = (isFieldName(text.value) && twoBefore.exec(text.value)?.groups) || {}
  if (number === '') return undefined
  const widths = [0, 1].map((i) => recognition.widthAt(text.offsets[i] as number) ?? Number.POSITIVE_INFINITY)
  if ((widths[0] as number) + (widths[1] as number) > roomOfOne) return undefined
  return { text, number, place: [0, 2, 2 + gap.length], words }
}

function headOf(evidence: Evidence, text: Text): Head | undefined {
  if (text.value.length > longest) return undefined
  const { dirt = '', number = '', gap = '', words = '' } = heading.exec(text.value)?.groups ?? {}
  const end = dirt.length + number.length
  // IT産業 is a word.
  if (number === '' || (gap === '' && (!isNoFigure.test(number) || number === 'IT'))) return crowdedHead(evidence, text)
  return { text, number: number.replace(/\s/gu, ''), place: [dirt.length, end, end + gap.length], words }
}

/** Whether a line over a table begins where the words of headings do, and not where their numbers do. */
const lacksNumber = (line: Line, next: Block | undefined): boolean => {
  if (next?.kind !== 'table' || !line.box || !next.box || line.page !== next.page) return false
  const height = line.box[3] - line.box[1]
  const lost = (line.box[0] - next.box[0]) / height
  return lost > lostWidth[0] && lost < lostWidth[1] && next.box[1] - line.box[3] < nearTable * height
}

/** A heading whose number was lost: it begins where the words of the others do. */
const bareHead = (text: Text): Head => ({ text, number: '', place: [0, 0, 0], words: text.value })

/** Lines that stand over lists, tables, and sheets. */
function headLines(evidence: Evidence, blocks: readonly Block[]): Head[] {
  const own = blocks.filter((b) => b.kind === 'table' || !(b.furniture || /^[-ー一\s0-9]{1,8}$/u.test(b.folded)))
  let isCounted = false
  return own.flatMap((line, i): Head[] => {
    if (line.kind !== 'line') return []
    const head = headOf(evidence, line.text)
    const next = own[i + 1]
    const begins = next !== undefined && (next.kind === 'table' || under.test(next.folded))
    const isStroke = head !== undefined && (stroke.test(head.number) || isUnsure(evidence, head))
    const isHead = head !== undefined && (begins || (isStroke && (isPillarName(head.words) || isFieldName(head.words))))
    if (isHead) isCounted = true
    else if (isCounted && line.folded.length <= longest && !/[。、,]$/u.test(line.folded) && lacksNumber(line, next))
      return [bareHead(line.text)]
    return isHead ? [head] : []
  })
}

const isAlone = (row: readonly Cell[]): boolean =>
  row.length > 1 && row[0]?.text.value !== '' && row.slice(1).every((cell) => cell.text.value === '')

/** Rows of a table that hold one text alone. */
const headRows = (evidence: Evidence, rows: readonly (readonly Cell[])[]): Head[] =>
  rows.slice(1).flatMap((row) => {
    if (!isAlone(row)) return []
    const { text, folded } = row[0] as Cell
    // Of fields that are counted one without a number lost it.
    return headOf(evidence, text) ?? (isFieldName(folded) && text.value.length <= longest ? bareHead(text) : [])
  })

/** Cells of the first column that name a pillar, beside what belongs to it. */
const headCells = (evidence: Evidence, rows: readonly (readonly Cell[])[]): Head[] =>
  rows.flatMap((row) => {
    const head = row[0] && !isAlone(row) ? headOf(evidence, row[0].text) : undefined
    return head && isPillarName(head.words) ? [head] : []
  })

const isUnsure = (evidence: Evidence, { text, place: [start, end], number }: Head): boolean =>
  leastConfidence(evidence.recognition, text, start, end) < sure || crowdedHead(evidence, text)?.number === number

/** The number that was read; undefined where strokes may be any. */
const readNumber = (number: string): number | undefined =>
  /^[Ⅰ-Ⅹ]$/u.test(number) ? roman.indexOf(number) + 1 : /^[Il|]{2,3}$/u.test(number) ? number.length : undefined

/** Headings with the numbers that they must have, one after the other; those with words that were there begin anew. */
function countedHeads(evidence: Evidence, heads: readonly Head[]): [Head, number][] {
  const words = new Set<string>()
  let n = 0
  return heads.map((head) => {
    if (head.number === 'Ⅰ' || words.has(head.words)) {
      n = 0
      words.clear()
    }
    words.add(head.words)
    n = Math.max(n + 1, isUnsure(evidence, head) ? 0 : (readNumber(head.number) ?? 0))
    return [head, n]
  })
}

/** Two kanji, or one with no gap behind it, are what strokes were read as where they are unsure, and a word else. */
const isWord = (evidence: Evidence, head: Head): boolean =>
  (head.number.length > 1 || head.place[1] === head.place[2]) &&
  head.number !== '' &&
  !stroke.test(head.number) &&
  !isUnsure(evidence, head)

function correctHeads(evidence: Evidence, all: readonly Head[]): void {
  const heads = all.filter((head) => !isWord(evidence, head))
  const ofStrokes = heads.filter(({ number }) => stroke.test(number))
  if (heads.length < fewest || ofStrokes.length * 2 < heads.length) return
  if (!ofStrokes.some(({ number }) => isNoFigure.test(number)) || !stroke.test(heads[0]?.number ?? '')) return
  const counted = countedHeads(evidence, heads)
  // Figures that count on, or a number that was read as one and is another: the headings are not what they are taken for.
  if (counted.some(([{ number }, n]) => number === String(n) && n > 1)) return
  if (counted.some(([{ number }, n]) => /^[Ⅳ-Ⅹ]$/u.test(number) && readNumber(number) !== n)) return
  for (const [head, n] of counted) {
    const { text, number, place } = head
    const to = roman[n - 1]
    if (to === undefined) continue
    const [start, end, words] = place
    if (number === '') correct(evidence, text, 0, 1, `${to}　${text.value[0]}`, 'sequence')
    else {
      // What dirt was made of the gap already stays: each part is put right by itself.
      if (start > 0) correct(evidence, text, 0, start, '', 'sequence')
      if (text.value.slice(start, end) !== to)
        correct(evidence, text, start, end, words === end ? `${to}　` : to, 'sequence')
      if (/[_.,、・]/u.test(text.value.slice(end, words))) correct(evidence, text, end, words, '　', 'sequence')
    }
  }
}

/** Puts Ⅰ, Ⅱ, Ⅲ at the heads of lines and rows right by their sequence, where strokes were read for some of them. */
export function correctRomanHeadings(evidence: Evidence, blocks: readonly Block[]): void {
  correctHeads(evidence, headLines(evidence, blocks))
  for (const block of blocks) {
    if (block.kind !== 'table') continue
    correctHeads(evidence, headRows(evidence, block.rows))
    correctHeads(evidence, headCells(evidence, block.rows))
  }
}
