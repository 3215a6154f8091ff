import type { Block, Line } from '../../layout/block.ts'
import { isPillarName } from '../../parse/vision/heading.ts'
import { correct, type Evidence } from '../corrections.ts'

const roman = [...'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ']
/** Headings are short. */
const longest = 45
/** A heading that counts with Roman numbers does not stand alone. */
const fewest = 2

/** What strokes are read as, and Ⅰ to Ⅲ are made of. */
const stroke = /^(?:[Il|!1iTL]{1,3}|[Ⅰ-Ⅹ])$/u
/** What shows that strokes are no figure. */
const isNoFigure = /[Il|!iTⅠ-Ⅹ]/u
/** Its number, whatever was read for it, with dirt behind it; a wide space, or what was read for one; and the words. */
const heading =
  /^(?<number>[Ⅰ-Ⅹ]|[Il|!1iTL](?:[ 　]?[Il|!1iTL]){0,2}|[\u3400-\u9fff])(?<gap>[_.,、・ 　]{0,4})(?<words>[\u3041-\u30ff\u3400-\u9fff][^。]{2,})$/u
/** The first of a list. */
const firstOfList = /^(?:[(（][1１一lI ]?[)）\]]|\(1|ア[\s　]|[1１①])/u

interface Head {
  line: Line
  number: string
  /** Its number and what is behind it, as read. */
  seen: string
  gap: string
  words: string
}

function headsIn(blocks: readonly Block[]): Head[] {
  const own = blocks.filter((b) => b.kind === 'table' || !(b.furniture || /^[-ー一\s0-9]{1,8}$/u.test(b.folded)))
  return own.flatMap((line, i): Head[] => {
    if (line.kind !== 'line' || line.text.value.length > longest) return []
    const { number = '', gap = '', words = '' } = heading.exec(line.text.value)?.groups ?? {}
    if (number === '') return []
    const next = own[i + 1]
    const begins = next !== undefined && (next.kind === 'table' || firstOfList.test(next.folded))
    const isStroke = stroke.test(number.replace(/\s/gu, ''))
    // A kanji before a space is a number that was misread only where a list begins below.
    if (!begins && !(isStroke && isPillarName(words))) return []
    if (gap === '' && !isNoFigure.test(number)) return []
    return [{ line, number: number.replace(/\s/gu, ''), seen: number + gap, gap, words }]
  })
}

/** Headings whose numbers can be nothing but Ⅰ, Ⅱ, Ⅲ …, one after the other; those with words that were there begin anew. */
function countedHeads(heads: readonly Head[]): [Head, number][] {
  const words = new Set<string>()
  let n = 0
  return heads.map((head) => {
    if (head.number === 'Ⅰ' || words.has(head.words)) {
      n = 0
      words.clear()
    }
    words.add(head.words)
    n++
    return [head, n]
  })
}

/** Puts Ⅰ, Ⅱ, Ⅲ at the heads of lines right by their sequence, where strokes were read for some of them. */
export function correctRomanHeadings(evidence: Evidence, blocks: readonly Block[]): void {
  const heads = headsIn(blocks)
  const strokes = heads.filter(({ number }) => stroke.test(number))
  if (heads.length < fewest || strokes.length * 2 < heads.length) return
  if (!strokes.some(({ number }) => isNoFigure.test(number)) || !stroke.test(heads[0]?.number ?? '')) return
  const counted = countedHeads(heads)
  // A number that was read as one and is another: the headings are not what they are taken for.
  if (counted.some(([{ number }, n]) => /^[Ⅳ-Ⅹ]$/u.test(number) && roman.indexOf(number) !== n - 1)) return
  for (const [{ line, number, seen, gap }, n] of counted) {
    const to = roman[n - 1]
    if (to === undefined || (number === to && !/[_.,、・]/u.test(gap))) continue
    if (stroke.test(number) && n < number.length) continue
    // What dirt was made of the gap already stays: the number is put right by itself.
    const end = seen.length - gap.length
    if (seen.slice(0, end) !== to) correct(evidence, line.text, 0, end, gap === '' ? `${to}　` : to, 'sequence')
    if (/[_.,、・]/u.test(gap)) correct(evidence, line.text, end, seen.length, '　', 'sequence')
  }
}
