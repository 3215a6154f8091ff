import type { Block } from '../../layout/block.ts'
import type { Amendment } from '../../schema/amendment.ts'
import type { Section } from '../../schema/at.ts'
import { clean } from '../../text/clean.ts'
import { filter } from '../../text/text.ts'
import { type Context, furnish, leaf, locate, report } from '../context.ts'
import { body } from '../provisions/headed-text.ts'
import { comparisonOperations } from './comparison-operations.ts'
import { comparisonOf, isComparison } from './comparison-table.ts'

/** 次の表の改正前の欄に掲げる規定を同表の改正後の欄に掲げる規定に改正する。 */
const byTable =
  /(?:次の|別紙の?|別添の?|別記の?|[^。]{0,12}新旧対照)表[^。]{0,80}(?:(?:改正|変更|改定)[^。]{0,4}する|改める)。$/u
const mostTableLines = 4

/** The sentence that leaves it to a 新旧対照表 what is amended: how many lines it takes from the i-th on; 0 where none stands there. */
export function tableSentence(blocks: readonly Block[], i: number): number {
  let folded = ''
  for (let n = 0; n < mostTableLines; n++) {
    const line = blocks[i + n]
    if (line?.kind !== 'line') return 0
    folded += line.folded
    if (folded.endsWith('。')) return byTable.test(folded) ? n + 1 : 0
  }
  return 0
}

/** What the tables do, and, column by column, what they leave as it is. */
export function readComparison(context: Context, amendment: Amendment, blocks: readonly Block[]): Section[] {
  const tables = blocks.filter(isComparison)
  const comparison = comparisonOf(tables)
  const { operations, rest } = comparisonOperations(context, comparison)
  amendment.operations.push(...operations)
  const [first] = rest
  if (first) report(context, 'amendment-unread', { text: first.text.value }, locate(context, first.text))
  const columns = [comparison.old, comparison.now].flatMap(({ label, lines }): Section[] => {
    if (label) furnish(context, 'label', label)
    const title = label ? { title: clean(label).value } : {}
    const left = lines.map((l) => filter(l.text, (n) => !context.taken[l.text.offsets[n] as number]))
    return left.some((t) => t.value.trim() !== '') ? [{ ...title, ...body(context, left) }] : []
  })
  return [...columns, ...comparison.others.map((text) => leaf(context, text))]
}
