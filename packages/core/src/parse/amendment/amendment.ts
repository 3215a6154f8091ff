import type { Block, Line } from '../../layout/block.ts'
import type { Amendment, AmendmentOperation, AmendmentTarget } from '../../schema/amendment.ts'
import { clean, join } from '../../text/clean.ts'
import { fold } from '../../text/fold.ts'
import { slice, type Text } from '../../text/text.ts'
import { type Context, furnish, leaf, locate, report } from '../context.ts'
import { startsClosing } from '../party/closing.ts'
import { isDateLine } from '../preamble.ts'
import { readArticleHeading } from '../provisions/article-heading.ts'
import { body, headedText, textsOf } from '../provisions/headed-text.ts'
import { readLabel } from '../provisions/numbering.ts'
import { provisionLines } from '../provisions/provision-table.ts'
import { readProvisions } from '../provisions/provisions.ts'
import { writeArticles } from '../provisions/provisions-write.ts'
import { isBareSupplement } from '../provisions/supplementary.ts'
import { isSupplementaryHeading } from '../provisions/supplementary-heading.ts'
import { resolutionAt, resolutionLines } from '../resolution.ts'
import { readComparison, tableSentence } from './by-table.ts'
import { isComparison, withAlignedComparisons } from './comparison-table.ts'
import { readContent } from './content.ts'
import { amendedBy, enactingIn, titleIndex } from './enacting.ts'
import { startsPlace } from './place.ts'
import { maskQuotes } from './quote.ts'
import { withoutBrackets } from './quoted-content.ts'
import { quotingSentence, readQuotedRows, withSentencesApart } from './quoted-rows.ts'
import { readRepeal, repealIn } from './repeal.ts'
import { type Clause, readSentence } from './sentence.ts'
import { readTail } from './tail.ts'

