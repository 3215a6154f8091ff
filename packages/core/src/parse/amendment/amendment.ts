import type { Block, Line } from '../../layout/block.ts'
import type { Amendment, AmendmentOperation, AmendmentTarget } from '../../schema/amendment.ts'
import type { DateText, Section } from '../../schema/at.ts'
import type { Article } from '../../schema/provision.ts'
import { clean, join } from '../../text/clean.ts'
import { readDates } from '../../text/era-date.ts'
import { fold } from '../../text/fold.ts'
import { filter, slice, type Text, textOf } from '../../text/text.ts'
import { tailOf } from '../agreement-parts.ts'
import { readArticleHeading } from '../article-heading.ts'
import { startsClosing } from '../closing.ts'
import { type Context, furnish, leaf, locate, report } from '../context.ts'
import { body, headedText, textsOf } from '../headed-text.ts'
import { partiesIn } from '../party.ts'
import { readProvisions } from '../provisions.ts'
import { writeArticles } from '../provisions-write.ts'
import { signatories } from '../signature-block.ts'
import { supplementary } from '../supplementary.ts'
import { isSupplementaryHeading } from '../supplementary-heading.ts'
import { takeDate } from '../taken-date.ts'
import { comparisonOperations } from './comparison-operations.ts'
import { comparisonOf, isComparison, withAlignedComparisons } from './comparison-table.ts'
import { readContent } from './content.ts'
import { maskQuotes } from './quote.ts'
import { type Clause, readSentence } from './sentence.ts'

/** ○○条例（令和２年条例第２号）の一部を次のように改正する。 */
const enacting =
  /^(?:第[0-9一二三四五六七八九十]{1,4}条 *)?(?:.{0,200}?は、)?(?<amends>.{2,200}?)(?: *\([^()]{1,60}(?:\([^()]{1,40}\)[^()]{0,60})?\))?の(?<part>一部|全部)を、?(?:次|下記|以下|別紙|別添|別表)の?(?:よう|とおり|(?:新旧対照)?表の?とおり)に?、?(?:改正|変更|改め)する。$/u
/** 甲及び乙は、…に締結した連携協約の一部を変更する連携協約を次のとおり締結する。 */
const concluding =
  /^(?:.{0,200}?は、)?(?<amends>[^。]{2,200}?)(?: *\([^()]{1,60}\))?の(?<part>一部)を、?(?:(?:次|下記|以下)の(?:とおり|ように)、?)?(?:改正|変更)する.{0,12}(?:協約|協定)書?を、?(?:(?:次|下記|以下)の(?:とおり|ように))?、?締結する。$/u
const titled =
  /の(?:一部|全部)(?:を(?:改正|変更)する|(?:改正|変更)に関する)|変更協約|変更協定|改正する(?:条例|規約|規則|協約|協定)/u
/** A sentence of a 改め文 starts with its place. */
const startsPlace =
  /^(?:第[0-9一二三四五六七八九十百千]{1,7}[条項号]|別表|題名|目次|前文|末尾に|附則(?:第|中|に|を|の)|同[条項号表])/u
