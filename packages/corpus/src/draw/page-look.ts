import type { Random } from '../random.ts'
import type { PageLook } from './sheet.ts'

/** Portrait and landscape A4, and B5, in points. */
const papers: readonly (readonly [number, number])[] = [
  [595.28, 841.89],
  [595.28, 841.89],
  [841.89, 595.28],
  [515.91, 728.5],
]
const pageNumbers: readonly ((n: number) => string)[] = [(n) => `- ${n} -`, (n) => String(n), (n) => `－${n}－`]
const revisionColors = ['#ff0000', '#0000ff', '#c00000', '#008000']

export function drawPageLook(random: Random): PageLook {
  const [width, height] = random.pick(papers)
  const size = random.pick([10, 10.5, 11, 12])
  const color = random.pick(revisionColors)
  return {
    width,
    height,
    margin: random.pick([56, 64, 72]),
    size,
    tableSize: random.pick([8, 9, 10]),
    leading: random.pick([1.4, 1.6, 1.8]),
    pageNumber: random.chance(0.7) ? random.pick(pageNumbers) : undefined,
    runningHeader: random.chance(0.25),
    rules: random.pick(['solid', 'solid', 'solid', 'dashed', 'dotted', 'open']),
    splitRows: random.chance(0.5),
    keepSpans: random.chance(0.7),
    repeatHeader: random.chance(0.4),
    inserted: { color, underline: random.chance(0.5) },
    deleted: { color: random.chance(0.7) ? color : '#000000' },
  }
}
