import type { NameBook } from '../../../check/municipality-name.ts'
import { clean, join } from '../../../text/clean.ts'
import { fold } from '../../../text/fold.ts'
import { slice, type Text, trim } from '../../../text/text.ts'
import { type Context, furnish, leaf, take } from '../../context.ts'
import { withoutBullet, withoutTags } from '../markup.ts'
import { projectNumber } from '../project-number.ts'
import { bareOf, filled, textsOf } from '../row.ts'
import { readParticipants } from './participants.ts'
import type { Draft, SheetSetting } from './project-sheet.ts'
import type { Field } from './sheet-field.ts'

/** All of a field's value as one text. */
export const textOf = (field: Field): Text => withoutTags(join(textsOf(field.rows)))

/** Whether a text is a list of municipalities and nothing else. */
export const namesAlone = (text: Text, book: NameBook): boolean => {
  const parts = bareOf(text).split(/[、,・]|及び|並びに/u)
  return parts.every(
    (p) =>
      /[市町村区]$/u.test(p) && book.resolve({ value: p, offsets: new Int32Array(p.length).fill(-1) }) !== undefined,
  )
}

/** 【新規】, （拡充） before or behind a name: what the project is at this time. */
const flag =
  /^[【（(［[](?:新規|継続|拡充|拡大|見直し|再掲|重点|完了|廃止)[】）)］\]](?=.)|(?<=.)[【（(［[](?:新規|継続|拡充|拡大|見直し|再掲|重点|完了|廃止)[】）)］\]]$/u

/** 展示会への出展（前橋市・渋川市）: who takes part, where no field says it. */
const namesBehind = /[（(]([^()（）]{2,80})[)）]$/u

function withoutNames(context: Context, draft: Draft, title: Text, { members, book }: SheetSetting): Text {
  const match = namesBehind.exec(title.value)
  if (!match || match.index === 0) return title
  const inside = slice(title, match.index + 1, title.value.length - 1)
  const read = readParticipants(inside, members, book)
  const isList = read.all || (read.names.length > 1 && namesAlone(inside, book))
  if (!isList) return title
  draft.project.participants = read.names
  if (read.all) draft.project.allMunicipalities = true
  draft.where.participants = take(context, clean(inside))
  return trim(slice(title, 0, match.index))
}

const numberAlone = /^(?:No\.?)?[0-9]{1,3}(?:-[0-9]{1,3}){0,3}$/u

/** Reads the name of a project, the number before it and what stands in brackets behind it. */
export function readTitle(context: Context, draft: Draft, field: Field, setting: SheetSetting): void {
  const [first, ...others] = field.rows.flatMap((row) => filled(row))
  const isNumbered = first !== undefined && others.length > 0 && numberAlone.test(first.bare)
  const whole = withoutTags(join((isNumbered ? others : [...(first ? [first] : []), ...others]).map((c) => c.text)))
  if (isNumbered && draft.project.number === undefined) {
    // 【事務事業】15　図書館連携事業
    const read = leaf(context, first.text)
    draft.project.number = read.text
    draft.where.number = read.at
  } else if (isNumbered) furnish(context, 'label', first.text)
  const prefix = projectNumber.exec(fold(whole.value))?.[0].length ?? 0
  if (prefix > 0 && draft.project.number === undefined) {
    const read = leaf(context, trim(slice(whole, 0, prefix)))
    draft.project.number = read.text
    draft.where.number = read.at
  }
  const named = withoutBullet(trim(slice(whole, prefix)))
  const flagged = flag.exec(named.value)
  const [from, to] = flagged ? [flagged.index, flagged.index + flagged[0].length] : [0, 0]
  if (flagged) draft.notes.push(slice(named, from + 1, to - 1))
  const title = trim(from > 0 ? slice(named, 0, from) : slice(named, to))
  const read = leaf(context, draft.isNamed ? title : withoutNames(context, draft, title, setting))
  draft.project.title = read.text
  draft.where.title = read.at
}
