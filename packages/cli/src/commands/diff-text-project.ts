import type { Edit, ProjectChange } from '@kyoyaku/diff'
import { type Look, paintedLines, visible } from './diff-paint.ts'
import { editLines, isChange, unitLines, type Writer, word } from './diff-text-lines.ts'
import { fieldName } from './diff-words.ts'

const figures = new Intl.NumberFormat('ja-JP', { maximumFractionDigits: 3 })
const thousand = 1000
const figure = (yen: number): string => figures.format(yen / thousand)

type IndicatorChange = NonNullable<ProjectChange['indicators']>[number]

/** What an indicator was and is called, where that changed; the name of one that came or went without any value. */
function nameEdits({ name, status, title, baseline, target }: IndicatorChange): Edit[] | undefined {
  if (title) return title
  return baseline || target ? undefined : [{ op: status === 'deleted' ? 'delete' : 'insert', text: name }]
}

const yearsText = (years: readonly (number | undefined)[]): string =>
  years.length > 1 ? `${years[0]}～${years.at(-1)}` : `${years[0]}`

function budgetText(writer: Writer, { budget = [], status }: ProjectChange): string | undefined {
  const sum = (yen: number | null, text: string | undefined): string => (yen === null ? (text ?? '') : figure(yen))
  const differs = budget.filter((b) =>
    b.old === null && b.new === null ? (b.oldText ?? '') !== (b.newText ?? '') : b.old !== b.new,
  )
  const name = ({ fiscalYear }: (typeof budget)[number]): string =>
    fiscalYear === undefined ? word(writer, 'total') : `${fiscalYear}`
  const alone = (b: (typeof budget)[number]): boolean => (b.oldText === undefined) !== (b.newText === undefined)
  const yearly = budget.filter((b) => b.fiscalYear !== undefined)
  const total = budget.find((b) => b.fiscalYear === undefined)
  const [gone, come] = [yearly.filter((b) => b.newText === undefined), yearly.filter((b) => b.oldText === undefined)]
  const said: string[] = []
  const apart =
    status === 'changed' && total && !alone(total) && gone.length > 0 && come.length > 0 && yearly.every(alone)
  if (apart) {
    // Another term: no year can be held against another.
    const [from, to] = [gone, come].map((years) => yearsText(years.map((y) => y.fiscalYear)))
    said.push(
      `${from} ${name(total)} ${sum(total.old, total.oldText)} → ${to} ${name(total)} ${sum(total.new, total.newText)}`,
    )
  } else {
    const told = status === 'changed' ? differs.filter((b) => b.fiscalYear === undefined || !gone.includes(b)) : differs
    for (const b of told) {
      const [from, to] = [sum(b.old, b.oldText), sum(b.new, b.newText)]
      const by = b.delta === null ? '' : ` (${b.delta > 0 ? '+' : ''}${figure(b.delta)})`
      const is = from === '' || to === '' ? from + to : `${from}→${to}`
      said.push(
        `${name(b)}: ${is}${by}${status === 'changed' && come.includes(b) ? ` (${word(writer, 'comes')})` : ''}`,
      )
    }
  }
  const outside =
    status === 'changed' && gone.length > 0 && !apart
      ? ` (${word(writer, 'goes', { years: yearsText(gone.map((b) => b.fiscalYear)) })})`
      : ''
  return said.length === 0
    ? outside === ''
      ? undefined
      : outside.trim()
    : `${said.join(writer.locale === 'ja' ? '、' : ', ')} ${word(writer, 'thousandYen')}${outside}`
}

function noteOf(writer: Writer, change: ProjectChange): string {
  const { rolled, splitFrom, mergedInto, moved, edited, pillar, initiative } = change
  if (splitFrom !== undefined) return word(writer, 'splitFrom', { unit: splitFrom })
  if (mergedInto !== undefined) return word(writer, 'mergedInto', { unit: mergedInto })
  if (moved && !pillar && !initiative) return word(writer, edited ? 'reordered' : 'reorderedOnly')
  return rolled ? word(writer, 'rolledOnly') : ''
}

/** A project with what became of it. */
export function projectLines(writer: Writer, change: ProjectChange): string[] {
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
    !of ? undefined : alone ? (of.new ?? of.old) : `${of.old ?? ''} → ${of.new ?? ''}`
  return [
    ...unitLines(writer, change.status, change.old ?? '', change.new ?? '', noteOf(writer, change)),
    ...lines(word(writer, 'pillar'), moved(change.pillar)),
    ...lines(word(writer, 'initiative'), moved(change.initiative)),
    ...(alone
      ? lines(word(writer, 'members'), [...joined, ...left].join('、'))
      : [
          ...lines(word(writer, 'joined'), joined.join('、'), 'added'),
          ...lines(word(writer, 'left'), left.join('、'), 'deleted'),
        ]),
    ...lines(word(writer, 'budget'), budgetText(writer, change)),
    ...(change.indicators ?? []).filter(isChange).flatMap((indicator) => {
      const { name, baseline, target } = indicator
      return (
        [
          [word(writer, 'indicator'), nameEdits(indicator)],
          [`${name} ${word(writer, 'baseline')}`, baseline],
          [`${name} ${word(writer, 'target')}`, target],
        ] as const
      ).flatMap(([label, edits]) => (edits ? editLines(writer, label, edits) : []))
    }),
    ...(change.fields ?? []).flatMap(({ field, edits }) => editLines(writer, fieldName(field, writer.locale), edits)),
  ]
}
