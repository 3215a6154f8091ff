import type { Font } from './graphics-state.ts'
import type { RunList } from './packed-page.ts'

// A font that does not say what its characters are gives their numbers in the font instead, which look like characters.

/**
 * Where fewer than this share of a font's characters have the number of their glyph, those that no writing has are not told by the font;
 * a letter or a figure may have its own number by chance.
 */
const untoldShare = 0.2
/** Writing has at least this share of ordinary characters, numbers of glyphs hardly any … */
const ordinaryShare = 0.7
/** … and no more than this share of controls, which are the first glyphs of a font. */
const controlShare = 0.02

/** Kana, kanji of the ordinary range, punctuation, marks, full- and half-width forms, ASCII. */
const ordinary = /[\s -~\u2010-\u203b\u2100-\u27bf\u3000-\u30ff\u3220-\u33ff\u4e00-\u9fff\uff01-\uff9f]/gu
/** Where all is Latin, this share of it is letters, digits and what parts them; of the first hundred glyphs of a font two thirds are. */
const plain = /[\w ,.-]/gu
const plainShare = 0.75
/** Fewer characters than this, as a number in brackets, show nothing of the kind. */
const fewestLatin = 40
const latin = /^[\0-\x7f\ufffd]*$/u
const control = /[\0-\x08\x0b-\x1f\x7f-\x9f\ufffd]/gu

const share = (text: string, pattern: RegExp): number => (text.match(pattern)?.length ?? 0) / Math.max(text.length, 1)

/** Whether characters that have the codes of their font may be what they look like. */
const isWriting = (text: string): boolean =>
  share(text, control) <= controlShare &&
  share(text, ordinary) >= ordinaryShare &&
  (!latin.test(text) || text.length < fewestLatin || share(text, plain) >= plainShare)

/** Counts a character of a font whose codes are wide by whether it is but its code. */
export function countCode(font: Font, unicode: string, code: number | undefined): boolean {
  const isSame = code !== undefined && unicode.codePointAt(0) === code
  if (isSame) font.same++
  else font.other++
  return isSame
}

/** The text of a page with replacement characters for what its fonts do not tell. `same` are the places of characters that are but their codes. */
export function withoutGlyphCodes(
  text: string,
  start: number,
  runs: RunList,
  fonts: ReadonlyMap<string, Font>,
  same: readonly number[],
): string {
  if (same.length === 0) return text
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
  const owners = ownersOf(text.length, start, runs)
  const byFont = new Map<string, number[]>()
  for (const at of same) {
    const name = owners[at]
    if (name === undefined) continue
    const own = byFont.get(name)
    if (own) own.push(at)
    else byFont.set(name, [at])
  }
  for (const [name, places] of byFont) {
    const font = fonts.get(name)
    if (!font) continue
    const isPart = font.same < (font.same + font.other) * untoldShare
    if (!isPart && isWriting(places.map((at) => text[at]).join(''))) continue
    for (const at of places) if (!isPart || share(text[at] as string, ordinary) === 0) units[at] = replacement
  }
  return units.map((unit) => String.fromCharCode(unit)).join('')
}

const replacement = 0xfffd

/** For each unit of a page's text the font that it is in. */
function ownersOf(length: number, start: number, { numbers, styles }: RunList): (string | undefined)[] {
  const owners: (string | undefined)[] = new Array(length).fill(undefined)
  for (let i = 0; i < numbers.length; i += 3)
    owners.fill(
      styles[numbers[i + 2] as number]?.font,
      (numbers[i] as number) - start,
      (numbers[i + 1] as number) - start,
    )
  return owners
}
