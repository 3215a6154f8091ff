import type { RegionIndicatorChange } from '@kyoyaku/diff'
import { paintedLines, visible } from './diff-paint.ts'
import { editLines, isChange, unitLines, type Writer, word } from './diff-text-lines.ts'
import { fieldName } from './diff-words.ts'

const owners = ['pillar', 'initiative', 'group'] as const

/** An indicator of the region, a pillar or an initiative with what became of it. */
export function regionIndicatorLines(writer: Writer, change: RegionIndicatorChange): string[] {
  if (!isChange(change)) return []
  const owner = (of: (typeof owners)[number]): string[] => {
    const { old, new: other } = change[of] ?? {}
    const text = change.status === 'changed' ? `${old ?? ''} → ${other ?? ''}` : (other ?? old)
    return text === undefined || change[of] === undefined
      ? []
      : paintedLines(
          [
            { text: `${word(writer, of)}　`, look: 'soft' },
            { text: visible(text), look: 'plain' },
          ],
          writer.columns,
          4,
          writer.paint,
        )
  }
  return [
    ...unitLines(writer, change.status, change.old ?? '', change.new ?? ''),
    ...owners.flatMap(owner),
    ...(change.baseline ? editLines(writer, word(writer, 'baseline'), change.baseline) : []),
    ...(change.target ? editLines(writer, word(writer, 'target'), change.target) : []),
    ...(change.fields ?? []).flatMap(({ field, edits }) => editLines(writer, fieldName(field, writer.locale), edits)),
  ]
}
