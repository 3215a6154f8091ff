import { alignReadings } from './align-readings.ts'
import { commonKanji } from './common-kanji.ts'
import type { KanjiReader } from './digit-model.ts'
import { cutRegion, type Region, whiteEdge } from './number-regions.ts'
import type { Crop, ReadCharacter, Recognizer } from './recognizer.ts'

/** Characters less sure than this are looked at by another. */
const doubtful = 0.97
/** A line of so few characters is looked at as a whole, a longer one where it is doubted, out to white: that takes one on either side. */
const shortLine = 4
/** The second reader is heard from this confidence on, and where it contradicts from that one: 令 alone it takes for 命. */
const heard = 0.7
const heardAgainst = 0.85
/** Chance that both are wrong where they say the same, as a share of the chance that each is. */
const together = 0.5
/** What is left of the confidence in a character that the other reader contradicts. */
const contradicted = 0.5
/**
 * A kanji that both know and see differently is the second reader's, this sure: of some 30 such on 11 pages of fax all were but one,
 * which was its neighbour's. It saw it no further from the first's than this, in heights of the character.
 */
const believed = 0.9
const trusted = 0.97
const nearest = 0.5
/** Beside a sure kana, of which it knows nothing, it sees a kanji up to a character early or late: び乙は. */
const nearestKana = 1
const kana = /^[\u3041-\u3096\u30a1-\u30fa]$/u
/** A kana that is read surer than this looks like the kanji: す and 寸, エ and 工; signs likewise. */
const sureKana = 0.9

const digit = /^[0-9０-９]$/u

/** It knows no kana, and much as Chinese writes it: what counts is what it says of kanji that Japanese has in that form. */
const kanji = /^[\u3400-\u9fff]$/u

const isOpinion = ({ value, confidence }: ReadCharacter): boolean => confidence >= heard && commonKanji().has(value)

/**
 * Whether the second reader could say anything of a character: surely read kana and signs are none of the kanji that it knows, and a
 * kanji that it lacks it takes for another, often for the one beside it.
 */
function isDoubted({ value, confidence, other }: ReadCharacter, reader: KanjiReader): boolean {
  if (digit.test(value) || other) return false
  return kanji.test(value) ? confidence < doubtful && reader.knows(value) : confidence < sureKana
}

/** Places of a line that are looked at, as [start, end). */
function placesOf(line: readonly ReadCharacter[], reader: KanjiReader): [number, number][] {
  const places: [number, number][] = []
  line.forEach((c, i) => {
    if (!isDoubted(c, reader)) return
    const last = places.at(-1)
    if (last && i <= last[1] + 1) last[1] = i + 1
    else places.push([i, i + 1])
  })
  return places.length > 0 && line.length <= shortLine ? [[0, line.length]] : places
}

function regionOf(crop: Crop, line: readonly ReadCharacter[], from: number, to: number): Region {
  const whole = { x0: 0, y0: 0, x1: crop.width, y1: crop.height }
  return {
    ...whole,
    x0: from === 0 ? 0 : whiteEdge(crop, (line[from] as ReadCharacter).x0, -1, whole),
    x1: to === line.length ? crop.width : whiteEdge(crop, (line[to - 1] as ReadCharacter).x1, 1, whole),
  }
}

/** Whether the second reader saw its character where the first has its own; on the side where it stands off it may have passed a kana. */
function isNear(a: ReadCharacter, b: ReadCharacter, [before, after]: readonly (ReadCharacter | undefined)[]): boolean {
  const off = (b.x0 + b.x1 - a.x0 - a.x1) / 2
  const passed = off < 0 ? before : after
  const isKana = passed !== undefined && kana.test(passed.value) && passed.confidence >= sureKana
  return Math.abs(off) <= (isKana ? nearestKana : nearest) * Math.max(a.y1 - a.y0, b.y1 - b.y0)
}

/** What it costs to take two characters for one; a sure kana is none of those that the second reader knows. */
function alikeCost(first: ReadCharacter, second: ReadCharacter): number {
  if (first.value === second.value) return 0
  return kana.test(first.value) && first.confidence >= sureKana ? 2 : 1
}

/** A doubtful character of a line beside what the second reader makes of its ink. */
function judged(
  { first: line, second: reader }: { first: Recognizer; second: KanjiReader },
  neighbours: readonly (ReadCharacter | undefined)[],
  first: ReadCharacter,
  second: ReadCharacter | undefined,
): ReadCharacter {
  if (!isDoubted(first, reader) || !second || !isOpinion(second)) return first
  if (first.value === second.value)
    return { ...first, confidence: 1 - (1 - first.confidence) * (1 - second.confidence) * together }
  if (!isNear(first, second, neighbours) || second.confidence < heardAgainst) return first
  const isBeside = neighbours.some((c) => c?.value === second.value)
  if (kanji.test(first.value) && second.confidence >= believed && !isBeside)
    return {
      ...first,
      value: second.value,
      confidence: second.confidence * trusted,
      other: { length: 1, value: first.value, engine: line.name },
    }
  const other = { length: 1, value: second.value, engine: reader.name }
  return { ...first, confidence: first.confidence * contradicted, other }
}

/** A recogniser whose doubtful characters are looked at by a second reader, which knows kanji. What it says otherwise they carry. */
export function checkedWords(first: Recognizer, second: KanjiReader): Recognizer {
  async function check(crop: Crop, line: ReadCharacter[]): Promise<ReadCharacter[]> {
    let checked = line
    for (const [from, to] of placesOf(line, second)) {
      const region = regionOf(crop, line, from, to)
      const seen = (await second.readText(cutRegion(crop, region))).map((c) => ({
        ...c,
        x0: c.x0 + region.x0,
        x1: c.x1 + region.x0,
      }))
      // What stands beside is shown as well, and is no reading of what is doubted.
      const isShown = (c: ReadCharacter): boolean => (c.x0 + c.x1) / 2 >= region.x0 && (c.x0 + c.x1) / 2 < region.x1
      const start = Math.min(from, Math.max(0, line.findIndex(isShown)))
      const shown = line.slice(start, Math.max(to, line.findLastIndex(isShown) + 1))
      const pairs = alignReadings(shown, seen, alikeCost)
      const seconds = pairs.flatMap((pair) => (pair.first ? [pair.second] : [])).slice(from - start)
      const own = line
        .slice(from, to)
        .map((c, i) => judged({ first, second }, [line[from + i - 1], line[from + i + 1]], c, seconds[i]))
      checked = [...checked.slice(0, from), ...own, ...checked.slice(to)]
    }
    return checked
  }
  return {
    name: first.name,
    parallel: first.parallel,
    ...(first.lettering ? { lettering: first.lettering } : {}),
    async recognize(crop, hint) {
      const read = await first.recognize(crop, hint)
      return hint.alphabet === 'any' && hint.layout === 'line' ? check(crop, read) : read
    },
    close: () => first.close(),
  }
}
