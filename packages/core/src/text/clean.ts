import { concat, emptyText, filter, slice, type Text, trim } from './text.ts'

/** Letters and punctuation that Japanese writes without spaces between them: ranges, and single marks. */
const cjkRanges = [
  [0x2e80, 0x2fff],
  [0x3001, 0x30ff],
  [0x3400, 0x9fff],
  [0xf900, 0xfaff],
  [0xff01, 0xff0f],
  [0xff1a, 0xff20],
  [0xff3b, 0xff40],
  [0xff5b, 0xff9f],
] as const
const cjkMarks = '○◯●◎△▲×※'
/** As a table: this is asked of every character. */
const cjkUnits = new Uint8Array(0x10000)
for (const [first, last] of cjkRanges) cjkUnits.fill(1, first, last + 1)
for (const mark of cjkMarks) cjkUnits[mark.charCodeAt(0)] = 1
/** Units are given as numbers; there is none, NaN, before and behind a text. */
const isCjk = (unit: number): boolean => cjkUnits[unit] === 1
const isSpace = (unit: number): boolean => unit === 0x20 || unit === 0x3000 || unit === 0x09 || unit === 0xa0
/** Runs of the same: most texts have none, which a pattern tells sooner than characters one by one. */
const spaces = /[ \u3000\t\u00a0]+/gu

/** A line counts as letter-spaced when it has at least this many characters … */
const spacedLineMinimum = 4
/** … and this share of their gaps is exactly one space wide. Justified lines leave a few gaps out around punctuation. */
const spacedGapShare = 0.6
/** … and there is such a gap for this share of its characters: "R6 1,000 計 3,500" is words and sums. */
const spacedCharacterShare = 0.3

/**
 * Whether the characters of a line are set apart (取 組 を 推 進). Counts gaps between two characters of which one
 * is Japanese; Latin words and numbers do not count.
 */
export function isLetterSpaced(line: string): boolean {
  if (!spaceRun(line)) return false
  let gaps = 0
  let spaced = 0
  let n = 0
  for (let i = 0; i < line.length; i++) {
    const unit = line.charCodeAt(i)
    if (isSpace(unit)) continue
    n++
    let k = i + 1
    while (k < line.length && isSpace(line.charCodeAt(k))) k++
    if (k >= line.length) break
    if (k - i > 2 || (!isCjk(unit) && !isCjk(line.charCodeAt(k)))) continue
    gaps++
    if (k - i === 2) spaced++
  }
  return n >= spacedLineMinimum && gaps > 0 && spaced / gaps >= spacedGapShare && spaced >= n * spacedCharacterShare
}

/** So many single spaces beside hiragana, and this share of all that could stand there, come of no writer … */
const scatteredMinimum = 8
const scatteredShare = 0.12
const isHiragana = (unit: number): boolean => unit >= 0x3041 && unit <= 0x309f

/**
 * Whether spaces stand here and there inside the words of a line (協 定 を締 結 す る), as recognition of scans leaves them in text
 * layers. Asked beside hiragana alone, where Japanese has no spaces: names and columns are parted by some.
 */
export function isScattered(line: string): boolean {
  let spaced = 0
  let pairs = 0
  // Most lines have no such space at all.
  const first = line.search(/[\u3041-\u309f] [^ ]/u)
  if (first < 0) return false
  for (let i = 1; i < line.length; i++) {
    const gap = line[i] === ' '
    const before = line.charCodeAt(i - 1)
    const after = line.charCodeAt(gap ? i + 1 : i)
    if (!isCjk(before) || !isCjk(after) || !(isHiragana(before) || isHiragana(after))) continue
    pairs++
    if (gap) spaced++
  }
  return spaced >= scatteredMinimum && spaced >= pairs * scatteredShare
}

/** Calls `visit(start, end)` for every run of spaces, in order; linear in the text. */
function eachGap(value: string, visit: (start: number, end: number) => void): void {
  for (let run = spaceRun(value); run; run = spaceRun(value, run[1])) visit(...run)
}

function without(text: Text, dropped: (drop: (start: number, end: number) => void) => void): Text {
  let keep: Uint8Array | undefined
  dropped((start, end) => {
    if (end <= start) return
    keep ??= new Uint8Array(text.value.length).fill(1)
    keep.fill(0, start, end)
  })
  return keep ? filter(text, (i) => keep?.[i] === 1) : text
}

/**
 * A letter-spaced line without the spaces that set its characters apart: a single space goes; a longer run keeps one
 * space, the full-width one where there is one, as it parts words, such as a heading and its text.
 */
export function closeLetterSpacing(line: Text): Text {
  return without(line, (drop) =>
    eachGap(line.value, (start, end) => {
      const wide = line.value.slice(start, end).indexOf('\u3000')
      const kept = wide >= 0 ? start + wide : end - start > 1 ? start : end
      drop(start, Math.min(kept, end))
      drop(Math.min(kept + 1, end), end)
    }),
  )
}

/** What is left out of a value, or may be; most have none of it. */
const unclean = /[ \u3000\t\u00a0\n\r\f]/u

/** A value as it is printed in results: no spaces but those between Latin words, and full-width ones inside a line. */
export function clean(text: Text): Text {
  const t = trim(text)
  const { value } = t
  if (!unclean.test(value)) return t
  return without(t, (drop) => {
    eachGap(value, (start, end) => {
      const wide = value.slice(start, end).indexOf('\u3000')
      const kept =
        wide >= 0 ? start + wide : isCjk(value.charCodeAt(start - 1)) || isCjk(value.charCodeAt(end)) ? end : start
      drop(start, Math.min(kept, end))
      drop(Math.min(kept + 1, end), end)
    })
    for (let i = value.search(/[\n\r\f]/u); i >= 0 && i < value.length; i++) {
      if (value[i] === '\n' || value[i] === '\r' || value[i] === '\f') drop(i, i + 1)
    }
  })
}

const latinEnd = /[A-Za-z0-9,.;:)]$/u
const latinStart = /^[A-Za-z(]/u
const space: Text = { value: ' ', offsets: Int32Array.of(-1) }

/** Lines of one paragraph as one text: nothing between them but one synthesised space where two Latin words meet. */
export function join(lines: readonly Text[]): Text {
  const parts: Text[] = []
  for (const line of lines) {
    const t = trim(line)
    if (t.value === '') continue
    const last = parts.at(-1)
    if (last && latinEnd.test(last.value) && latinStart.test(t.value)) parts.push(space)
    parts.push(t)
  }
  return parts.length === 0 ? emptyText : clean(concat(parts))
}

/** Index of the first space run at or after `from`, as [start, end), or undefined. */
function spaceRun(value: string, from = 0): [number, number] | undefined {
  spaces.lastIndex = from
  const run = spaces.exec(value)
  return run ? [run.index, spaces.lastIndex] : undefined
}

function widthOfSpaces(value: string, [start, end]: readonly [number, number]): number {
  let n = 0
  for (let i = start; i < end; i++) n += value[i] === '\u3000' || value[i] === '\t' ? 2 : 1
  return n
}

/** Splits at runs of at least `width` spaces (a full-width or tab space counts two). */
export function splitAtSpaces(text: Text, width: number): Text[] {
  const parts: Text[] = []
  let start = 0
  let from = 0
  for (let run = spaceRun(text.value, from); run; run = spaceRun(text.value, from)) {
    from = run[1]
    if (widthOfSpaces(text.value, run) < width) continue
    parts.push(slice(text, start, run[0]))
    start = run[1]
  }
  parts.push(slice(text, start))
  return parts.filter((p) => p.value.trim() !== '')
}
