import type { Article, Document, ParseResult } from '@kyoyaku/core'
import {
  type ArticleChange,
  type Comparison,
  type Edit,
  type InitiativeChange,
  isToldByArticles,
  isToldByPreamble,
  isUnrelated,
  type TableChange,
} from '@kyoyaku/diff'
import type { Locale } from '../locale.ts'
import { viewOf } from '../text/view.ts'
import { noiseLines } from './diff-noise.ts'
import { type Paint, paintedLines, visible } from './diff-paint.ts'
import { articleLines, partOf } from './diff-text-article.ts'
import { regionIndicatorLines } from './diff-text-indicator.ts'
import { editLines, isChange, signs, unitLines, type Writer, word } from './diff-text-lines.ts'
import { projectLines } from './diff-text-project.ts'
import { type diffWords, fieldName } from './diff-words.ts'

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

type TableRow = NonNullable<TableChange['rows']>[number]

/** A row of a table, its cells on one line; one that is the same and stands elsewhere says so. */
function rowLines(writer: Writer, row: TableRow & { status: keyof typeof signs }): string[] {
  const cells = row.cells.flatMap((edits, i): Edit[] => [
    ...(i > 0 ? [{ op: 'equal' as const, text: ' | ' }] : []),
    ...edits,
  ])
  if (!row.moved) return editLines(writer, signs[row.status], cells)
  const edited = cells.some((edit) => edit.op !== 'equal')
  return editLines(writer, `${signs[row.status]} ${word(writer, edited ? 'moved' : 'movedOnly')}`, cells)
}

/** What changed, for reading on a terminal or in a pipe. */
export function diffText(
  comparison: Comparison,
  [old, other]: readonly [ParseResult, ParseResult],
  to: { locale: Locale; columns: number; paint: Paint },
): string {
  const versionsOf = ({ document }: { document: number }): { old: Document | undefined; new: Document | undefined } => {
    const { oldIndex, newIndex } = comparison.documents[document] ?? {}
    return {
      old: oldIndex === undefined ? undefined : old.documents[oldIndex],
      new: newIndex === undefined ? undefined : other.documents[newIndex],
    }
  }
  const articleNow = (change: ArticleChange): Article | undefined => {
    const now = versionsOf(change).new
    if (!now || !('articles' in now)) return undefined
    const main = change.part === 'main'
    return partOf(change, main ? now.articles : 'supplementary' in now ? now.supplementary : undefined)
  }
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
  const { articles, indicators, projects, appendedTables, texts, noise } = comparison
  const apart = comparison.initiatives.filter((i) => !isToldByArticles(versionsOf(i), i))
  const main = articles.filter((a) => a.part === 'main')
  const rest = articles.filter((a) => a.part === 'supplementary')
  const tables = appendedTables
    .filter(isChange)
    .flatMap((table) => [
      ...unitLines(writer, table.status, table.old ?? '', table.new ?? ''),
      ...(table.heading ? editLines(writer, word(writer, 'caption'), table.heading) : []),
      ...(table.rows ?? []).filter(isChange).flatMap((row) => rowLines(writer, row)),
    ])
  const silent = Object.entries(comparison.summary)
    .filter(([name]) => name.endsWith('.not-in-excerpt'))
    .reduce((sum, [, n]) => sum + n, 0)
  const body = [
    ...part(
      'texts',
      texts
        .filter((t) => isChange(t) && !isToldByPreamble(t, texts))
        .flatMap((t) => editLines(writer, fieldName(t.field, to.locale), t.edits, 2)),
    ),
    ...part(
      'articles',
      main.flatMap((a) => articleLines(writer, a, main, articleNow(a))),
      counted(main),
    ),
    ...part(
      'supplementary',
      rest.flatMap((a) => articleLines(writer, a, rest, articleNow(a))),
      counted(rest),
    ),
    ...part('appendedTables', tables),
    ...part(
      'initiatives',
      apart.flatMap((i) => initiativeLines(writer, i)),
      counted(apart),
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
