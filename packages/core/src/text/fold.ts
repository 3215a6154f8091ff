import { cjkRadicals } from './cjk-radicals.ts'

/** Alternative spellings, each group folded to its first character. Every entry is one UTF-16 unit. */
const alternatives = [
  '~〜～∼',
  '・･‧•·∙',
  '-‐‑‒–—―−－─━ｰ﹣',
  'ー',
  ' 　\u00a0\t\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f',
  '〇○◯⚪',
  '、､',
  '。｡',
  '「｢',
  '」｣',
]

const halfKana = 'ｦｧｨｩｪｫｬｭｮｯｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝﾞﾟ'
const fullKana =
  'ヲァィゥェォャュョッアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜'

/** What is added to a unit, modulo 2^16 as String.fromCharCode counts. Most units stay, and a table of zeros costs nothing to make. */
type Shifts = Uint16Array

function shift(shifts: Shifts, from: number, to: number): void {
  shifts[from] = to - from
}

function shiftRadicals(shifts: Shifts): Shifts {
  for (let i = 0; i < cjkRadicals.length; i += 2) {
    const from = cjkRadicals.charCodeAt(i)
    shifts[from] = cjkRadicals.charCodeAt(i + 1) - from
  }
  return shifts
}

function shiftSpellings(shifts: Shifts): Shifts {
  shifts.fill(-0xfee0, 0xff01, 0xff5f)
  for (let i = 0; i < halfKana.length; i++) shift(shifts, halfKana.charCodeAt(i), fullKana.charCodeAt(i))
  for (const group of alternatives) for (const c of group) shift(shifts, c.charCodeAt(0), group.charCodeAt(0))
  return shifts
}

const radicalShifts = shiftRadicals(new Uint16Array(0x10000))
const foldShifts = shiftSpellings(radicalShifts.slice())

/** So many units are made a string at once: each is an argument. */
const mostUnits = 4096

function translate(text: string, shifts: Shifts): string {
  let i = 0
  while (i < text.length && shifts[text.charCodeAt(i)] === 0) i++
  if (i === text.length) return text
  let out = text.slice(0, i)
  while (i < text.length) {
    const end = Math.min(i + mostUnits, text.length)
    // A plain array: a typed one is copied into one before it becomes arguments.
    const units: number[] = []
    for (; i < end; i++) {
      const unit = text.charCodeAt(i)
      units.push(unit + (shifts[unit] as number))
    }
    out += String.fromCharCode(...units)
  }
  return out
}

/** The text with leaked radicals replaced by the characters that they stand for; UTF-16 length is kept. */
export const replaceRadicals = (text: string): string => translate(text, radicalShifts)

/** 第一條, 前條, 第二號: how old documents count. Elsewhere 條 is of names. */
const oldCounters = /(?<=(?:第 ?[0-9一二三四五六七八九十百千]{1,9} ?|[前次同本各]))[條號]/gu
const withCounters = (folded: string): string =>
  folded.includes('條') || folded.includes('號')
    ? folded.replace(oldCounters, (c) => (c === '條' ? '条' : '号'))
    : folded

/**
 * The form that grammars match on: ASCII for full-width ASCII, full-width for half-width kana, one wave dash (~), one
 * middle dot (・), one hyphen (-), one circle (〇), one space, 条 and 号 behind their numbers. UTF-16 length is kept, so an index into the folded text
 * is an index into the text. Never print it: ー stays but １ becomes 1 and ， becomes a comma.
 */
export const fold = (text: string): string => withCounters(translate(text, foldShifts))
