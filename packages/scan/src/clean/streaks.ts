import type { Raster } from './raster.ts'

/** Of every so many rows one is looked at; a number that no height of a line is a multiple of. */
const sampleStep = 7
/** The paper is looked for so many pixels to either side: streaks are narrower. */
const besides = 5
/** A streak darkens by this much at least, the noise of a sensor by less, in this share of all rows … */
const darkening = 8
const throughout = 0.9
/** … but for those where print stands on one side of it, darker than the other side by this much: of these nothing is known. No more than so many. */
const printBeside = 40
const fewestKnown = 0.6
/** … and by no more than this on average, as light still falls through: a ruled line is darker. Darker ones … */
const darkest = 110
/** … run through the margins as well, which are this share of the length at both ends, with hardly any other ink in them. */
const margin = 0.02
const marginInk = 0.01
/** From edge to edge: in those margins, where they are light, this share of the rows is dark as well; ruled lines end before them. */
const inMargins = 0.5
const lightPaper = 128
/** A page has fewer of them than this share of its columns, or it is a pattern. */
const mostColumns = 0.05
/** Rows by which the darkening is taken together: it changes slowly along a streak. */
const stretch = 256

/** What dirt on the glass of a scanner drew along the feed from edge to edge is made as light as what is beside it; print under it stays. */
export function withoutStreaks(grey: Raster): Raster {
  return streaksOff(streaksOff(grey, 'down'), 'across')
}

function streaksOff(grey: Raster, way: 'down' | 'across'): Raster {
  const { width, height } = grey
  const [count, length] = way === 'down' ? [width, height] : [height, width]
  const [across, along] = way === 'down' ? [1, width] : [width, 1]
  const streaks = streaksOf(grey.data, count, length, across, along)
  if (streaks.length === 0 || streaks.length > count * mostColumns) return grey
  const data = grey.data.slice()
  for (const at of streaks) {
    for (let from = 0; from < length; from += stretch) {
      const to = Math.min(length, from + stretch)
      const by = middleDarkening(grey.data, at * across, from, to, across, along)
      for (let k = from, i = at * across + from * along; k < to; k++, i += along)
        data[i] = Math.min(255, (grey.data[i] as number) + by)
    }
  }
  return { width, height, data }
}

/** The columns (or rows) that are darker than those beside them nearly all along. */
function streaksOf(data: Uint8Array, count: number, length: number, across: number, along: number): number[] {
  const dark = new Uint16Array(count)
  const sums = new Float64Array(count)
  let samples = 0
  for (let k = 0; k < length; k += sampleStep) {
    samples++
    for (let at = besides, i = k * along + besides * across; at < count - besides; at++, i += across) {
      const paper = Math.min(data[i - besides * across] as number, data[i + besides * across] as number)
      const by = paper - (data[i] as number)
      if (by < darkening) continue
      dark[at] = (dark[at] as number) + 1
      sums[at] = (sums[at] as number) + by
    }
  }
  const found: number[] = []
  const dense: number[] = []
  for (let at = 0; at < count; at++) {
    const n = dark[at] as number
    if (n < samples * throughout * fewestKnown) continue
    if (n < samples * throughout && n < knownRows(data, at, length, across, along) * throughout) continue
    if (!reachesEdges(data, at, length, across, along)) continue
    if ((sums[at] as number) <= n * darkest) found.push(at)
    else dense.push(at)
  }
  return dense.length > 0 && hasMargins(data, count, length, across, along, dense.length) ? [...found, ...dense] : found
}

/** Whether a column is dark in both margins, as far as these are light. */
function reachesEdges(data: Uint8Array, at: number, length: number, across: number, along: number): boolean {
  const deep = Math.ceil(length * margin)
  const reaches = (from: number): boolean => {
    let [light, dark] = [0, 0]
    for (let k = from, i = at * across + from * along; k < from + deep; k++, i += along) {
      const paper = Math.min(data[i - besides * across] as number, data[i + besides * across] as number)
      if (paper < lightPaper) continue
      light++
      if (paper - (data[i] as number) >= darkening) dark++
    }
    return dark >= light * inMargins
  }
  return reaches(0) && reaches(length - deep)
}

/** Of the sampled rows those that have no print on one side of a column alone; too many where they are fewer than most. */
function knownRows(data: Uint8Array, at: number, length: number, across: number, along: number): number {
  let samples = 0
  let known = 0
  for (let k = 0, i = at * across; k < length; k += sampleStep, i += sampleStep * along) {
    samples++
    const sides = (data[i - besides * across] as number) - (data[i + besides * across] as number)
    if (Math.abs(sides) <= printBeside) known++
  }
  return known >= samples * fewestKnown ? known : Number.POSITIVE_INFINITY
}

/** Whether both ends of a page are free, but for so many dark lines along. */
function hasMargins(
  data: Uint8Array,
  count: number,
  length: number,
  across: number,
  along: number,
  lines: number,
): boolean {
  const deep = Math.ceil(length * margin)
  const isFree = (from: number): boolean => {
    let ink = 0
    for (let k = from; k < from + deep; k++)
      for (let at = besides, i = k * along + besides * across; at < count; at++, i += across)
        if ((data[i - besides * across] as number) - (data[i] as number) > darkest) ink++
    return ink <= deep * (lines + count * marginInk)
  }
  return isFree(0) && isFree(length - deep)
}

function middleDarkening(
  data: Uint8Array,
  start: number,
  from: number,
  to: number,
  across: number,
  along: number,
): number {
  const values: number[] = []
  for (let k = from; k < to; k++) {
    const i = start + k * along
    const [a, b] = [data[i - besides * across] as number, data[i + besides * across] as number]
    const paper = Math.abs(a - b) > printBeside ? Math.max(a, b) : (a + b) >> 1
    values.push(paper - (data[i] as number))
  }
  values.sort((a, b) => a - b)
  return Math.max(0, values[values.length >> 1] as number)
}
