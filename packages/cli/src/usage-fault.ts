import type { UsageFault } from './command-line.ts'
import { type Locale, say, type Words } from './locale.ts'
import { oneLine } from './one-line.ts'

const words = {
  near: { ja: '（{name} のことですか）', en: '; did you mean {name}?' },
  help: { ja: '使い方: kyoyaku {command}--help', en: 'how to use it: kyoyaku {command}--help' },
} as const satisfies Record<string, Words>

/** More mistakes than these in a name of this length make it another name. */
const mistakesIn = (name: string): number => (name.length < 5 ? 1 : 2)

/** How many characters have to be put in, taken out, replaced or swapped with the next one, to make one name of another. */
function mistakes(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Infinity
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    rows.push(row)
    for (let j = 1; j <= b.length; j++) {
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Infinity
      row.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + Number(a[i - 1] !== b[j - 1]), swapped))
    }
  }
  return at(a.length, b.length)
}

/** No name is longer: what is, is a document that went astray. */
const longest = 20

/** The name that was surely meant. */
function nearest(name: string, names: readonly string[]): string | undefined {
  if (name.length < 2 || name.length > longest) return undefined
  const ranked = names.map((known) => ({ known, count: mistakes(name, known) })).sort((a, b) => a.count - b.count)
  const [first] = ranked
  return first && first.count <= mistakesIn(name) ? first.known : undefined
}

/** What is wrong with a command line and where to read on. */
export function usageLines({ words: fault, data, command, unknown }: UsageFault, locale: Locale): string[] {
  const near = unknown && nearest(unknown.name, unknown.names)
  const dashes = /^--/u.exec(String(data.name))?.[0] ?? ''
  const suggestion = near === undefined ? '' : say(words.near, locale, { name: dashes + near })
  return [
    `kyoyaku: ${oneLine(say(fault, locale, data) + suggestion)}`,
    say(words.help, locale, { command: command ? `${command} ` : '' }),
  ]
}
