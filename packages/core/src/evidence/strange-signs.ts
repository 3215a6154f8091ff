/** Of Latin letters less sure than this, as of kana, two in five are wrong: strokes and specks are read as such. */
const sureLetter = 0.9
/** Signs that such documents hardly have, and that dirt, brackets and strokes of pens are read as. */
const rareSign = /[<>{}_|"'`^\\*#=«»]/u
const sureRareSign = 0.98
const letter = /[A-Za-z]/u
/** Letters in words of the field, and before the years of eras, are expected where they stand. */
const expected = /KPI|KGI|SDGs|PDCA|ICT|IoT|GIS|SNS|NPO|DX|AI|UIJ|[MTSHR](?=[0-9]{1,2}(?:年|\b))/gu
const stop = /[。、,]/u
const afterEnd = /[。、,.:;]/u
const behindFigure = /[0-9A-Za-z]/u

/** Whether a point or middle dot stands where none does: dots in a row fill a gap. */
function isLostDot(c: string, before = '', after = ''): boolean {
  if (c === before || c === after) return false
  if (c === '.') return !behindFigure.test(before)
  return c === '・' && (after === '' || stop.test(before) || stop.test(after))
}

/**
 * Places of the characters of a text that are signs where no sign stands, or letters and rare signs less sure than such are where
 * they are right: a stop before all words, one behind a full stop, a middle dot beside a stop or behind all words, a point that is behind no figure.
 */
export function strangeSigns(text: string, confidenceAt: (i: number) => number): number[] {
  const isExpected = new Set(
    [...text.matchAll(expected)].flatMap(({ index, 0: word }) => Array.from(word, (_, k) => index + k)),
  )
  return Array.from({ length: text.length }, (_, i) => i).flatMap((i) => {
    const c = text[i] as string
    const isStrange = letter.test(c)
      ? confidenceAt(i) < sureLetter && !isExpected.has(i)
      : rareSign.test(c)
        ? confidenceAt(i) < sureRareSign
        : (i === 0 && text.length > 1 && stop.test(c)) ||
          (text[i - 1] === '。' && afterEnd.test(c)) ||
          isLostDot(c, text[i - 1], text[i + 1])
    return isStrange ? [i] : []
  })
}
