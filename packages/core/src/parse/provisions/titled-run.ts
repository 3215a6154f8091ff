import { fold } from '../../text/fold.ts'
import { slice, type Text } from '../../text/text.ts'
import { labelOf, longestLabelled } from '../party/role-label.ts'
import { isLabel, isTitleLabel } from './item-label.ts'

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
