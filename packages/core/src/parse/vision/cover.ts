import type { NameBook } from '../../check/municipality-name.ts'
import type { DateText, Where } from '../../schema/at.ts'
import type { Vision } from '../../schema/vision.ts'
import { join, splitAtSpaces } from '../../text/clean.ts'
import { readDate } from '../../text/era-date.ts'
import { numeralOf } from '../../text/numeral.ts'
import { slice, type Text, trim } from '../../text/text.ts'
import { type Context, furnish, leaf, take } from '../context.ts'
import { bareOf, type Row } from './row.ts'

export interface Cover {
  title: string
  volume?: string
  term?: number
  revision: Vision['revision']
  issuer?: string
  where: Where
  /** Rows of the cover that none of these fields holds. */
  rest: Row[]
}

const titleEnd =
  /(?:ビジョン|構想|推進計画|取組計画|実施計画|基本計画|推進プラン|アクションプラン|プラン|振興計画)(?:\([^()]{1,12}\))?$/u
/** A title's first lines, broken before the name of the region or within it. */
const titleStart =
  /^(?:第 ?[0-9一二三四五六七八九十]{1,3} ?[期次]|.{1,20}圏(?:域)?|.{1,20}連携中枢都市|.{1,16}定住自立)$/u
/** What part of the vision a text is, after its name. */
const partOfTitle =
  /(?:別冊|資料編|本編|概要版|個別事業編|取組編|実施編|(?:連携)?(?:事業費?|取組)(?:一覧|個票|シート)(?:表)?|進[捗行](?:管理|状況)?(?:表|調書|報告書?|シート|一覧)?|参考資料|[0-9]{4}年?(?:度版)?)$/u
const termWords = /第 ?([0-9一二三四五六七八九十]{1,3}) ?[期次]/u
/** 【第３次】 on a line of its own. */
const termAlone = /^[【([〔]?第([0-9一二三四五六七八九十]{1,3})[期次][】)\]〕]?$/u
const volumeWords = /^[《〈([【<「『]? ?(別冊|資料編|本編|概要版|個別事業編|取組編|実施編) ?[》〉)\]】>」』]?$/u
const labelWords =
  /[([【〈《]? ?((?:[^\s()（）]{0,14}?(?:改訂|改定|変更|修正|見直し))?(?:案|版)|素案|原案|(?:第[0-9一二三四五六七八九十]+(?:回|次)|(?:令和|平成|[RH])[0-9元]{1,2}年度)?(?:改訂|改定|変更)) ?[)\]】〉》]?$/u
const excerptWords = /抜粋/u
const dateLine =
  /^[([]?[^0-9一-鿿]{0,2}(?:令和|平成|昭和|(?:19|20)[0-9]{2}|[RH][0-9元])[^。]{0,30}?(?:月|日|[0-9])[)\]]?(?:改訂|改定|策定|変更|作成|一部改訂|一部変更|現在)?[)\]]?$/u

interface CoverState {
  where: Where
  labels: { text: string; at: Where[string] | undefined }[]
  cover: Omit<Cover, 'title' | 'rest' | 'where'>
}

function readDateLine(context: Context, state: CoverState, text: Text, folded: string): boolean {
  if (!dateLine.test(folded)) return false
  const reading = readDate(folded)
  if (!reading) return false
  const revised = /(改訂|改定|変更)[)\]]?$/u.exec(folded)
  const before = state.cover.revision.date
  // Of several dates the last revision's is that of the text.
  if (before && !revised) return false
  if (before?.at) state.where[`revision.date.${before.edtf}`] = before.at
  const read = leaf(context, text)
  const date: DateText = { text: read.text, edtf: reading.edtf, at: read.at }
  state.cover.revision.date = date
  if (revised) {
    // The last of several revisions labels the text.
    const earlier = state.labels.findIndex((l) => l.at !== undefined && l.at === before?.at)
    if (earlier >= 0) state.labels.splice(earlier, 1)
    state.labels.push({ text: revised[1] as string, at: read.at })
  }
  return true
}

/** Reads what stands at the end of a title or on a line of its own: (案), (改訂版), ［素案］. */
function readLabel(context: Context, state: CoverState, text: Text, folded: string): boolean {
  const match = labelWords.exec(folded)
  if (!match || match.index > 0 || folded.length > 24) return false
  if (state.labels.length > 0) {
    furnish(context, 'label', text)
    state.labels.push({ text: bareOf(text).replace(/[)\]】〉》]$/u, ''), at: undefined })
    return true
  }
  const read = leaf(context, text)
  state.labels.push({ text: read.text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''), at: read.at })
  return true
}

function revisionOf(state: CoverState): void {
  const { revision } = state.cover
  const [first] = state.labels
  if (!first) return
  revision.status = state.labels.some((l) => /案$/u.test(l.text))
    ? 'draft'
    : state.labels.some((l) => /改|変更|修正|見直/u.test(l.text))
      ? 'revised'
      : 'original'
  revision.label = first.text
  if (first.at) state.where['revision.label'] = first.at
}

/** A line that names the vision and says more behind it: …ビジョン　令和５年度実績報告. */
const namesVision = /^[^。、]{2,30}ビジョン[^。、をにがはで]{0,20}$/u

