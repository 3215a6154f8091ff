import type { NameBook } from '../../../check/municipality-name.ts'
import type { Project } from '../../../schema/vision.ts'
import { clean } from '../../../text/clean.ts'
import { concat, slice, type Text } from '../../../text/text.ts'
import { type Context, furnish, take } from '../../context.ts'
import { itemsOf, linesIn } from '../markup.ts'
import { bareOf, filled, type Row } from '../row.ts'
import { raiseLabels } from './centred-label.ts'
import { isPartyGroup } from './sheet-label.ts'

type Role = NonNullable<Project['roles']>[number]

/** Longest name of a party or list of parties. */
const longestParty = 40

/** Whether a text names who has a role: a municipality, several, or a group of them. */
function isParty(text: Text, book: NameBook): boolean {
  const bare = bareOf(text).replace(/[【】[\]〈〉()・:]+$|^[【[〈(・○●■◆]+/gu, '')
  if (bare === '' || bare.length > longestParty) return false
  if (isPartyGroup(bare)) return true
  return bare
    .split(/[、,・]|及び|並びに/u)
    .every((part) => isPartyGroup(part) || book.resolve({ value: part, offsets: text.offsets }) !== undefined)
}

const naming = /^(?:(【[^【】]{1,30}】|〔[^〔〕]{1,30}〕|<[^<>]{1,30}>)|(.{1,20}?)[:：])[\s　]*(?=\S)/u
/** 京丹後市 研修医の受入れ: in lines, where a long name reaches the column of texts. */
const spaced = /^()([^\s。、]{2,24})[ 　]{1,2}(?=[^\s])/u
/** The others, before a colon alone: 倉吉市：運営／町：負担金の支出 */
const body = /^[市町村]$/u
const parting = /[／;；　 ]*$/u
const beside = /(?<=[／;；　 ])[^\s:：、。／;；]{1,12}(?=[:：])/gu
const bracketed = /【[^【】]{1,30}】/gu

/** A line cut before every party, in brackets or before a colon: 【Ａ市】…【Ｂ町】…, Ａ市：…／Ｂ町：…. */
function cutAtParties(text: Text, book: NameBook): Text[] {
  const inBrackets = [...text.value.matchAll(bracketed)].flatMap(({ 0: name, index }) =>
    index > 0 && isParty(slice(text, index, index + name.length), book) ? [index] : [],
  )
  const beforeColons = [...text.value.matchAll(beside)].flatMap(({ 0: name, index }) =>
    body.test(name) || isParty(slice(text, index, index + name.length), book) ? [index] : [],
  )
  const starts = inBrackets.length > 0 ? inBrackets : beforeColons
  return [0, ...starts].map((start, i) => {
    const part = slice(text, start, starts[i])
    return slice(part, 0, part.value.length - (parting.exec(part.value)?.[0].length ?? 0))
  })
}

/** 倉吉市：全体の調整 as party and text. */
function partyBefore(text: Text, book: NameBook): { party: Text; text: Text } | undefined {
  const before = naming.exec(text.value)
  const match = before ?? spaced.exec(text.value)
  if (!match) return undefined
  const party = slice(text, 0, (match[1] || match[2] || '').length)
  return isParty(party, book) || (before?.[2] !== undefined && body.test(party.value))
    ? { party, text: slice(text, match[0].length) }
    : undefined
}

/** Who a sentence is about, where that is somebody with a role: 飯田市は、診療所を運営する。 */
function subjectOf(text: Text, book: NameBook): Text | undefined {
  const match = /^(.{1,20}?)(?:は|が)[、,]/u.exec(text.value)
  const party = match && slice(text, 0, (match[1] as string).length)
  return party && isParty(party, book) ? party : undefined
}

interface Draft {
  party: Text
  texts: Text[]
  /** Read out of its first sentence. */
  isSpoken?: boolean
}

function written(context: Context, { party, texts }: Draft): Role {
  const items = itemsOf(texts).map(clean)
  const name = clean(party)
  return {
    party: name.value.replace(/^[【[〈(・●○◯]+|[】\]〉):：]+$/gu, ''),
    items: items.map((i) => i.value),
    at: take(context, concat(items)),
  }
}

/** The items of one role whose party stands in the label. */
export function roleOf(context: Context, party: string, texts: readonly Text[]): Role {
  const items = itemsOf(texts).map(clean)
  return { party, items: items.map((i) => i.value), at: take(context, concat(items)) }
}

/** Rows printed as lines with the names of parties whole that wrap in their column: かすみがうら / 市. */
function withWholeParties(rows: readonly Row[], book: NameBook): Row[] {
  const whole: Row[] = []
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as Row
    const next = rows[i + 1]
    const [first, ...others] = filled(row)
    const [rest, ...below] = next ? filled(next) : []
    const wraps =
      first &&
      rest &&
      next?.table === undefined &&
      next?.gap === 0 &&
      others.length > 0 &&
      first.wideFrom === rest.wideFrom
    const text = wraps && !isParty(first.text, book) ? concat([first.text, rest.text]) : undefined
    if (first && next && text && isParty(text, book)) {
      whole.push({ ...row, cells: [{ ...first, text, bare: bareOf(text) }, ...others] }, { ...next, cells: below })
      i++
    } else whole.push(row)
  }
  return whole
}

/** Rows printed as lines with parties beside the middle of their items, parties first. */
function inReadingOrder(rows: readonly Row[], book: NameBook): readonly Row[] {
  if (rows.some((r) => r.table !== undefined)) return rows
  const labels = rows.flatMap((row, i) => {
    const [first] = filled(row)
    return first && isParty(first.text, book) ? [{ row: i, height: 1 }] : []
  })
  const [first] = labels
  const column = first && filled(rows[first.row] as Row)[0]?.wideFrom
  return column === undefined ? rows : raiseLabels(rows, labels, column + 1)
}

/** Reads the rows of a field of roles: a cell or line with a party, then what it does; text before any party goes to `rest`. */
export function readRoles(context: Context, printed: readonly Row[], book: NameBook, rest: Text[]): Role[] {
  const drafts: Draft[] = []
  const rows = inReadingOrder(withWholeParties(printed, book), book)
  for (const row of rows) {
    const cells = filled(row)
    cells.forEach((cell, i) => {
      const lines = linesIn(cell.text).flatMap((line) => cutAtParties(line, book))
      const several = lines.some((line) => partyBefore(line, book) !== undefined)
      for (const text of several ? lines : [cell.text]) {
        const inline = partyBefore(text, book)
        const isItem = i > 0 && i === cells.length - 1 && row.table === undefined && drafts.length > 0
        if (!isItem && isParty(text, book)) {
          furnish(context, 'label', text)
          drafts.push({ party: text, texts: [] })
        } else if (inline) {
          furnish(context, 'label', inline.party)
          drafts.push({ party: inline.party, texts: [inline.text] })
        } else {
          const subject = subjectOf(text, book)
          const isNew = subject && (drafts.length === 0 || drafts.at(-1)?.isSpoken)
          if (isNew) drafts.push({ party: subject, texts: [text], isSpoken: true })
          else if (drafts.length > 0) drafts.at(-1)?.texts.push(text)
          else rest.push(text)
        }
      }
    })
  }
  return drafts.map((d) => written(context, d))
}
