import { findMunicipalities, type Tokenizer } from '@kyoyaku/core'
import { eraYear } from './calendar.ts'
import { countedBy, type Folding, formOf } from './folding.ts'
import { dayOfMonth, kanjiCount } from './kanji-number.ts'

const numeral = '[0-9０-９〇一二三四五六七八九十百千]{1,9}'
/** What is counted goes with its number: ２回, 15,000千円, 令和８年. */
const counter = '(?:年度|年|月|日|回|人|名|件|通|部|割|箇所|か所|時間|(?:百万|千|万|億)?円|[%％])'
/** What is never cut: the parts of a reference, and numbers with their separators and what they count. */
const whole = new RegExp(
  `${eraYear}|${dayOfMonth}|第${numeral}[条項号編章節款](?:の${numeral}(?![人名者つ年月日]))*|別表第${numeral}|[前次](?:${numeral})?[条項号]|同[条項号](?![例約目])|${kanjiCount}|[0-9０-９]+(?:[,，.．][0-9０-９]+)*${counter}?`,
  'gu',
)
/** The dictionary tokenizer is quadratic on text without an end in sight. */
const longestPiece = 400

function addWords(text: string, tokenizer: Tokenizer, tokens: string[]): void {
  for (let i = 0; i < text.length; ) {
    let end = Math.min(text.length, i + longestPiece)
    if (end < text.length) {
      const stop = Math.max(text.lastIndexOf('。', end), text.lastIndexOf('、', end))
      if (stop > i) end = stop + 1
    }
    for (const { surface } of tokenizer(text.slice(i, end))) tokens.push(surface)
    i = end
  }
}

/** Words of a name before its 市, 町 or 村: 南｜アルプス｜市. */
const wordsOfName = 4

/** Names of municipalities stay whole, as they join and leave whole: 長沼町, and 長沼町長 as 長沼町｜長. */
function withNames(words: readonly string[]): string[] {
  const tokens: string[] = []
  for (const word of words) {
    const kind = /^[市町村]/u.exec(word)?.[0]
    let name = ''
    let taken = 0
    if (kind)
      for (let n = 1; n <= wordsOfName && n <= tokens.length; n++) {
        const whole = tokens.slice(-n).join('') + kind
        if (findMunicipalities(whole).length > 0) [name, taken] = [whole, n]
      }
    if (!kind || taken === 0) {
      tokens.push(word)
      continue
    }
    tokens.splice(-taken, taken, name)
    if (word !== kind) tokens.push(word.slice(kind.length))
  }
  return tokens
}

/** A text as its smallest units of meaning; joined they give the text. */
export function tokensOf(text: string, tokenizer: Tokenizer): string[] {
  const tokens: string[] = []
  let from = 0
  for (const match of text.matchAll(whole)) {
    addWords(text.slice(from, match.index), tokenizer, tokens)
    tokens.push(match[0])
    from = match.index + match[0].length
  }
  addWords(text.slice(from), tokenizer, tokens)
  return withNames(tokens)
}

/** The words of a text, and what they are compared by; the words joined give the text. */
export interface Words {
  texts: string[]
  keys: string[]
}

/** Half-width forms as the dictionary of words knows them. */
const wide = (text: string): string => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))

/** Where the characters of a text stand that are no white space. */
function inkOf(text: string): number[] {
  const at: number[] = []
  for (let i = 0; i < text.length; i++) if (!/\s/u.test(text[i] as string)) at.push(i)
  return at
}

/** The words of a text under a folding: cut alike whatever forms it is written in, white space with the word before it. */
export function wordsOf(text: string, { folding, tokenizer }: { folding: Folding; tokenizer: Tokenizer }): Words {
  const form = formOf(folding, text)
  const at = folding.space && /\s/u.test(form) ? inkOf(form) : undefined
  const ink = at ? at.map((i) => form[i]).join('') : form
  if (ink === '' && text !== '') return { texts: [text], keys: [form] }
  const texts: string[] = []
  const keys: string[] = []
  const place = (i: number): number => (i === 0 ? 0 : at ? (at[i] ?? text.length) : i)
  let from = 0
  for (const token of tokensOf(folding.width ? wide(ink) : ink, tokenizer)) {
    const to = from + token.length
    const word = ink.slice(from, to)
    keys.push(countedBy(folding, word))
    texts.push(text.slice(place(from), to === ink.length ? text.length : place(to)))
    from = to
  }
  return { texts, keys }
}