/** Lines over which one sentence may be wrapped: of long quotations. */
const mostLines = 60
/** What ends the 附則 of a bill. */
const afterwards = /^(?:\(?(?:提案|改正|制定)?(?:の)?理由|参考|新旧対照|議案第|提出)/u

interface Sentence {
  text: Text
  clauses: Clause[]
  memory: AmendmentTarget
  lines: number
}

const isLine = (block: Block | undefined): block is Line => block?.kind === 'line'

/** The sentence of a 改め文 that starts at a block, over as many lines as it takes. */
function sentenceAt(blocks: readonly Block[], i: number, memory: AmendmentTarget): Sentence | undefined {
  const first = blocks[i]
  if (!isLine(first) || !startsPlace.test(first.folded)) return undefined
  if (headsArticle(first)) return undefined
  const texts: Text[] = []
  for (let n = 0; n < mostLines; n++) {
    const line = blocks[i + n]
    if (!isLine(line)) return undefined
    texts.push(line.text)
    if (!line.folded.endsWith('。')) continue
    const text = join(texts)
    const folded = fold(text.value)
    if (!maskQuotes(folded).endsWith('。')) continue
    const read = readSentence(folded, text.value, memory)
    return read ? { text, ...read, lines: n + 1 } : undefined
  }
  return undefined
}

/** Lines over which the sentence that says what is amended may be wrapped. */
const mostEnactingLines = 4

/** Whether a sentence starts with a line: it is set in, stands apart, or follows the end of another one. */
function startsSentence(blocks: readonly Block[], index: number): boolean {
  const line = blocks[index]
  const before = blocks[index - 1]
  if (!isLine(line)) return false
  return line.indent > 0 || line.gap > 0 || !isLine(before) || /[。」]$/u.test(before.folded) || isTitle(before)
}

/** Whether a line titles an amending act. */
const isTitle = (line: Line): boolean =>
  titled.test(line.folded) && !/[。、,]$/u.test(line.folded) && !/。/u.test(line.folded)

/** The sentence that says what is amended: the index of its first line, how many lines it takes, and what was read in it. */
interface Enacting {
  index: number
  lines: number
  text: Text
  said: RegExpExecArray
}

function enactingAt(blocks: readonly Block[], form: RegExp): Enacting | undefined {
  for (let end = 0; end < blocks.length; end++) {
    const last = blocks[end]
    if (!isLine(last) || !last.folded.endsWith('する。')) continue
    for (let lines = 1; lines <= mostEnactingLines && lines <= end + 1; lines++) {
      const index = end + 1 - lines
      const own = blocks.slice(index, end + 1)
      if (!own.every(isLine)) break
      const text = join(own.map((l) => l.text))
      if (!startsSentence(blocks, index)) continue
      const said = form.exec(fold(text.value))
      if (said) return { index, lines, text, said }
    }
  }
  return undefined
}

function operationsOf(context: Context, { text, clauses }: Sentence): AmendmentOperation[] {
  let from = 0
  return clauses.map((clause): AmendmentOperation => {
    // Clauses about several places share their words: the first takes them.
    const words = slice(text, Math.min(clause.start, from), clause.end)
    const read =
      clause.end > from
        ? leaf(context, slice(text, from, clause.end))
        : { text: words.value, at: locate(context, words) }
    from = Math.max(from, clause.end)
    return { ...clause.operation, text: clean(slice(text, clause.start, clause.end)).value, at: read.at }
  })
}

function effectiveDate(context: Context, articles: readonly Article[]): DateText | undefined {
  for (const { paragraphs } of articles) {
    for (const { text, at } of paragraphs) {
      // What a proviso says is of some provisions.
      const stop = text.indexOf('。')
      const main = stop < 0 ? text : text.slice(0, stop)
      const date = readDates(fold(main))[0]
      if (!date?.edtf || !/から施行|から効力|から適用/u.test(main)) continue
      const printed = text.slice(date.start, date.end)
      const [from, to] = at?.span ?? [0, 0]
      const start = context.source.text.slice(from, to).indexOf(printed)
      const place =
        start < 0
          ? {}
          : { at: locate(context, textOf(context.source.text, from + start, from + start + printed.length)) }
      return { text: printed, edtf: date.edtf, ...place }
    }
  }
  return undefined
}

/** The title among the lines before the enacting sentence: the last that names an amending act. */
function titleIndex(front: readonly Block[]): number {
  for (let i = front.length - 1; i >= 0; i--) {
    const block = front[i]
    if (isLine(block) && isTitle(block)) return i
  }
  return front.findIndex((b) => isLine(b))
}

/** When what is amended was concluded, before its name. */
const concludedBefore =
  /^(?:令和|平成|昭和)[^、。]{2,16}日(?:付け?(?:で|の)?|に)?(?:、)?(?:締結した|締結された|締結の|制定した)?/u

const anyAgreement = /^(?:連携|定住自立圏形成)?(?:協約|協定)書?$/u

/** The name of what is amended; a word for it (原協定) stands for what the sentence before names. */
function amendedBy(start: Enacting, before: Enacting | undefined): string {
  const named = ({ text, said }: Enacting): string => {
    const name = said.groups?.amends ?? ''
    const dated = concludedBefore.exec(name)?.[0].length ?? 0
    // By its kind alone it is known by its date.
    const from = said[0].indexOf(name) + (anyAgreement.test(name.slice(dated)) ? 0 : dated)
    return clean(slice(text, from, said[0].indexOf(name) + name.length)).value
  }
  const name = named(start)
  return before?.text.value.includes(`「${name}」`) ? named(before) : name
}

/** What a 改め文 does: a sentence that says so is no new provision, even where its place cannot be read. */
const amendingSentence = /(?:に(?:改める|変更する)|を(?:加える|削る)|ずつ繰り?[上下]げる|を第[^、。]{1,12}とする)。$/u

/** A sentence of a 改め文 of which no operation could be read. */
const isUnreadSentence = (block: Block): boolean =>
  isLine(block) &&
  startsPlace.test(block.folded) &&
  !headsArticle(block) &&
  amendingSentence.test(maskQuotes(block.folded))

/** 第３条の２　休場日は、…: the heading of a new article, and no place. */
function headsArticle(line: Line): boolean {
  const heading = readArticleHeading(line.folded, { last: undefined, fresh: true })
  return heading !== undefined && heading.after !== 'text' && heading.end > heading.titleEnd
}

/** The 附則, the closing and the signatures of an amendment; what is none of them becomes sections. */
function readTail(
  context: Context,
  amendment: Amendment,
  blocks: readonly Block[],
  preamble: Text | undefined,
): Section[] {
  const sections: Section[] = []
  const loose = (lines: readonly Line[]): void => {
    sections.push(...lines.map((line) => leaf(context, line.text)))
  }
  const signed: Line[] = []
  for (const part of tailOf(blocks)) {
    if (part.kind === 'tables') sections.push(...headedText(context, part.blocks))
    else if (part.kind === 'supplementary') {
      const { articles, headings } = supplementary(context, part.lines, [])
      amendment.supplementary = [...(amendment.supplementary ?? []), ...articles]
      for (const { lines } of headings) sections.push(leaf(context, join(lines)))
    } else if (part.kind === 'closing' && amendment.closing === undefined) {
      const { text, at } = leaf(context, join(part.lines.map((l) => l.text)))
      amendment.closing = text
      amendment.where = { ...amendment.where, closing: at }
    } else if (part.kind === 'date' && amendment.concludedOn === undefined && part.lines[0]) {
      const date = takeDate(context, part.lines[0], sections)
      if (date) amendment.concludedOn = date
    } else if (part.kind === 'signature') signed.push(...part.lines)
    else loose(part.lines)
  }
  const block = signatories(context, signed, preamble ? partiesIn(context, preamble, true) : [])
  if (block.signatories.length > 0) amendment.signatories = block.signatories
  loose(block.rest)
  const date = effectiveDate(context, amendment.supplementary ?? [])
  if (date) amendment.effectiveOn = date
  return sections
}

/** 次の表の改正前の欄に掲げる規定を同表の改正後の欄に掲げる規定に改正する。 */
const byTable =
  /(?:次の|別紙の?|別添の?|別記の?|[^。]{0,12}新旧対照)表[^。]{0,80}(?:(?:改正|変更|改定)[^。]{0,4}する|改める)。$/u
const mostTableLines = 4

/** The sentence that leaves it to a 新旧対照表 what is amended: how many lines it takes from the i-th on; 0 where none stands there. */
function tableSentence(blocks: readonly Block[], i: number): number {
  let folded = ''
  for (let n = 0; n < mostTableLines; n++) {
    const line = blocks[i + n]
    if (!isLine(line)) return 0
    folded += line.folded
    if (folded.endsWith('。')) return byTable.test(folded) ? n + 1 : 0
  }
  return 0
}

/** What the tables do, and, column by column, what they leave as it is. */
function readComparison(context: Context, amendment: Amendment, blocks: readonly Block[]): Section[] {
  const tables = blocks.filter(isComparison)
  const comparison = comparisonOf(tables)
  const { operations, rest } = comparisonOperations(context, comparison)
  amendment.operations.push(...operations)
  const [first] = rest
  if (first) report(context, 'amendment-unread', { text: first.text.value }, locate(context, first.text))
  const columns = [comparison.old, comparison.now].flatMap(({ label, lines }): Section[] => {
    if (label) furnish(context, 'label', label)
    const title = label ? { title: clean(label).value } : {}
    const left = lines.map((l) => filter(l.text, (n) => !context.taken[l.text.offsets[n] as number]))
    return left.some((t) => t.value.trim() !== '') ? [{ ...title, ...body(context, left) }] : []
  })
  return [...columns, ...comparison.others.map((text) => leaf(context, text))]
}

/** 別表中 / 「 / rows / 」を / 「 / rows / 」に改める。: rows of tables are quoted, which no line holds. */
const opensRows = /^(?:別表|同表|第[0-9一二三四五六七八九十]{1,4}条[^。「」]{0,12}の表)[^。「」]{0,40}中?「?$/u
const mostQuotedBlocks = 80

/** How many blocks a sentence takes that quotes rows; 0 where none begins. */
function rowsSentence(blocks: readonly Block[], i: number): number {
  const first = blocks[i]
  if (!isLine(first) || !opensRows.test(first.folded) || !/[中「]$/u.test(first.folded)) return 0
  for (let n = 1; n < mostQuotedBlocks && i + n < blocks.length; n++) {
    const block = blocks[i + n]
    if (
      isLine(block) &&
      /」(?:に(?:改め|変更)|を(?:削|加え)|の次に)[^「」]*。$|^(?:に|を)[^「」]{0,20}(?:改め|加え|削)[^「」]*。$/u.test(
        block.folded,
      )
    )
      return n + 1
  }
  return 0
}

/** Whether a 新旧対照表 is what amends: the text says so, or says nothing else. One that is but attached repeats the sentences. */
function amendsByTable(blocks: readonly Block[]): boolean {
  if (!blocks.some(isComparison)) return false
  if (blocks.some((_, i) => tableSentence(blocks, i) > 0)) return true
  return !blocks.some((_, i) => sentenceAt(blocks, i, {}) !== undefined)
}

/** Ａ協約　新旧対照表 */
const comparedTitle = /^(.{2,100}?)(?:の|[\s　])*新旧対照表/u

/** What heads a 新旧対照表 that stands on its own sheet. */
const tableHeading = /^(?:別紙|別添|別記)?.{0,40}新旧対照表.{0,20}$|^(?:別紙|別添|別記)$/u

/** 一部改正, 変更協約: an amendment from the blocks of one document. Sentences that cannot be read are reported and kept as sections. */
export async function parseAmendment(context: Context, given: readonly Block[]): Promise<Amendment> {
  const all = withAlignedComparisons(given)
  const byTables = amendsByTable(all)
  const blocks = byTables ? all.filter((b) => !isComparison(b)) : all
  const start = enactingAt(blocks, enacting) ?? enactingAt(blocks, concluding)
  // Without a sentence a 新旧対照表 is all that there is.
  const first = byTables ? all.findIndex(isComparison) : 0
  const front = blocks.slice(0, start?.index ?? first)
  const at = titleIndex(front)
  const titleLine = front[at]
  const title = isLine(titleLine) ? leaf(context, titleLine.text) : undefined
  const amendment: Amendment = { type: 'amendment', title: title?.text ?? '', operations: [] }
  if (title) amendment.where = { title: title.at }
  const sections = headedText(
    context,
    front.filter((_, i) => i !== at),
  )
  let i = start ? start.index + start.lines : first
  if (start) {
    const { part } = start.said.groups ?? {}
    amendment.amends = amendedBy(start, enactingAt(front, concluding))
    if (part === '全部') amendment.whole = true
    sections.push(leaf(context, start.text))
  } else {
    const compared = comparedTitle.exec(amendment.title)?.[1]
    if (compared !== undefined) amendment.amends = compared
  }
  let end = blocks.findIndex((b, n) => n >= i && isLine(b) && (isSupplementaryHeading(b) || startsClosing(b)))
  if (end < 0) end = blocks.length
  if (amendment.whole) {
    const lines = blocks.slice(i, end).filter(isLine)
    const articles = writeArticles(context, readProvisions(lines).articles)
    amendment.operations.push({ kind: 'rewrite', target: {}, content: { articles }, text: '' })
    i = end
  }
  let memory: AmendmentTarget = {}
  let waiting: { clause: Clause; operation: AmendmentOperation; blocks: Block[] } | undefined
  const settle = (): void => {
    if (waiting && waiting.blocks.length > 0)
      waiting.operation.content = readContent(context, waiting.clause, waiting.blocks)
    waiting = undefined
  }
  if (byTables) sections.push(...readComparison(context, amendment, all))
  for (; i < end; i++) {
    const said = byTables ? tableSentence(blocks, i) : 0
    if (said > 0) {
      sections.push(
        leaf(
          context,
          join(
            blocks
              .slice(i, i + said)
              .filter(isLine)
              .map((l) => l.text),
          ),
        ),
      )
      i += said - 1
      continue
    }
    const quoting = rowsSentence(blocks, i)
    if (quoting > 0) {
      settle()
      const read = body(context, blocks.slice(i, i + quoting).flatMap(textsOf))
      sections.push(read)
      report(context, 'amendment-unread', { text: read.text }, read.at)
      i += quoting - 1
      continue
    }
    const sentence = sentenceAt(blocks, i, memory)
    const block = blocks[i] as Block
    if (!sentence) {
      if (isUnreadSentence(block)) settle()
      if (waiting) waiting.blocks.push(block)
      else if (isLine(block)) {
        const read = leaf(context, block.text)
        sections.push(read)
        if (byTables && tableHeading.test(block.folded)) continue
        report(context, 'amendment-unread', { text: read.text }, read.at)
      } else sections.push(...headedText(context, [block]))
      continue
    }
    settle()
    const operations = operationsOf(context, sentence)
    amendment.operations.push(...operations)
    memory = sentence.memory
    sentence.clauses.forEach((clause, n) => {
      const operation = operations[n]
      if (clause.content && operation) waiting = { clause, operation, blocks: [] }
    })
    i += sentence.lines - 1
  }
  settle()
  const rest = blocks.slice(end)
  const close = rest.findIndex((b, n) => n > 0 && (!isLine(b) || afterwards.test(b.folded)))
  sections.push(...readTail(context, amendment, rest.slice(0, close < 0 ? undefined : close), start?.text))
  if (close >= 0) sections.push(...headedText(context, rest.slice(close)))
  if (sections.length > 0) amendment.sections = sections
  return amendment
}
