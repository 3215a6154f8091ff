import type { Party } from '../../schema/agreement.ts'
import { fold } from '../../text/fold.ts'
import { slice, type Text } from '../../text/text.ts'
import { labelOf, longestLabelled } from '../party/role-label.ts'
import { isLabel, isTitleLabel } from './item-label.ts'
import { labelledParts } from './labelled-parts.ts'

/** An initiative among others in the same lines, from the line that titles it. */
export interface TitledRun {
  title: Text
  lines: Text[]
}

/** Lines of several initiatives, each from the label of its title (取組の名称：…) to the next one. */
export function titledRuns(lines: readonly Text[]): TitledRun[] {
  const runs: TitledRun[] = []
  for (const [i, line] of lines.entries()) {
    const found = labelOf(fold(line.value.slice(0, longestLabelled)), isTitleLabel)
    const title = found ? slice(line, found.rest) : bracketedTitle(line, lines[i + 1])
    if (title) runs.push({ title, lines: [] })
    else runs.at(-1)?.lines.push(line)
  }
  return runs
}

/** 【救急医療】 over the label of its contents or of a role. */
export function bracketedTitle(line: Text, next: Text | undefined): Text | undefined {
  if (!next || !/^ *【[^【】]{1,40}】 *$/u.test(fold(line.value.slice(0, longestLabelled)))) return undefined
  const [start, below] = [line, next].map((l) => fold(l.value.slice(0, longestLabelled))) as [string, string]
  if (labelOf(start, isLabel) || !labelOf(below, isLabel)) return undefined
  return slice(line, line.value.indexOf('【') + 1, line.value.indexOf('】'))
}

/**
 * Lines in which the labels of one initiative come again, each time below a line that is no sentence: 医療, 【甲】…, 【乙】…, 福祉,
 * 【甲】…. `above` is what stands over the first title; undefined where a label comes again without such a line.
 */
export function repeatedRuns(
  lines: readonly Text[],
  parties: readonly Party[],
): { above: readonly Text[]; runs: TitledRun[] } | undefined {
  const { lead, parts } = labelledParts(lines, parties)
  if (lead.length === 0) return undefined
  const starts = [lead.length - 1]
  const seen = new Set<string>()
  let at = lead.length
  for (const [i, { label, lines: own }] of parts.entries()) {
    if (seen.has(label)) {
      if ((parts[i - 1]?.lines.length ?? 0) < 2 || !titlesBelowSentence(lines, at - 1)) return undefined
      starts.push(at - 1)
      seen.clear()
    }
    seen.add(label)
    at += own.length
  }
  if (starts.length < 2) return undefined
  const runs = starts.map((from, i) => ({ title: lines[from] as Text, lines: lines.slice(from + 1, starts[i + 1]) }))
  return { above: lead.slice(0, -1), runs }
}

const longestRunTitle = 40
const titlesBelowSentence = (lines: readonly Text[], i: number): boolean => {
  const { value } = lines[i] as Text
  return value.length <= longestRunTitle && !/[。、]/u.test(value) && /[。]\s*$/u.test(lines[i - 1]?.value ?? '')
}
