import { fold, numeralOf } from '@kyoyaku/core'

const numeral = '[0-9〇一二三四五六七八九十百千]{1,9}'
const branches = `(?:の${numeral}(?![人名者つ年月日]))*`
const part = `(?:第${numeral}[条項号]${branches}|[前次同][条項号]|前${numeral}[条項号]|各号)`
const pattern = new RegExp(`${part}{1,4}`, 'gu')
const parts = new RegExp(part, 'gu')

/** A step of a reference: 第３条の２ names, 前項 and 前二項 step back, 次条 forth, 同条 repeats. */
export interface ReferenceStep {
  level: 'article' | 'paragraph' | 'item'
  kind: 'named' | 'back' | 'forth' | 'same'
  number: string
}

export interface ReferenceChunk {
  start: number
  end: number
  steps: ReferenceStep[]
  /** A law's name stands right before it: a provision of another text. */
  foreign: boolean
}

const levels: Readonly<Record<string, ReferenceStep['level']>> = { 条: 'article', 項: 'paragraph', 号: 'item' }
const kinds: Readonly<Record<string, ReferenceStep['kind']>> = { 第: 'named', 前: 'back', 次: 'forth', 同: 'same' }

function stepOf(text: string): ReferenceStep {
  const sign = text.search(/[条項号]/u)
  const core = text.slice(1, sign)
  const branch = text
    .slice(sign + 1)
    .split('の')
    .filter((b) => b !== '')
  const numbers = [core, ...branch].map((n) => numeralOf(n) ?? 0)
  return {
    level: levels[text[sign] as string] as ReferenceStep['level'],
    kind: kinds[text[0] as string] ?? 'same',
    number: core === '' ? '1' : numbers.join('_'),
  }
}

/** The references to provisions in a text, each with its steps. */
export function referenceChunks(text: string): ReferenceChunk[] {
  const folded = fold(text)
  return [...folded.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    steps: [...match[0].matchAll(parts)].map((m) => stepOf(m[0])),
    foreign: /[法令則約例)]$/u.test(folded.slice(Math.max(0, match.index - 1), match.index)),
  }))
}
