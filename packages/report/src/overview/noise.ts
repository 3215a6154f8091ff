import type { Comparison, Noise } from '@kyoyaku/diff'
import { cellOf } from '../paper/lines.ts'
import type { Block } from '../paper/paper.ts'
import { type Locale, say, words } from '../words.ts'

const reasons = {
  confusable: words.confusable,
  space: words.space,
  punctuation: words.punctuation,
  width: words.width,
  variant: words.variant,
  calendar: words.calendar,
  numeral: words.numeral,
  notation: words.notation,
} as const
const isReason = (text: string): text is keyof typeof reasons => Object.hasOwn(reasons, text)

/** So many places of one difference are named; of more the number is told. */
const mostPlaces = 3

/** Equal differences as one, in the order in which the first of each stands. */
function grouped(noise: readonly Noise[]): Noise[][] {
  const groups = new Map<string, Noise[]>()
  for (const one of noise) {
    const key = [one.old, one.new, one.reason].join('\u0000')
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return [...groups.values()]
}

/** Differences that recognition or another way of writing explains, apart from the changes. */
export function noiseBlocks({ noise, old, new: other }: Comparison, locale: Locale): Block[] {
  if (noise.length === 0) return []
  const recognised = [old, other].some(({ textLayer }) => textLayer === 'ocr' || textLayer === 'mixed')
  const title = say(recognised ? words.noise : words.forms, locale)
  const columns = ['where', 'old', 'new', 'reason'] as const
  const placeOf = (group: readonly Noise[]): string =>
    group.length > mostPlaces
      ? say(words.times, locale, { count: group.length })
      : [...new Set(group.map((n) => n.where))].join('、')
  return [
    { kind: 'heading', text: title, screen: true },
    {
      kind: 'table',
      screen: true,
      caption: title,
      legend: say(words.noiseLegend, locale),
      columns: columns.map((name) => ({ heading: say(words[name], locale), share: name === 'where' ? 3 : 1 })),
      rows: grouped(noise).map((group) => {
        const { old: from, new: to, reason } = group[0] as Noise
        return {
          start: true,
          cells: [placeOf(group), from, to, isReason(reason) ? say(reasons[reason], locale) : reason].map((text) =>
            cellOf(text),
          ),
        }
      }),
    },
  ]
}
