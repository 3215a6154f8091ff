import {
  type ArticleChange,
  type Comparison,
  type Edit,
  type InitiativeChange,
  isUnrelated,
  type ProvisionChange,
} from '@kyoyaku/diff'
import type { Locale } from '../locale.ts'
import { viewOf } from '../text/view.ts'
import { noiseLines } from './diff-noise.ts'
import { type Paint, paintedLines, visible } from './diff-paint.ts'
import { regionIndicatorLines } from './diff-text-indicator.ts'
import { editLines, isChange, signs, unitLines, type Writer, word } from './diff-text-lines.ts'
import { projectLines } from './diff-text-project.ts'
import { type diffWords, fieldName } from './diff-words.ts'

const numberOf = (change: ProvisionChange): string => {
  const { oldTitle: from = '', newTitle: to = '' } = change
  if (change.status === 'added') return to
  return change.status === 'deleted' || from === to ? from : `${from} → ${to}`
}

function provisionLines(writer: Writer, change: ProvisionChange, margin: number): string[] {
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
        : []
  const caption = change.caption ? editLines(writer, word(writer, 'caption'), change.caption, margin) : []
  return [...caption, ...own, ...(change.items ?? []).flatMap((item) => provisionLines(writer, item, margin + 2))]
}

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

function articleLines(writer: Writer, change: ArticleChange, articles: readonly ArticleChange[]): string[] {
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
    ...(change.paragraphs ?? []).flatMap((p) => provisionLines(writer, p, 4)),
  ]
}

function initiativeLines(writer: Writer, change: InitiativeChange): string[] {
  if (!isChange(change)) return []
  const note =
    change.status === 'changed' && !change.edited ? word(writer, change.moved ? 'movedOnly' : 'renumberedOnly') : ''
  const [from, to] = [(change.oldPath ?? []).join('　'), (change.newPath ?? []).join('　')]
  const elsewhere = change.status === 'changed' && change.moved && from !== to
  return [
    ...unitLines(writer, change.status, change.old ?? '', change.new ?? '', note),
    ...(elsewhere
      ? paintedLines([{ text: visible(`${from} → ${to}`), look: 'plain' }], writer.columns, 4, writer.paint)
      : []),
    ...(change.description ? editLines(writer, word(writer, 'description'), change.description) : []),
    ...(change.roles ?? []).flatMap(({ party, edits }) => editLines(writer, word(writer, 'role', { party }), edits)),
  ]
}

/** What changed, for reading on a terminal or in a pipe. */
export function diffText(comparison: Comparison, to: { locale: Locale; columns: number; paint: Paint }): string {
  const writer: Writer = { ...to, columns: viewOf(to.locale, to.columns).columns }
  const { paint } = writer
  const part = (name: keyof typeof diffWords, lines: readonly string[], counts = ''): string[] =>
    lines.length === 0
      ? []
      : ['', paint({ text: `${word(writer, name)}${counts === '' ? '' : `  ${counts}`}`, look: 'heading' }), ...lines]
  const counted = (units: readonly { status: string }[]): string =>
    (['added', 'deleted', 'changed'] as const)
      .map((status) => ({ status, n: units.filter((unit) => unit.status === status).length }))
      .filter(({ n }) => n > 0)
      .map(({ status, n }) => `${word(writer, status)} ${n}`)
      .join(to.locale === 'ja' ? '、' : ', ')
  const { articles, initiatives, indicators, projects, appendedTables, texts, noise } = comparison
  const main = articles.filter((a) => a.part === 'main')
  const rest = articles.filter((a) => a.part === 'supplementary')
  const tables = appendedTables.filter(isChange).flatMap((table) => [
    ...unitLines(writer, table.status, table.old ?? '', table.new ?? ''),
    ...(table.rows ?? []).filter(isChange).flatMap((row) =>
      editLines(
        writer,
        signs[row.status],
        row.cells.flatMap((edits, i): Edit[] => [...(i > 0 ? [{ op: 'equal' as const, text: ' | ' }] : []), ...edits]),
      ),
    ),
  ])
  const silent = Object.entries(comparison.summary)
    .filter(([name]) => name.endsWith('.not-in-excerpt'))
    .reduce((sum, [, n]) => sum + n, 0)
  const body = [
    ...part(
      'texts',
      texts.filter(isChange).flatMap((t) => editLines(writer, fieldName(t.field, to.locale), t.edits, 2)),
    ),
    ...part(
      'articles',
      main.flatMap((a) => articleLines(writer, a, main)),
      counted(main),
    ),
    ...part(
      'supplementary',
      rest.flatMap((a) => articleLines(writer, a, rest)),
      counted(rest),
    ),
    ...part('appendedTables', tables),
    ...part(
      'initiatives',
      initiatives.flatMap((i) => initiativeLines(writer, i)),
      counted(initiatives),
    ),
    ...part(
      'indicators',
      indicators.flatMap((i) => regionIndicatorLines(writer, i)),
      counted(indicators),
    ),
    ...part(
      'projects',
      projects.flatMap((p) => projectLines(writer, p)),
      counted(projects),
    ),
  ]
  const recognised = [comparison.old, comparison.new].some(
    ({ textLayer }) => textLayer === 'ocr' || textLayer === 'mixed',
  )
  return [
    paint({ text: `${visible(comparison.old.name)} → ${visible(comparison.new.name)}`, look: 'heading' }),
    ...(isUnrelated(comparison) ? [paint({ text: word(writer, 'unrelated'), look: 'changed' })] : []),
    ...(body.length === 0 ? [word(writer, 'nothing')] : body),
    ...(silent > 0 ? ['', word(writer, 'silent', { count: silent })] : []),
    ...part(recognised ? 'misread' : 'noise', noiseLines(writer, noise)),
    '',
  ].join('\n')
}
