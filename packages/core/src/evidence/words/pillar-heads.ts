import type { Block } from '../../layout/block.ts'
import { isPillarName } from '../../parse/vision/heading.ts'
import { fold } from '../../text/fold.ts'
import type { Text } from '../../text/text.ts'
import { correct, type Evidence } from '../corrections.ts'

const roman = [...'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ']
/** Headings are short. */
const longest = 45
/** A heading whose number was read. */
const counted = /^(?<number>[Ⅰ-Ⅹ]|I{1,3}|IV|V)[_. 　]{0,2}(?<words>[\u3041-\u30ff\u3400-\u9fff].{3,})$/u
/** What strokes are read as, before the words that pillars of regions begin with. */
const misread =
  /^(?<seen>[IlL|!1iTHUEM皿四川山血Ⅰ-Ⅹ]{1,4}[_. 　]{0,2})(?<words>(?:圏域全体の(?:経済成長|生活関連機能)|高次の?都市機能|都市機能の|生活機能の強化|結び(?:つき|付き)や|圏域マネジメント).{0,30})$/u

const ascii: Readonly<Record<string, number>> = { I: 1, II: 2, III: 3, IV: 4, V: 5 }
const numberOf = (number: string): number => ascii[number] ?? roman.indexOf(number) + 1

function textsOf(blocks: readonly Block[]): Text[] {
  const all = blocks.flatMap((block) =>
    block.kind === 'line' ? [block.text] : block.rows.flatMap((row) => row.map((cell) => cell.text)),
  )
  return all.filter((text) => text.value.length >= 4 && text.value.length <= longest)
}

/** Puts the Roman numbers of pillars right that were read as something else, by the one before and by the same words elsewhere. */
export function correctPillarHeads(evidence: Evidence, blocks: readonly Block[]): void {
  const known = new Map<string, number>()
  let last: number | undefined
  for (const text of textsOf(blocks)) {
    const { number = '', words = '' } = counted.exec(text.value)?.groups ?? {}
    if (number !== '' && (last === undefined || numberOf(number) <= last + 1)) {
      last = numberOf(number)
      known.set(words, last)
      continue
    }
    const { seen = '', words: name = '' } = misread.exec(text.value)?.groups ?? {}
    const expected: number | undefined = known.get(name) ?? (last === undefined ? undefined : last + 1)
    const to = expected === undefined ? undefined : roman[expected - 1]
    if (seen === '' || to === undefined) continue
    if (correct(evidence, text, 0, seen.length, `${to}　`, 'sequence')) {
      last = expected
      known.set(name, expected as number)
    }
  }
}

/** 2 産業の振興, and what is read for 1. */
const figured = /^(?<seen>[0-9]|[-—ー一|lI!i](?=[ _]))(?<gap>[_. ]{0,3})(?<words>[\u3041-\u30ff\u3400-\u9fff].{3,})$/u

/** Puts the figure before the first of the pillars back where a stroke was read for 1, and the others count on from 2. */
export function correctFirstPillar(evidence: Evidence, blocks: readonly Block[]): void {
  const heads = textsOf(blocks).flatMap((text) => {
    const { seen = '', words = '' } = figured.exec(fold(text.value))?.groups ?? {}
    return seen !== '' && isPillarName(words) ? [{ text, seen }] : []
  })
  heads.forEach(({ text, seen }, i) => {
    const isFirst = i === 0 || heads.slice(0, i).every((head) => head.seen !== '1')
    if (/[0-9]/u.test(seen) || !isFirst || heads[i + 1]?.seen !== '2') return
    correct(evidence, text, 0, 1, /[０-９]/u.test(heads[i + 1]?.text.value[0] ?? '') ? '１' : '1', 'sequence')
  })
}