function titleLines(rows: readonly Row[]): [number, number] | undefined {
  const strict = rows.findIndex(
    (r) =>
      r.line &&
      titleEnd.test(
        bareOf(r.line.text)
          .replace(/[([（【〔].*$/u, '')
          .replace(partOfTitle, ''),
      ) &&
      r.line.folded.length <= 50,
  )
  const end = strict >= 0 ? strict : rows.findIndex((r) => r.line && namesVision.test(bareOf(r.line.text)))
  if (end < 0) return undefined
  let start = end
  while (
    start > 0 &&
    end - start < 3 &&
    rows[start - 1]?.line &&
    titleStart.test(bareOf(rows[start - 1]?.line?.text as Text))
  )
    start--
  return [start, end + 1]
}

const hashes = /^#{1,6} +/u
const withoutHashes = (text: Text): Text => slice(text, hashes.exec(text.value)?.[0].length ?? 0)

function readTitle(context: Context, state: CoverState, rows: readonly Row[]): string {
  const whole = join(rows.map((r) => withoutHashes(r.line?.text as Text)))
  const bracket = /[（(［[【]([^()（）]{0,20})[)）\]］】]$/u.exec(whole.value)
  const tail = bracket ? slice(whole, bracket.index) : undefined
  const end = bracket ? undefined : /[ 　](?:別冊|資料編|本編|概要版|個別事業編|取組編|実施編)$/u.exec(whole.value)
  if (end && readVolume(context, state, slice(whole, end.index)))
    return readTitleOf(context, state, slice(whole, 0, end.index))
  const cut = tail && (labelWords.test(bareOf(tail)) || volumeWords.test(bareOf(tail))) ? tail : undefined
  if (cut && !readVolume(context, state, cut)) readLabel(context, state, cut, bareOf(cut))
  return readTitleOf(context, state, slice(whole, 0, cut ? bracket?.index : whole.value.length))
}

function readTitleOf(context: Context, state: CoverState, whole: Text): string {
  const name = leaf(context, trim(whole))
  state.where.title = name.at
  const term = termWords.exec(bareOf(whole))
  const number = term && numeralOf(term[1] as string)
  if (number) state.cover.term = number
  return name.text
}

/** 平成27年3月策定（平成28年3月一部改訂）（平成29年3月一部改訂）: a line cut before each of its brackets. */
function bracketsApart(text: Text): Text[] {
  if (text.value.length > longestDates) return [text]
  const starts = [...text.value.matchAll(/[(（]/gu)].flatMap(({ index }) => (index > 0 ? [index] : []))
  return [0, ...starts].map((start, i) => trim(slice(text, start, starts[i])))
}
const longestDates = 200

/** A line as one piece; as several where a date and an issuer stand side by side. */
function piecesOf(text: Text, book: NameBook): Text[] {
  const dates = bracketsApart(text)
  if (dates.length > 1 && dates.every((d) => dateLine.test(bareOf(d)))) return dates
  const words = text.value.length > 60 ? [text] : splitAtSpaces(text, 1)
  if (words.length > 1 && words.every((w) => dateLine.test(bareOf(w)))) return [...words].reverse()
  const isIssuer = words.some((w) => book.resolve(w) !== undefined)
  return isIssuer && words.some((w) => dateLine.test(bareOf(w))) ? words : [text]
}

function readLine(context: Context, state: CoverState, text: Text, book: NameBook, isListed: boolean): boolean {
  const bare = bareOf(text)
  if (excerptWords.test(bare) && bare.length <= 40) {
    state.cover.revision.excerpt = true
    state.where['revision.excerpt'] = take(context, text)
    return true
  }
  const term = termAlone.exec(bare)?.[1]
  if (term !== undefined && state.cover.term === undefined) {
    const number = numeralOf(term)
    if (number) {
      state.cover.term = number
      state.where.term = take(context, text)
      return true
    }
  }
  if (readVolume(context, state, text) || readLabel(context, state, text, bare)) return true
  if (readDateLine(context, state, text, bare)) return true
  const issuer = !isListed && state.cover.issuer === undefined && bare.length <= 20 ? book.resolve(text) : undefined
  if (issuer === undefined) return false
  state.cover.issuer = issuer
  state.where.issuer = leaf(context, text).at
  return true
}

/** Reads the lines before the first table or heading: title, term, volume, revision, excerpt, date, issuer. */
export function readCover(context: Context, rows: readonly Row[], book: NameBook): Cover {
  const state: CoverState = { where: {}, labels: [], cover: { revision: { status: 'original', excerpt: false } } }
  const rest: Row[] = []
  const titled = titleLines(rows)
  let title = ''
  rows.forEach((row, i) => {
    if (titled && i >= titled[0] && i < titled[1]) {
      if (i === titled[0]) title = readTitle(context, state, rows.slice(...titled))
      return
    }
    const pieces = row.line ? piecesOf(row.line.text, book) : []
    const isName = (r: Row | undefined): boolean =>
      r?.line !== undefined && r.line.folded.length <= 20 && book.resolve(r.line.text) !== undefined
    // Names one a line are a list, of which the first is no issuer.
    const isListed = isName(rows[i - 1]) || isName(rows[i + 1])
    const unread = pieces.filter((text) => !readLine(context, state, text, book, isListed))
    if (unread.length > 0 || pieces.length === 0)
      rest.push({
        ...row,
        cells:
          unread.length === 0
            ? row.cells
            : unread.map((t) => ({ text: t, bare: bareOf(t), from: 0, to: 1, wideFrom: 0, wideTo: 1 })),
      })
  })
  revisionOf(state)
  return { title, ...state.cover, where: state.where, rest }
}

function readVolume(context: Context, state: CoverState, text: Text): boolean {
  const match = volumeWords.exec(bareOf(text))
  if (!match || state.cover.volume !== undefined) return false
  state.cover.volume = match[1] as string
  state.where.volume = take(context, text)
  return true
}
