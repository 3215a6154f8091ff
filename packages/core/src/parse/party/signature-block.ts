import type { Line } from '../../layout/block.ts'
import type { Party, Signatory } from '../../schema/agreement.ts'
import { splitAtSpaces } from '../../text/clean.ts'
import { fold } from '../../text/fold.ts'
import { concat, filter, slice, type Text, trim } from '../../text/text.ts'
import { type Context, furnish, leaf } from '../context.ts'
import { isBodyName } from './body-name.ts'
import { entrusting } from './party.ts'
import { stemSymbol } from './party-symbol.ts'
import { besideOneAnother } from './signature-columns.ts'

const office =
  /^(?:(?:代表者|署名者|契約者)[ :]*)?.{0,24}?(?:市長|町長|村長|区長|知事|管理者|組合長|理事長|会長|議長|広域連合長|長職務代理者|代表取締役(?:会長|社長)?|学長|(?:代表理事|(?:支社|支店|本部|局|部|所|館|院|校)長|総長|会頭|社長|代表)$)(?!会|の?職務)/u
const address = /(?:[0-9〇一二三四五六七八九十]+(?:番地?|号|丁目|-)|番地?|[0-9]$|大字|字|^〒)/u
/** 加古郡稲美町 says where a town is. */
const district = /^[^ ]{1,10}郡[^ ]{1,8}[町村]$/u
/** Words of the form around a name. */
const label =
  /^(?:[([〔【]?(?:公|職|実)?印[)\]〕】]?|㊞|\(?公印省略\)?|代表者|署名者|契約者|住所|氏名|名称|記名押印)[: ]*$/u
