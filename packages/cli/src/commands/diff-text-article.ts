import type { Article, Item } from '@kyoyaku/core'
import type { ArticleChange, ProvisionChange } from '@kyoyaku/diff'
import { paintedLines, visible } from './diff-paint.ts'
import { editLines, isChange, signs, unitLines, type Writer, word } from './diff-text-lines.ts'

const numberOf = (change: ProvisionChange): string => {
  const { oldTitle: from = '', newTitle: to = '' } = change
  if (change.status === 'added') return to
  if (change.status === 'deleted' || from === to) return from
  // The first paragraph has no number in print.
  const [was, is] = [from || (change.old ?? ''), to || (change.new ?? '')]
  return `${was} → ${is}`
}

/** The first line of a heading that did not change, above what changed below it. */
const longestHeading = 40
const headingText = (text: string): string =>
  text.length > longestHeading ? `${text.slice(0, longestHeading)}…` : text

function provisionLines(
  writer: Writer,
  change: ProvisionChange,
  margin: number,
  now: Pick<Item, 'text' | 'items'> | undefined,
): string[] {
  if (!isChange(change)) return []
  const printed = numberOf(change)
  const number = change.status === 'changed' || printed === '' ? printed : `${signs[change.status]} ${printed}`
  const own =
    change.text && change.text.length > 0
      ? editLines(writer, number, change.text, margin)
      : change.renumbered
        ? paintedLines(
            [{ text: `${visible(number)} ${word(writer, 'renumberedOnly')}`, look: 'soft' }],
            writer.columns,
            margin,
            writer.paint,
          )
        : printed !== '' && now
          ? paintedLines(
              [
                {
                  text: `${visible(number)}　${visible(headingText(now.text))}${change.edited ? '' : ` ${word(writer, 'movedOnly')}`}`,
                  look: 'soft',
                },
              ],
              writer.columns,
              margin,
              writer.paint,
            )
          : []
  const caption = change.caption ? editLines(writer, word(writer, 'caption'), change.caption, margin) : []
  return [
    ...caption,
    ...own,
    ...(change.items ?? []).flatMap((item) => provisionLines(writer, item, margin + 2, partOf(item, now?.items))),
  ]
}

/** What a change is about in the new version. */
export const partOf = <T>(
  { newIndex }: { newIndex?: number | undefined },
  list: readonly T[] | undefined,
): T | undefined => (newIndex === undefined ? undefined : list?.[newIndex])

/** What is to be said of an article beside its number. */
function articleNotes(writer: Writer, change: ArticleChange, articles: readonly ArticleChange[]): string {
  const { status, edited, editKind, moved, renumbered, splitFrom, mergedInto } = change
  if (splitFrom !== undefined)
    return word(writer, 'splitFrom', { unit: articles.find((a) => a.old === splitFrom)?.oldTitle ?? splitFrom })
  if (mergedInto !== undefined)
    return word(writer, 'mergedInto', { unit: articles.find((a) => a.new === mergedInto)?.newTitle ?? mergedInto })
  if (status !== 'changed') return ''
  if (!edited) return word(writer, moved && renumbered ? 'placeAndNumber' : moved ? 'movedOnly' : 'renumberedOnly')
  return [
    ...(editKind === 'reference-only' ? [word(writer, 'referenceOnly')] : []),
    ...(moved ? [word(writer, 'moved')] : []),
  ].join('')
}

/** An article with what changed in it, below the headings that it stands under in the new version. */
export function articleLines(
  writer: Writer,
  change: ArticleChange,
  articles: readonly ArticleChange[],
  now: Article | undefined,
): string[] {
  if (!isChange(change)) return []
  const caption = (side: 'delete' | 'insert'): string =>
    (change.caption ?? [])
      .filter((edit) => edit.op === 'equal' || edit.op === side)
      .map((edit) => edit.text)
      .join('')
  const titled = (title: string, text: string): string => (text === '' ? title : `${title}（${text}）`)
  const note = articleNotes(writer, change, articles)
  return [
    ...unitLines(
      writer,
      change.status,
      titled(change.oldTitle ?? change.old ?? '', caption('delete')),
      titled(change.newTitle ?? change.new ?? '', caption('insert')),
      note,
    ),
    ...(change.paragraphs ?? []).flatMap((p) => provisionLines(writer, p, 4, partOf(p, now?.paragraphs))),
  ]
}
