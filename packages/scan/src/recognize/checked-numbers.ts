import { agree, mayBeNumber } from './agree.ts'
import type { DigitReader } from './digit-model.ts'
import { cutRegion, digit, isLookalike, numberRegions, type Region } from './number-regions.ts'
import type { Crop, CropHint, ReadCharacter, Recognizer } from './recognizer.ts'

/** A reading of so few characters, not all of them sure, may be a number that the first engine saw as something else. */
const fewCharacters = 3
/** A number fits into this many times its height; of longer lines only the numbers are looked at. */
const longLine = 10

/**
 * Numbers all of whose characters are as sure as this are looked at once, if they are written as numbers are: of 166 such on 23 pages
 * of fax the second reader saw none otherwise.
 */
const sure = 0.99
/** Sums in groups of three, or what is too short for groups; longer ones may have lost their commas, but for years and articles. */
const grouped = /^[△▲]?[0-9]{1,3}(?:[,，][0-9]{3})*$/u
const figures = /^[0-9]+$/u
/** What stands in a cell that is to hold a number. */
const amount = /^[△▲]?[0-9０-９,，]+(?:[千百十万億]*円)?$/u
const inNumber = /^[0-9０-９,，.．△▲-]$/u
const ordinalSign = /^[年月日号条項章節第]$/u

/** Whether every number of a region is surely read and written as numbers are. */
function isSure(line: readonly ReadCharacter[], { x0, x1 }: Region): boolean {
  const isInside = (c: ReadCharacter): boolean => (c.x0 + c.x1) / 2 >= x0 && (c.x0 + c.x1) / 2 < x1
  let number = ''
  for (const [i, c] of line.entries()) {
    if (!inNumber.test(c.value)) {
      if (isInside(c) && isLookalike(line, i)) return false
      continue
    }
    if (isInside(c) && c.confidence < sure) return false
    number += c.value.normalize('NFKC')
    const next = line[i + 1]?.value ?? ''
    if (inNumber.test(next)) continue
    const isWritten = grouped.test(number) || (figures.test(number) && ordinalSign.test(next))
    if (isInside(c) && !isWritten) return false
    number = ''
  }
  return true
}

const linesOf = (read: readonly ReadCharacter[]): ReadCharacter[][] => {
  const lines: ReadCharacter[][] = [[]]
  for (const c of read)
    if (c.value === '\n') lines.push([])
    else lines.at(-1)?.push(c)
  return lines
}

/** Rows of a block that belong to a line: halfway to its neighbours. */
function boundsOf(crop: Crop, line: readonly ReadCharacter[]): Region {
  const tops = line.map((c) => c.y0).sort((a, b) => a - b)
  const bottoms = line.map((c) => c.y1).sort((a, b) => a - b)
  const half = line.length >> 1
  const [top = 0, bottom = crop.height] = [tops[half], bottoms[half]]
  const slack = Math.round((bottom - top) / 4)
  return {
    x0: 0,
    x1: crop.width,
    y0: Math.max(0, Math.floor(top) - slack),
    y1: Math.min(crop.height, Math.ceil(bottom) + slack),
  }
}

/** The whole line where it may be one number, the surroundings of its digits otherwise; none where nothing looks like a number. */
function regionsOf(crop: Crop, line: readonly ReadCharacter[], hint: CropHint): Region[] {
  const isLine = hint.layout === 'line'
  const whole = { x0: 0, y0: 0, x1: crop.width, y1: crop.height }
  const short = isLine && crop.width <= longLine * crop.height
  const isSureWord = line.length > 0 && !line.some(mayBeNumber)
  const isDoubted =
    hint.alphabet === 'any'
      ? line.length <= fewCharacters && !line.some((c) => digit.test(c.value)) && !isSureWord
      : !amount.test(line.map((c) => c.value).join(''))
  if (short && isDoubted) return [whole]
  const regions = numberRegions(crop, line, isLine ? whole : boundsOf(crop, line))
  const unsure = regions.filter((region) => !isSure(line, region))
  return short && unsure.length > 0 ? [whole] : unsure
}

const moved = (c: ReadCharacter, { x0, y0 }: Region): ReadCharacter => ({
  ...c,
  x0: c.x0 + x0,
  y0: c.y0 + y0,
  x1: c.x1 + x0,
  y1: c.y1 + y0,
})

/** A recogniser whose numbers are read a second time, by one who knows nothing else. Closes both. */
export function checkedNumbers(first: Recognizer, digits: DigitReader): Recognizer {
  const engines = [first.name, digits.name] as const
  /** Callers who learn from a reading that it is an amount ask again: no reader need look twice. */
  const looked = new WeakMap<Crop, ReadCharacter[]>()

  async function look(crop: Crop, hint: CropHint): Promise<ReadCharacter[]> {
    const known = looked.get(crop)
    if (known && (known.length === 0 || hint.layout === 'line')) return known
    const read = await first.recognize(crop, hint)
    if (hint.layout === 'line') looked.set(crop, read)
    return read
  }

  async function checkLine(crop: Crop, line: ReadCharacter[], hint: CropHint): Promise<ReadCharacter[]> {
    let read = line
    for (const region of regionsOf(crop, line, hint)) {
      const numbers = (await digits.read(cutRegion(crop, region))).map((c) => moved(c, region))
      const isInside = (c: ReadCharacter): boolean => {
        const middle = (c.x0 + c.x1) / 2
        return middle >= region.x0 && middle < region.x1
      }
      const from = read.findIndex(isInside)
      const to = read.findLastIndex(isInside) + 1
      if (from < 0 && read.length > 0) continue
      const start = Math.max(from, 0)
      read = [
        ...read.slice(0, start),
        ...agree(read.slice(start, to), numbers, {
          engines,
          isNumber: hint.alphabet !== 'any',
          isWhole: region.x1 - region.x0 === crop.width,
        }),
        ...read.slice(to),
      ]
    }
    return read
  }

  return {
    name: `${first.name} + ${digits.name}`,
    parallel: first.parallel,
    ...(first.lettering ? { lettering: first.lettering } : {}),
    async recognize(crop, hint) {
      const read = await look(crop, hint)
      const lines = linesOf(read)
      const feeds = read.filter((c) => c.value === '\n')
      const out: ReadCharacter[] = []
      for (const [i, line] of lines.entries()) {
        const feed = feeds[i - 1]
        if (feed) out.push(feed)
        out.push(...(await checkLine(crop, line, hint)))
      }
      return out
    },
    async close() {
      await Promise.all([first.close(), digits.close()])
    },
  }
}
