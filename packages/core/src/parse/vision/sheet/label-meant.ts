import type { NameBook } from '../../../check/municipality-name.ts'
import { bareOf, textsOf } from '../row.ts'
import { readParticipants } from './participants.ts'
import { namesAlone } from './project-title.ts'
import type { Field } from './sheet-field.ts'
import { isDoers } from './sheet-label.ts'

/** Where no field says who takes part, those who carry the project out do, as far as they are municipalities. */
function withDoers(fields: readonly Field[], book: NameBook): readonly Field[] {
  if (fields.some((f) => f.label.kind === 'participants')) return fields
  const doers = fields.find(
    (f) =>
      f.labels.some((l) => isDoers(bareOf(l).replace(/^[・●〇◆■◎]+|:$/gu, ''))) &&
      textsOf(f.rows).length > 0 &&
      textsOf(f.rows).every((t) => namesAlone(t, book) || readParticipants(t, [], book).all),
  )
  return doers ? fields.map((f) => (f === doers ? { ...f, label: { kind: 'participants' } } : f)) : fields
}

/** 具体的取組 | ・商談会の開催 beside 事業名 says what is done, and names nothing. */
function withWork(fields: readonly Field[]): readonly Field[] {
  const isWork = ({ label, labels, rows }: Field): boolean =>
    label.kind === 'title' &&
    labels.some((l) => /^具体的な?取組/u.test(bareOf(l).replace(/^[【〔［・●〇◆■◎]+/u, ''))) &&
    /^[・●〇○①-]|。$/u.test(textsOf(rows)[0]?.value ?? '')
  const hasName = fields.some((f) => f.label.kind === 'title' && !isWork(f))
  return hasName ? fields.map((f) => (isWork(f) ? { ...f, label: { kind: 'activities' } } : f)) : fields
}

/** The fields of a sheet under the labels that are meant, where what stands beside a label or in other fields shows another. */
export const withLabelsMeant = (fields: readonly Field[], book: NameBook): readonly Field[] =>
  withWork(withDoers(fields, book))
