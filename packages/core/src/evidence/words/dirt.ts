import type { Block } from '../../layout/block.ts'
import { correct, type Evidence } from '../corrections.ts'
import { leastConfidence } from '../recognition.ts'
import { passagesOf } from './passages.ts'

/** What specks, and full-width spaces, are read as inside of Japanese text. */
const specks = /[_.'"`´‘’“”^~|\\*;]{1,2}/gu
const japanese = /^[\u3005\u3041-\u30ff\u3400-\u9fff、。）」』】]$/u
const label = /^[\u3041-\u30ff\u3400-\u9fff)]$/u
/** A dot behind what no item of a list ends with, in the middle of a line: 募り、・甲に. */
const insideDot = /(?<=[、をはがに])・(?=[\u3400-\u9fff])/gu
/** What a speck between figures is read as, where it is no comma: 1'6番. */
const insideNumber = /(?<=[0-9])['"`´‘’“”^](?=[0-9])(?![0-9]{3}(?![0-9]))/gu
/** No cell ends in the middle of a list. */
const cellTail = /[\u3041-\u30ff\u3400-\u9fff年度]・$/u
/** What is a line of its own beside others. */
const lineSpeck = /^[・.,'"`_:;|*^]{1,2}/u
/** Before the bracket of a caption. */
const captionSpeck = /^[・.,'"`_:;|*^]{1,2}(?=[(（「【])/u
/** A number at the head of a line with what a wide space behind it is read as. */
const lineNumber =
  /^(?:[0-9A-ZⅠ-Ⅹ]{1,2}_|[0-9]{1,2}["'“”‘’]|[0-9]{1,2}[・。]|[a-z][&_=*])(?=[\u3041-\u30ff\u3400-\u9fff])/u
/** 1. with a speck behind it. */
const pointNumber = /^[0-9]{1,2}\.(?<speck>[・。_])(?=[\u3041-\u30ff\u3400-\u9fff])/u
/** (ウ)。 before its text: no sentence ends there. */
const bracketed = /^\((?:[0-9]{1,2}|[a-zア-ン])\)。(?=[\u3041-\u30ff\u3400-\u9fff])/u
/** A label in katakana with a speck behind it: イ・災害への備え; what follows ア・イ is a label, and エージェント a word. */
const katakanaLabel = /^[アイウエオカキクケコ][・ー_.,'](?=[\u3041-\u3096\u3400-\u9fff])/u
/** A long sign behind a label is one where it is read less surely. */
const sureSign = 0.9
/** A document that ends so many sentences with 。 ends none with a point. */
const fullStops = 5

/** Takes out signs that Japanese text does not have where they stand in it: between its characters, or before and after it. */
export function removeDirt(evidence: Evidence, blocks: readonly Block[]): void {
  const passages = passagesOf(blocks)
  const stops = passages.reduce((n, p) => n + p.folded.split('。').length - 1, 0)
  for (const { text, folded, row } of passages)
    if (row && cellTail.test(folded)) correct(evidence, text, folded.length - 1, folded.length, '', 'form')
  for (const { text, folded, starts } of passages)
    for (const match of folded.matchAll(specks)) {
      const [seen] = match
      const end = match.index + seen.length
      if (/[.~]/u.test(seen) && stops < fullStops) continue
      const before = starts.has(match.index) ? undefined : folded[match.index - 1]
      const after = starts.has(end) ? undefined : folded[end]
      const isLead = before === undefined && after !== undefined && japanese.test(after)
      const isInside = before !== undefined && label.test(before) && (after === undefined || japanese.test(after))
      const isTail = before !== undefined && japanese.test(before) && (after === undefined || japanese.test(after))
      if (seen.includes('~')) continue
      // .354 may be what is left of a number, .3,354 is one with a speck.
      const isBeforeNumber =
        !/^[0-9]{3}(?![0-9])/u.test(folded.slice(end, end + 4)) &&
        before === undefined &&
        /^[.'"`´‘’“”_*]+$/u.test(seen) &&
        /^[0-9]$/u.test(after ?? '')
      const isAlone = before === undefined && after === undefined && match.index > 0
      const isBehindBracket = before === ')' && after === '('
      if (isLead || isInside || isTail || isBeforeNumber || isAlone || isBehindBracket)
        correct(evidence, text, match.index, end, '', 'form')
    }
  for (const { text, folded, starts } of passages)
    for (const { index } of [...folded.matchAll(insideDot), ...folded.matchAll(insideNumber)])
      if (!starts.has(index)) correct(evidence, text, index, index + 1, '', 'form')
  for (const { text, folded, starts } of passages)
    for (const start of starts) {
      const captioned = captionSpeck.exec(folded.slice(start, start + 3))?.[0].length ?? 0
      if (captioned > 0) correct(evidence, text, start, start + captioned, '', 'form')
      const speck = lineSpeck.exec(folded.slice(start, start + 3))?.[0].length ?? 0
      if (speck > 0 && (starts.has(start + speck) || start + speck === folded.length) && starts.size > 1)
        correct(evidence, text, start, start + speck, '', 'form')
      const label = lineNumber.exec(folded.slice(start, start + 5))?.[0]
      if (label !== undefined) correct(evidence, text, start + label.length - 1, start + label.length, '　', 'form')
      const kana = katakanaLabel.exec(folded.slice(start, start + 5))?.[0]
      const isSign =
        kana?.endsWith('ー') && leastConfidence(evidence.recognition, text, start + 1, start + 2) >= sureSign
      if (kana !== undefined && !isSign) correct(evidence, text, start + 1, start + 2, '', 'form')
      const stop = bracketed.exec(folded.slice(start, start + 6))?.[0].length
      if (stop !== undefined) correct(evidence, text, start + stop - 1, start + stop, '', 'form')
      const point = pointNumber.exec(folded.slice(start, start + 5))?.[0]
      if (point !== undefined) correct(evidence, text, start + point.length - 1, start + point.length, '', 'form')
    }
}
