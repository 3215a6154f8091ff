/** What a font of symbols draws for a code, for the codes that marks, bullets and numbers have. */
export type Symbols = Readonly<Record<number, string>>

/** Characters from a code on, one a code; spaces are left out. */
const from = (code: number, characters: string): Record<number, string> =>
  Object.fromEntries(Array.from(characters, (c, i) => [code + i, c] as const).filter(([, c]) => c !== ' '))

const circled = '①②③④⑤⑥⑦⑧⑨⑩'
const filled = '❶❷❸❹❺❻❼❽❾❿'

const wingdings: Symbols = {
  ...from(0x6c, '●○■□□□□◆◆◆❖◆☒'),
  ...from(0x81, circled),
  ...from(0x8c, filled),
  ...from(0x9e, '・・・○○○◉◎'),
  ...from(0xa7, '▪□'),
  ...from(0xab, '★'),
  ...from(0xd8, '➢'),
  ...from(0xdf, '←→↑↓↖↗↙↘←→↑↓↖↗↙↘⇦⇨⇧⇩'),
  ...from(0xfb, '✗✓☒☑'),
}
const wingdings2: Symbols = { ...from(0x4f, '✗✓☒☑☒☒'), ...from(0x6a, circled), ...from(0x75, filled) }
const webdings: Symbols = {
  ...from(0x61, '✓'),
  ...from(0x63, '□'),
  ...from(0x67, '■'),
  ...from(0x6e, '●'),
  ...from(0x72, '✗'),
}
const dingbats: Symbols = {
  ...from(0x33, '✓✔✕✖✗✘'),
  ...from(0x48, '★'),
  ...from(0x6c, '●○■□□□□▲▼◆❖'),
  ...from(0xac, circled),
  ...from(0xb6, filled),
  ...from(0xc0, circled),
  ...from(0xca, filled),
}
const symbol: Symbols = from(0xb7, '・')

/** By the beginning of the font's name, without the tag of a subset. */
const fonts: readonly (readonly [RegExp, Symbols])[] = [
  [/^Wingdings ?-?2/iu, wingdings2],
  [/^Wingdings ?-?3/iu, {}],
  [/^Wingdings/iu, wingdings],
  [/^Webdings/iu, webdings],
  [/^(ITC)?ZapfDingbats|^Dingbats/iu, dingbats],
  [/^Symbol(MT|PS|,|-|$)/iu, symbol],
]

/** The symbols of a font; nothing for one of letters. */
export function symbolsOf(name: string): Symbols | undefined {
  const own = name.replace(/^[A-Z]{6}\+/u, '')
  return fonts.find(([pattern]) => pattern.test(own))?.[1]
}

/** Fonts of symbols have their codes in a range for private use too. */
const isPrivate = (unit: number): boolean => unit >= 0xf000 && unit <= 0xf0ff
/** What is above Latin, punctuation and currencies was told by the file. */
const firstTold = 0x2100

/** What a character of a font of symbols is; nothing where its file says so itself, or nobody knows. */
export function symbolOf(symbols: Symbols, unicode: string, code: number | undefined): string | undefined {
  const unit = unicode.charCodeAt(0)
  if (isPrivate(unit)) return symbols[unit & 0xff]
  if (unit >= firstTold || code === undefined || code > 0xffff) return undefined
  return symbols[code & 0xff]
}