/** Lines over which one sentence may be wrapped: of long quotations. */
const mostLines = 60
/** What ends the 附則 of a bill. */
const afterwards = /^(?:\(?(?:提案|改正|制定)?(?:の)?理由|参考|新旧対照|議案第|提出)/u

const isLine = (block: Block | undefined): block is Line => block?.kind === 'line'

interface Sentence {
  text: Text
  clauses: Clause[]
  memory: AmendmentTarget
  lines: number
  /** The number of the article that it stands in, where the amending act has articles. */
  label?: Text
}

/** The sentence of a 改め文 that starts at a block, over as many lines as it takes. */
function sentenceAt(blocks: readonly Block[], i: number, memory: AmendmentTarget): Sentence | undefined {
  const first = blocks[i]
  if (!isLine(first)) return undefined
  const from = sentenceStart(first)
  if (from === undefined) return undefined
  const texts: Text[] = []
  for (let n = 0; n < mostLines; n++) {
    const line = blocks[i + n]
    if (!isLine(line)) return undefined
    texts.push(n === 0 ? slice(line.text, from) : line.text)
    if (!line.folded.endsWith('。')) continue
    const text = join(texts)
    const folded = fold(text.value)
    if (!maskQuotes(folded).endsWith('。')) continue
    const read = readSentence(folded, text.value, memory)
    return read
      ? { text, ...read, lines: n + 1, ...(from > 0 ? { label: slice(first.text, 0, from) } : {}) }
      : undefined
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

/** What a 改め文 does: a sentence that says so is no new provision, even where its place cannot be read. */
const amendingSentence =
  /(?:(?:に|次のとおり)(?:改める|変更する)|を(?:加える|削る)|ずつ繰り?[上下]げる|を(?:同[条項号表]の?|第)[^、。]{1,20}とする)。$/u

/** （変更）: the caption of an article of the amending act, and not of a new one. */
function captionsSentence(blocks: readonly Block[], i: number, memory: AmendmentTarget, amidNew: boolean): boolean {
  const [line, next] = [blocks[i], blocks[i + 1]]
  if (!isLine(line) || !isLine(next) || !captionAlone.test(line.folded) || (sentenceStart(next) ?? 0) === 0)
    return false
  return !amidNew || isUnreadSentence(next) || sentenceAt(blocks, i + 1, memory) !== undefined
}
const captionAlone = /^\([^()]{1,40}\)$/u

/** Whether the amending act goes on with an article of its own that says when it takes effect: 第３条　原協約…, 第４条　この協約は、…. */
function ownEffect(blocks: readonly Block[], i: number, end: number, label: Text | undefined): boolean {
  const ordinalOf = (folded: string): number | undefined =>
    readArticleHeading(folded, { last: undefined, fresh: true })?.ordinal[0]
  const line = i < end ? blocks[i] : undefined
  const before = label && ordinalOf(fold(label.value).trim())
  const heading = isLine(line) ? readArticleHeading(line.folded, { last: undefined, fresh: true }) : undefined
  if (!isLine(line) || !heading || before === undefined || heading.ordinal[0] !== before + 1) return false
  if (blocks.slice(i + 1, end).some(isUnreadSentence)) return false
  return (
    resolutionAt([withoutStart(line, heading.end), ...blocks.slice(i + 1, i + resolutionLines)], 0)?.kind === 'effect'
  )
}

/** What of a document is no place that is read, but no new provision either. */
const formPlace =
  /^(?:別記(?:第[^ 、。]{1,6}号)?(?:様式)?|様式(?:第[^ 、。]{1,6}号)?|第[^ 、。]{1,6}号様式|別図[^ 、。]{0,6}|別紙[^ 、。]{0,6}|制定文|見出し)(?:中|を|に|の次に)/u

/** A sentence of a 改め文 of which no operation could be read. */
const isUnreadSentence = (block: Block): boolean =>
  isLine(block) &&
  (sentenceStart(block) !== undefined || formPlace.test(block.folded)) &&
  amendingSentence.test(maskQuotes(block.folded))

/** 第３条の２　休場日は、…: the heading of a new article, and no place. */
function headsArticle(line: Line): boolean {
  const heading = readArticleHeading(line.folded, { last: undefined, fresh: true })
  return heading !== undefined && heading.after !== 'text' && heading.end > heading.titleEnd
}

/** Where the sentence starts that a line begins: at its place, or behind a number of the amending act (第１条　原協定第３条中…, １　第３条を…). */
function sentenceStart(line: Line): number | undefined {
  if (startsPlace(line.folded) && !headsArticle(line)) return 0
  const end = readArticleHeading(line.folded, { last: undefined, fresh: true })?.end ?? readLabel(line.folded)?.end
  return end !== undefined && startsPlace(line.folded.slice(end)) ? end : undefined
}

/** Whether a 新旧対照表 is what amends: the text says so, or says nothing else. One that is but attached repeats the sentences. */
function amendsByTable(blocks: readonly Block[]): boolean {
  if (!blocks.some(isComparison)) return false
  if (blocks.some((_, i) => tableSentence(blocks, i) > 0)) return true
  return !blocks.some((_, i) => sentenceAt(blocks, i, {}) !== undefined)
}

/** …を別紙のとおり改める。: what is new stands on a sheet below the signatures. */
const onSheet = /別紙の(?:とおり|ように)/u
const sheetHeading = /^[(【]?別紙(?: ?第? ?[0-9]{1,2} ?号?)?[)】]?(?: ?\(第[^()]{1,14}条関係\))?$/u

/** The sheets that stand behind an amendment, each with the blocks below its heading. */
function sheetsOf(blocks: readonly Block[]): { heading: Line; blocks: Block[] }[] {
  const sheets: { heading: Line; blocks: Block[] }[] = []
  for (const block of blocks) {
    if (isLine(block) && sheetHeading.test(block.folded)) sheets.push({ heading: block, blocks: [] })
    else sheets.at(-1)?.blocks.push(block)
  }
  return sheets
}

const withoutStart = (line: Line, from: number): Line =>
  from === 0 ? line : { ...line, text: slice(line.text, from), folded: line.folded.slice(from) }

/** A line behind its number: ４　この協定は、…から効力を生ずる。 */
const numberless = (line: Line): Line => withoutStart(line, readLabel(line.folded)?.end ?? 0)

/** Whether the last of numbered sentences, or one without a number, says when the amendment takes effect. */
function givesEffect(blocks: readonly Block[], i: number): boolean {
  const line = blocks[i]
  return (
    isLine(line) && resolutionAt([numberless(line), ...blocks.slice(i + 1, i + resolutionLines)], 0)?.kind === 'effect'
  )
}

/** The first of the blocks behind the operations without the number that it has among them. */
function withoutNumber(context: Context, blocks: readonly Block[]): Block[] {
  const [first, ...more] = blocks
  if (!isLine(first) || !givesEffect(blocks, 0)) return [...blocks]
  const line = numberless(first)
  if (line !== first) furnish(context, 'label', slice(first.text, 0, readLabel(first.folded)?.titleEnd ?? 0))
  return [line, ...more]
}

/** Ａ協約　新旧対照表 */
const comparedTitle =
  /^(.{2,100}?)(?:の一部(?:を(?:変更|改正)する|(?:変更|改正)).{0,30}?|の(?:変更|改正)(?:について|に(?:関する|係る|伴う))?)?(?:の|[\s　])*[(（]?新旧対照(?:表|条文)/u

/** What heads a 新旧対照表 that stands on its own sheet. */
const tableHeading = /^(?:別紙|別添|別記)?.{0,40}新旧対照(?:表|条文).{0,20}$|^(?:別紙|別添|別記)$/u

/** 一部改正, 変更協約: an amendment from the blocks of one document. Sentences that cannot be read are reported and kept as sections. */
export async function parseAmendment(context: Context, given: readonly Block[]): Promise<Amendment> {
  const all = withSentencesApart(withAlignedComparisons(given))
  const byTables = amendsByTable(all)
  const blocks = all.filter((b) => !byTables || !isComparison(b))
  const repeal = repealIn(blocks)
  const start = repeal ? undefined : enactingIn(blocks)
  // Without a sentence a 新旧対照表 is all that there is.
  const first = repeal?.index ?? (byTables ? all.findIndex(isComparison) : 0)
  const front = blocks.slice(0, start?.index ?? first)
  const at = repeal?.title ?? titleIndex(front)
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
    amendment.amends = amendedBy(start, front)
    if (part === '全部') amendment.whole = true
    sections.push(leaf(context, start.text))
  } else if (repeal) {
    const { operations, lines, name, said } = readRepeal(context, repeal, blocks)
    sections.push(...said)
    if (name !== undefined) amendment.amends = name
    amendment.operations.push(...operations)
    i += lines
  } else {
    const compared = comparedTitle.exec(amendment.title)?.[1]
    if (compared !== undefined) amendment.amends = compared
  }
  const endsProvisions = (b: Block, n: number): boolean =>
    isLine(b) &&
    (isSupplementaryHeading(b) || isBareSupplement(b) || startsClosing(b) || isDateLine(b) || givesEffect(blocks, n))
  let end = blocks.findIndex((b, n) => n >= i && endsProvisions(b, n))
  if (end < 0) end = blocks.length
  if (amendment.whole) {
    const lines = blocks.slice(i, end).flatMap(provisionLines)
    const articles = writeArticles(context, readProvisions(lines).articles)
    amendment.operations.push({ kind: 'rewrite', target: {}, content: { articles }, text: '' })
    i = end
  }
  let memory: AmendmentTarget = {}
  let waiting: { clause: Clause; operation: AmendmentOperation; blocks: Block[] } | undefined
  const settle = (): void => {
    if (waiting && waiting.blocks.length > 0) {
      const { blocks: own, marks } = withoutBrackets(waiting.blocks)
      for (const mark of marks) furnish(context, 'label', mark)
      waiting.operation.content = readContent(context, waiting.clause, own)
    }
    waiting = undefined
  }
  const sheets = sheetsOf(blocks.slice(end))
  const elsewhere = new Set<Block>()
  if (byTables) sections.push(...readComparison(context, amendment, all))
  let label: Text | undefined
  for (; i < end; i++) {
    const caption = isLine(blocks[i]) && captionAlone.test((blocks[i] as Line).folded) ? 1 : 0
    const isFilled = waiting === undefined || waiting.blocks.some((b) => !isLine(b) || !captionAlone.test(b.folded))
    if (isFilled && ownEffect(blocks, i + caption, end, label)) {
      settle()
      const line = blocks[i + caption] as Line
      const from = readArticleHeading(line.folded, { last: undefined, fresh: true })
      if (caption) furnish(context, 'label', (blocks[i] as Line).text)
      furnish(context, 'label', slice(line.text, 0, from?.titleEnd))
      blocks.splice(i, 1 + caption, withoutStart(line, from?.end ?? 0))
      end = i
      break
    }
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
    const start = isLine(blocks[i]) ? (sentenceStart(blocks[i] as Line) ?? 0) : 0
    const quoting = quotingSentence(blocks, i, start)
    if (quoting) {
      settle()
      const read = readQuotedRows(context, quoting, memory)
      if (read) {
        if (start) furnish(context, 'label', slice((blocks[i] as Line).text, 0, start))
        amendment.operations.push(...read.operations)
        memory = read.memory
      } else {
        const unread = body(context, blocks.slice(i, i + quoting.blocks).flatMap(textsOf))
        sections.push(unread)
        report(context, 'amendment-unread', { text: unread.text }, unread.at)
      }
      i += quoting.blocks - 1
      continue
    }
    const sentence = sentenceAt(blocks, i, memory)
    const block = blocks[i] as Block
    if (!sentence) {
      if (isUnreadSentence(block)) settle()
      if (captionsSentence(blocks, i, memory, waiting !== undefined)) {
        settle()
        furnish(context, 'label', (block as Line).text)
        continue
      }
      if (waiting) waiting.blocks.push(block)
      else if (isLine(block)) {
        const read = leaf(context, block.text)
        sections.push(read)
        if (byTables && tableHeading.test(block.folded)) continue
        report(context, 'amendment-unread', { text: read.text }, read.at)
      } else {
        const loose = headedText(context, [block])
        sections.push(...loose)
        for (const { text, at } of loose) report(context, 'amendment-unread', { text }, at)
      }
      continue
    }
    settle()
    // A sentence without a number belongs to the article above it.
    label = sentence.label ?? label
    if (sentence.label) furnish(context, 'label', sentence.label)
    const operations = operationsOf(context, sentence)
    amendment.operations.push(...operations)
    memory = sentence.memory
    sentence.clauses.forEach((clause, n) => {
      const operation = operations[n]
      if (!clause.content || !operation) return
      const sheet = onSheet.test(operation.text) ? sheets.shift() : undefined
      waiting = { clause, operation, blocks: sheet?.blocks ?? [] }
      if (!sheet) return
      furnish(context, 'label', sheet.heading.text)
      for (const used of [sheet.heading, ...sheet.blocks]) elsewhere.add(used)
      settle()
    })
    i += sentence.lines - 1
  }
  settle()
  const rest = withoutNumber(context, blocks.slice(end)).filter((b) => !elsewhere.has(b))
  const close = rest.findIndex((b, n) => n > 0 && (!isLine(b) || afterwards.test(b.folded)))
  sections.push(...readTail(context, amendment, rest.slice(0, close < 0 ? undefined : close), start?.text))
  if (close >= 0) sections.push(...headedText(context, rest.slice(close)))
  if (sections.length > 0) amendment.sections = sections
  return amendment
}
