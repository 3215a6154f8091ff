import { leastUnsettled } from '../../../evidence/corrections.ts'
import type { At } from '../../../schema/at.ts'
import type { Project } from '../../../schema/vision.ts'
import { clean } from '../../../text/clean.ts'
import type { Text } from '../../../text/text.ts'
import { type Context, locate, report } from '../../context.ts'
import { bareOf, filled, type Row, type RowCell, textsOf } from '../row.ts'
import type { Field } from '../sheet/sheet-field.ts'
import type { FieldKind } from '../sheet/sheet-label.ts'
import { yenOf } from './amount.ts'
import { sumCells } from './budget-cell.ts'
import { headOf } from './sum-head.ts'
import { isUnclearUnit } from './unit.ts'

/** A sum of money by what it looks like, whatever heads it. */
const moneyLike = /^[△▲-]?[0-9][0-9,.]*(?:[千百十万億]*円)$|^[△▲-]?[0-9]{1,3}(?:[,.][0-9]{3})+$/u
/** Longer texts beside sums are words of the plan. */
const longestSum = 16
/** Sums stand under the wrong year where a digit of it was misread: years that no step proves are to be as sure as sums. */
const sureYear = 0.9
/** A row of years is one of sums, whatever its field is called. */
const fewestYears = 2

const isHead = ({ bare }: RowCell): boolean => headOf(bare) !== undefined
const isSum = ({ bare }: RowCell): boolean => (yenOf(bare) ?? undefined) !== undefined || /[0-9]/u.test(bare)
const isYear = ({ bare }: RowCell): boolean => headOf(bare)?.kind === 'year'

const sumFields = new Set<FieldKind>(['budget', 'schedule'])
/** Fields that hold numbers of other things. */
const otherFields = new Set<FieldKind>(['indicators', 'sdgs', 'number', 'roles', 'role'])

/** Cells of a row that should be sums or headings of sums. */
function expectedSums(row: Row, isSumField: boolean): RowCell[] {
  const cells = isSumField ? sumCells(row) : filled(row)
  const years = cells.filter(isYear).length
  if (!isSumField) return cells.filter((c) => moneyLike.test(c.bare) || (years >= fewestYears && isYear(c)))
  const isOfSums = cells.some((c) => isHead(c) || (yenOf(c.bare) !== undefined && /[0-9]/u.test(c.bare)))
  if (!isOfSums) return []
  const isShort = ({ bare }: RowCell): boolean => bare.length <= longestSum
  return cells.filter((c) => !isHead(c) && isShort(c) && (yenOf(c.bare) === undefined || isSum(c)))
}

/** Characters of the source at which amounts of a project were read. */
function amountOffsets({ budget }: Project): Set<number> {
  const offsets = new Set<number>()
  const add = (at: At | undefined): void => {
    for (const [from, to] of at?.spans ?? (at?.span ? [at.span] : [])) for (let o = from; o < to; o++) offsets.add(o)
  }
  for (const amount of [...(budget?.years ?? []), ...(budget?.sources ?? []), ...(budget?.results ?? [])])
    add(amount.at)
  add(budget?.total?.at)
  return offsets
}

/** Says of a project's sums that neither they nor anything around them gives a unit: how much they are is not known. */
export function reportUnitless(context: Context, { title, budget }: Project): void {
  const { years = [], total, sources = [], results = [] } = budget ?? {}
  const unknown = [...years, ...(total ? [total] : []), ...sources, ...results].filter(
    (a) => a.yen === null && /[0-9０-９]/u.test(a.text),
  )
  const [first] = unknown
  const data = { project: title, text: unknown.map((a) => a.text).join('、') }
  if (first && !context.evidence) report(context, 'amount-unread', data, first.at)
}

/**
 * Says of a recognised sheet which sums could not be read as amounts of the project: what stands in a row of sums and is none, sums
 * without a year or a unit. What was misread so far that it is missing would else not be missed by anybody.
 */
export function reportUnreadSums(context: Context, project: Project, fields: readonly Field[]): void {
  const { evidence } = context
  if (!evidence) return
  const read = amountOffsets(project)
  const isUnread = ({ offsets }: Text): boolean => {
    const own = [...offsets].filter((o) => o >= 0)
    return own.some((o) => evidence.recognition.isRecognized(o)) && !own.some((o) => read.has(o))
  }
  const say = (text: string, at: At | undefined): void =>
    report(context, 'amount-unread', { project: project.title, text }, at)
  for (const { label, labels, rows } of fields) {
    if (otherFields.has(label.kind)) continue
    if (sumFields.has(label.kind))
      for (const text of [...labels, ...textsOf(rows)])
        if (isUnclearUnit(bareOf(text))) say(clean(text).value, locate(context, clean(text)))
    for (const { text, bare } of rows.flatMap((row) => (sumFields.has(label.kind) ? sumCells(row) : [])))
      if (headOf(bare)?.kind === 'year' && leastUnsettled(evidence, text) < sureYear)
        report(
          context,
          'ocr-low-confidence',
          { project: project.title, text: clean(text).value },
          locate(context, clean(text)),
        )
    for (const row of rows)
      for (const { text } of expectedSums(row, sumFields.has(label.kind)))
        if (isUnread(text)) say(clean(text).value, locate(context, clean(text)))
  }
  const { years = [], total, sources = [], results = [] } = project.budget ?? {}
  for (const amount of [...years, ...(total ? [total] : []), ...sources, ...results])
    if (amount.yen === null && /[0-9]/u.test(amount.text) && amount.at?.confidence !== undefined)
      say(amount.text, amount.at)
}