/** What follows the signatures on papers of a council. */
const afterwards = /^[(【]?(?:(?:提案|制定|改正|変更)の?)?(?:理由|説明|参考|資料|別表|別紙|備考|議案|新旧)/u
/** Signature lines are short. */
const longestLine = 80

/** Whether a line can stand in a signature block. */
export const isSignatureLine = (line: Line): boolean =>
  line.folded.length <= longestLine && !/[。]/u.test(line.folded) && !/(?:です|ます|する)$/u.test(line.folded)

/** Whether a line ends with an office, or with who holds it: 甲　八代市長　中村博生. */
export const namesOffice = (line: Line): boolean =>
  isSignatureLine(line) && /(?:[市町村区]長|知事|管理者|組合長|理事長|連合長)(?: [^、]{0,20})?$/u.test(line.folded)

/** What a line begins with that says whose signature it is: 甲, （甲）. */
const headed = /^(?:[(「]([^ ()「」]{1,12})[)」]|([^ ()「」]{1,12})(?= |:|$))/u
/** Who signs without being a party. */
const witness = /^(?:立会人|立会者|立会|調整者|仲介者|保証人)$/u

/** The symbol that a line begins with, [from, to) of it; what it signs starts at `end`. Short symbols can be set apart (甲　市). */
function symbolIn(folded: string, symbols: ReadonlySet<string>): { from: number; to: number; end: number } | undefined {
  for (const symbol of symbols) {
    if (symbol.length < 2 || folded[0] !== symbol[0]) continue
    let at = 1
    for (const c of symbol.slice(1)) {
      while (folded[at] === ' ') at++
      at = folded[at] === c ? at + 1 : Number.POSITIVE_INFINITY
    }
    if (at <= folded.length && /^(?:[ :]|$)/u.test(folded.slice(at)) && (at > symbol.length || !isBodyName(symbol)))
      return { from: 0, to: at, end: at }
  }
  const head = headed.exec(folded)
  const name = head?.[1] ?? head?.[2]
  if (!head || name === undefined) return undefined
  const signs = symbols.has(name) && (head[1] !== undefined || !isBodyName(name))
  if (!stemSymbol.test(name) && !witness.test(name) && !entrusting.test(name) && !signs) return undefined
  const from = folded.indexOf(name)
  return { from, to: from + name.length, end: head[0].length }
}

interface Piece {
  kind: 'symbol' | 'address' | 'organization' | 'office' | 'name' | 'label'
  text: Text
}

/** The parts of a signature line: symbol, address, organization, office, name. */
function pieces(line: Line, symbols: ReadonlySet<string>): Piece[] {
  const found: Piece[] = []
  let rest = line.text
  const { folded } = line
  const head = symbolIn(folded, symbols)
  if (head) {
    found.push({
      kind: 'symbol',
      text: filter(slice(line.text, head.from, head.to), (i) => folded[head.from + i] !== ' '),
    })
    rest = slice(line.text, head.end)
  }
  for (const part of partsOf(line, rest)) {
    const before = found.findLast((p) => p.kind !== 'label')
    // １５番地　甲　Ａ市長　…: the symbol behind the address.
    const isSymbol = before?.kind === 'address' && !head && stemSymbol.test(fold(part.value)) && namesOffice(line)
    found.push(...(isSymbol ? [{ kind: 'symbol' as const, text: part }] : classify(part, before)))
  }
  return merged(found)
}

/** 市　長　　菅　野: words whose characters are set apart are parted by wider gaps. */
const spreadGap = 3
const spread = /^\S(?: +\S){1,9}$/u

/** The words of what a line holds behind its symbol. */
function partsOf(line: Line, text: Text): Text[] {
  const start = text.offsets[0] ?? 0
  // The symbol can stand closer to the first word than the words to one another.
  const words = splitAtSpaces(trim(line.printed), spreadGap)
    .map((w) =>
      trim(
        slice(
          w,
          Math.max(
            0,
            w.offsets.findIndex((at) => at >= start),
          ),
        ),
      ),
    )
    .filter((w) => (w.offsets[0] ?? 0) >= start)
  const isSpread = (word: Text): boolean => spread.test(fold(word.value).trim())
  if (!words.some((w) => isSpread(w) && (named.test(w.value.trim()) || words.length === 1)))
    return splitAtSpaces(text, 1)
  return words.map((w) => (isSpread(w) ? filter(w, (i) => /\S/u.test(w.value[i] as string)) : w))
}
/** What ends the name of a body or of an office. */
const named = /[市町村区県府都道長事者]$/u

function classify(part: Text, before: Piece | undefined): Piece[] {
  const text = trim(part)
  const folded = fold(text.value).replace(/^[: ]+/u, '')
  if (folded === '') return []
  if (label.test(folded)) return [{ kind: 'label', text }]
  const official = office.exec(folded)
  if (official) {
    const at = official[0].length
    const pieces: Piece[] = [{ kind: 'office', text: slice(text, 0, at) }]
    const name = trim(slice(text, at))
    if (name.value !== '') pieces.push({ kind: 'name', text: name })
    return pieces
  }
  if (before?.kind === 'office' || before?.kind === 'name') return [{ kind: 'name', text }]
  if (address.test(folded) || district.test(folded)) return [{ kind: 'address', text }]
  if (isBodyName(folded)) return [{ kind: 'organization', text }]
  return [{ kind: before?.kind === 'address' ? 'address' : 'name', text }]
}

/** Pieces of one kind that stand side by side are one: family and given name. */
function merged(found: readonly Piece[]): Piece[] {
  const out: Piece[] = []
  for (const piece of found) {
    const last = out.at(-1)
    if (last && last.kind === piece.kind && piece.kind !== 'organization') {
      last.text = concat([last.text, piece.text])
    } else out.push({ ...piece })
  }
  return out
}

type Draft = Partial<Record<Exclude<Piece['kind'], 'label'>, Text>>

/** What a piece of each kind cannot follow within one signature. */
const startsAnew = (draft: Draft, kind: keyof Draft): boolean =>
  kind === 'symbol'
    ? Object.keys(draft).some((known) => known !== 'address')
    : draft[kind] !== undefined ||
      (kind === 'address' && (draft.organization !== undefined || draft.office !== undefined)) ||
      (kind === 'organization' && draft.office !== undefined)

/** A body that stands under a symbol or an address, without its office so far: what follows may belong to it (学校法人… / …大学　学長). */
const holdsAnother = (draft: Draft): boolean =>
  draft.organization !== undefined && draft.office === undefined && (draft.symbol ?? draft.address) !== undefined
const space: Text = { value: '\u3000', offsets: Int32Array.of(-1) }

/** Reads the signature block from its lines; lines that are none of it are given back. */
export function signatories(
  context: Context,
  lines: readonly Line[],
  parties: readonly Party[],
): { signatories: Signatory[]; rest: Line[] } {
  const symbols = new Set(parties.filter((p) => p.symbol !== p.name).map((p) => p.symbol))
  const drafts: Draft[] = []
  const rest: Line[] = []
  let over = false
  for (const line of besideOneAnother(lines, symbols)) {
    over ||= afterwards.test(line.folded)
    const found = !over && isSignatureLine(line) ? pieces(line, symbols) : []
    const last = drafts.at(-1)
    if (
      found.length === 0 ||
      (found.some((p) => p.kind === 'name') &&
        found.every((p) => p.kind === 'name' || p.kind === 'label') &&
        (last?.office === undefined || last.name !== undefined))
    ) {
      rest.push(line)
      continue
    }
    for (const { kind, text } of found) {
      if (kind === 'label') {
        furnish(context, 'label', text)
        continue
      }
      let draft = drafts.at(-1)
      if (draft && kind === 'organization' && holdsAnother(draft) && found.some((p) => p.kind === 'office')) {
        draft.organization = concat([...(draft.organization ? [draft.organization, space] : []), text])
        continue
      }
      // An address goes on in the line below.
      const before = draft?.address ?? (draft?.symbol && draft.name)
      if (draft && before && kind === 'address' && !draft.organization && !draft.office) {
        draft.address = concat([before, text])
        delete draft.name
        continue
      }
      if (draft && kind === 'name' && draft.office) {
        draft.name = draft.name ? concat([draft.name, text]) : text
        continue
      }
      if (!draft || startsAnew(draft, kind)) {
        draft = {}
        drafts.push(draft)
      }
      draft[kind] = text
    }
  }
  const written = drafts.flatMap((draft) => write(context, draft, parties))
  return { signatories: written, rest }
}

/** What the head of a body is called, behind its name: Ａ市長, Ａ協議会会長. */
const headOf = /(?:(?<=会)会長|長|知事)$/u

function write(context: Context, draft: Draft, parties: readonly Party[]): Signatory[] {
  const named = draft.organization
  const signatory: Signatory = { organization: '' }
  const where: NonNullable<Signatory['where']> = {}
  for (const kind of ['symbol', 'address', 'organization', 'office', 'name'] as const) {
    const text = draft[kind]
    if (!text) continue
    const read = leaf(context, text)
    signatory[kind] = read.text
    where[kind] = read.at
  }
  if (!named) {
    // 甲　Ａ市長 names the body within the office.
    const inOffice = draft.office ? slice(draft.office, 0, draft.office.value.replace(headOf, '').length) : undefined
    const party =
      parties.find((p) => signatory.office?.startsWith(p.name)) ?? parties.find((p) => p.symbol === signatory.symbol)
    const name = party?.name ?? (inOffice && isBodyName(fold(inOffice.value)) ? inOffice.value : undefined)
    if (name === undefined) {
      if (Object.keys(where).length === 0) return []
      signatory.organization = signatory.office ?? signatory.address ?? signatory.symbol ?? ''
    } else signatory.organization = name
  }
  return [{ ...signatory, where }]
}
