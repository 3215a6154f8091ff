import type { ArticleChange, Comparison, Edit, InitiativeChange, ProjectChange, ProvisionChange } from '@kyoyaku/diff'
import { type Locale, say } from '../locale.ts'
import { viewOf } from '../text/view.ts'
import { editPieces, type Look, type Paint, type Piece, paintedLines, visible } from './diff-paint.ts'
import { diffWords, fieldName } from './diff-words.ts'

interface Writer {
  locale: Locale
  columns: number
  paint: Paint
}

type Status = 'added' | 'deleted' | 'changed'
const signs: Readonly<Record<Status, string>> = { added: '+', deleted: '-', changed: '~' }
const silent: readonly string[] = ['unchanged', 'not-in-excerpt']
const isChange = <T extends { status: string }>(unit: T): unit is T & { status: Status } =>
  !silent.includes(unit.status)

const word = ({ locale }: Writer, name: keyof typeof diffWords, data: Record<string, unknown> = {}): string =>
  say(diffWords[name], locale, data)

/** A unit's first line: + name, - name, ~ old → new. */
function unitLines(writer: Writer, status: Status, from: string, to: string, note = ''): string[] {
  const name = status === 'added' ? to : status === 'deleted' ? from : from === to ? to : `${from} → ${to}`
  const pieces: Piece[] = [
    { text: `${signs[status]} ${visible(name)}`, look: status },
    ...(note === '' ? [] : [{ text: `  ${note}`, look: 'soft' as Look }]),
  ]
  return paintedLines(pieces, writer.columns, 0, writer.paint)
}

/** A labelled text with its differences. */
function editLines(writer: Writer, label: string, edits: readonly Edit[], margin = 4): string[] {
  const head: Piece[] = label === '' ? [] : [{ text: `${visible(label)}　`, look: 'soft' }]
  return paintedLines([...head, ...editPieces(edits, writer.paint)], writer.columns, margin, writer.paint)
}

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
  return [...own, ...(change.items ?? []).flatMap((item) => provisionLines(writer, item, margin + 2))]
}

function articleLines(writer: Writer, change: ArticleChange): string[] {
  if (!isChange(change)) return []
  const caption = (side: 'delete' | 'insert'): string =>
    (change.caption ?? [])
      .filter((edit) => edit.op === 'equal' || edit.op === side)
      .map((edit) => edit.text)
      .join('')
  const titled = (title: string, text: string): string => (text === '' ? title : `${title}（${text}）`)
  const note =
    change.status !== 'changed' || change.edited
      ? change.editKind === 'reference-only'
        ? word(writer, 'referenceOnly')
        : ''
      : word(writer, change.renumbered ? 'renumberedOnly' : 'movedOnly')
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
  return [
    ...unitLines(writer, change.status, change.old ?? '', change.new ?? '', note),
    ...(change.description ? editLines(writer, word(writer, 'description'), change.description) : []),
    ...(change.roles ?? []).flatMap(({ party, edits }) => editLines(writer, word(writer, 'role', { party }), edits)),
  ]
}

const figures = new Intl.NumberFormat('ja-JP', { maximumFractionDigits: 3 })
const thousand = 1000
const figure = (yen: number): string => figures.format(yen / thousand)

function budgetText(writer: Writer, change: ProjectChange): string | undefined {
  const differs = (change.budget ?? []).filter((b) => b.old !== b.new || b.oldText !== b.newText)
  const said = differs.map(({ fiscalYear, old, new: other, delta, oldText, newText }) => {
    const year = fiscalYear === undefined ? word(writer, 'total') : `${fiscalYear}`
    const sum = (yen: number | null, text: string | undefined): string => (yen === null ? (text ?? '') : figure(yen))
    const from = sum(old, oldText)
    const to = sum(other, newText)
    const change_ = delta === null ? '' : ` (${delta > 0 ? '+' : ''}${figure(delta)})`
    return `${year}: ${from === '' || to === '' ? from + to : `${from}→${to}`}${change_}`
  })
  return said.length === 0
    ? undefined
    : `${said.join(writer.locale === 'ja' ? '、' : ', ')} ${word(writer, 'thousandYen')}`
}

function projectLines(writer: Writer, change: ProjectChange): string[] {
  if (!isChange(change)) return []
  const lines = (label: string, text: string | undefined, look: Look = 'plain'): string[] =>
    text === undefined || text === ''
      ? []
      : paintedLines(
          [
            { text: `${label}　`, look: 'soft' },
            { text: visible(text), look },
          ],
          writer.columns,
          4,
          writer.paint,
        )
  const { joined = [], left = [] } = change.participants ?? {}
  const alone = change.status !== 'changed'
  const moved = (of: { old?: string | undefined; new?: string | undefined } | undefined): string | undefined =>
    alone || !of ? undefined : `${of.old ?? ''} → ${of.new ?? ''}`
  return [
    ...unitLines(writer, change.status, change.old ?? '', change.new ?? ''),
    ...lines('', moved(change.pillar)),
    ...lines('', moved(change.initiative)),
    ...(alone
      ? lines(word(writer, 'members'), [...joined, ...left].join('、'))
      : [
          ...lines(word(writer, 'joined'), joined.join('、'), 'added'),
          ...lines(word(writer, 'left'), left.join('、'), 'deleted'),
        ]),
    ...lines(word(writer, 'budget'), budgetText(writer, change)),
    ...(change.indicators ?? [])
      .filter(isChange)
      .flatMap((indicator) => [
        ...(indicator.baseline
          ? editLines(writer, `${indicator.name} ${word(writer, 'baseline')}`, indicator.baseline)
          : []),
        ...(indicator.target ? editLines(writer, `${indicator.name} ${word(writer, 'target')}`, indicator.target) : []),
      ]),
    ...(change.fields ?? []).flatMap(({ field, edits }) => editLines(writer, fieldName(field, writer.locale), edits)),
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
  const { articles, initiatives, projects, appendedTables, texts, noise } = comparison
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
      main.flatMap((a) => articleLines(writer, a)),
      counted(main),
    ),
    ...part(
      'supplementary',
      rest.flatMap((a) => articleLines(writer, a)),
      counted(rest),
    ),
    ...part('appendedTables', tables),
    ...part(
      'initiatives',
      initiatives.flatMap((i) => initiativeLines(writer, i)),
      counted(initiatives),
    ),
    ...part(
      'projects',
      projects.flatMap((p) => projectLines(writer, p)),
      counted(projects),
    ),
  ]
  return [
    paint({ text: `${visible(comparison.old.name)} → ${visible(comparison.new.name)}`, look: 'heading' }),
    ...(body.length === 0 ? [word(writer, 'nothing')] : body),
    ...(silent > 0 ? ['', word(writer, 'silent', { count: silent })] : []),
    ...part(
      'noise',
      noise.map((n) => `  ${visible(n.where)}: ${visible(n.old)} / ${visible(n.new)}`),
    ),
    '',
  ].join('\n')
}
