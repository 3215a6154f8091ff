import type { Noise } from '@kyoyaku/diff'
import { visible } from './diff-paint.ts'
import { type Writer, word } from './diff-text-lines.ts'
import { fieldName } from './diff-words.ts'

/** So many places are named; of more the number is told. */
const mostPlaces = 3

/** White space alone is shown by a sign. */
const shown = (text: string): string => (text.trim() === '' ? '␣'.repeat(text.length) : visible(text))

/** Differences that are no changes, equal ones in one line: 、 → ，  34 か所. */
export function noiseLines(writer: Writer, noise: readonly Noise[]): string[] {
  const groups = new Map<string, Noise[]>()
  for (const one of noise) {
    const key = `${one.old}\u0000${one.new}`
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return [...groups.values()].map((group) => {
    const { old, new: other } = group[0] as Noise
    const where =
      group.length > mostPlaces
        ? word(writer, 'times', { count: group.length })
        : [...new Set(group.map((n) => fieldName(n.where, writer.locale)))].join(writer.locale === 'ja' ? '、' : ', ')
    return `  ${shown(old)} → ${shown(other)}  ${visible(where)}`
  })
}
