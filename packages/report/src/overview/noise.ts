import type { Comparison } from '@kyoyaku/diff'
import { cellOf } from '../paper/lines.ts'
import type { Block } from '../paper/paper.ts'
import { type Locale, say, words } from '../words.ts'

const reasons = { confusable: words.confusable, space: words.space, punctuation: words.punctuation } as const
const isReason = (text: string): text is keyof typeof reasons => Object.hasOwn(reasons, text)

/** Differences that recognition explains, apart from the changes. */
export function noiseBlocks({ noise }: Comparison, locale: Locale): Block[] {
  if (noise.length === 0) return []
  const columns = ['where', 'old', 'new', 'reason'] as const
  return [
    { kind: 'heading', text: say(words.noise, locale), screen: true },
    {
      kind: 'table',
      screen: true,
      caption: say(words.noise, locale),
      legend: say(words.noiseLegend, locale),
      columns: columns.map((name) => ({ heading: say(words[name], locale), share: name === 'where' ? 3 : 1 })),
      rows: noise.map((n) => ({
        start: true,
        cells: [n.where, n.old, n.new, isReason(n.reason) ? say(reasons[n.reason], locale) : n.reason].map((text) =>
          cellOf(text),
        ),
      })),
    },
  ]
}
