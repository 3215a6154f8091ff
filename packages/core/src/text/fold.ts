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

function table(fill: (map: Uint16Array) => void): Uint16Array {
  const map = new Uint16Array(0x10000).map((_, i) => i)
  fill(map)
  return map
}

const radicalMap = table((map) => {
  for (let i = 0; i < cjkRadicals.length; i += 2) map[cjkRadicals.charCodeAt(i)] = cjkRadicals.charCodeAt(i + 1)
})

const foldMap = table((map) => {
  for (let c = 0xff01; c <= 0xff5e; c++) map[c] = c - 0xfee0
  for (let i = 0; i < halfKana.length; i++) map[halfKana.charCodeAt(i)] = fullKana.charCodeAt(i)
  for (const group of alternatives) for (const c of group) map[c.charCodeAt(0)] = group.charCodeAt(0)
  for (let i = 0; i < cjkRadicals.length; i += 2) map[cjkRadicals.charCodeAt(i)] = cjkRadicals.charCodeAt(i + 1)
})

/** Reused for every text; longer ones go through it in pieces. */
const chunk = new Uint16Array(4096)

function translate(text: string, map: Uint16Array): string {
  let i = 0
  while (i < text.length && map[text.charCodeAt(i)] === text.charCodeAt(i)) i++
  if (i === text.length) return text
  let out = text.slice(0, i)
  while (i < text.length) {
    const n = Math.min(chunk.length, text.length - i)
    for (let k = 0; k < n; k++) chunk[k] = map[text.charCodeAt(i + k)] as number
    out += String.fromCharCode.apply(null, chunk.subarray(0, n) as unknown as number[])
    i += n
  }
  return out
}

/** The text with leaked radicals replaced by the characters that they stand for; UTF-16 length is kept. */
export const replaceRadicals = (text: string): string => translate(text, radicalMap)

/**
 * The form that grammars match on: ASCII for full-width ASCII, full-width for half-width kana, one wave dash (~), one
 * middle dot (・), one hyphen (-), one circle (〇), one space. UTF-16 length is kept, so an index into the folded text
 * is an index into the text. Never print it: ー stays but １ becomes 1 and ， becomes a comma.
 */
export const fold = (text: string): string => translate(text, foldMap)
