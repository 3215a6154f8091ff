import type { Block, Line } from '../layout/block.ts'
import { closingEnd, startsClosing } from './party/closing.ts'
import { isRoleLabel } from './party/role-label.ts'
import { isSignatureLine, namesOffice } from './party/signature-block.ts'
import { isDateLine } from './preamble.ts'
import { isAppendedTableHeading } from './provisions/appended-table.ts'
import { readArticleHeading } from './provisions/article-heading.ts'
import { provisionLines } from './provisions/provision-table.ts'
import { firstArticle } from './provisions/provisions.ts'
import { endsSentence } from './provisions/provisions-flow.ts'
import { isBareSupplement } from './provisions/supplementary.ts'
import { isSupplementaryHeading } from './provisions/supplementary-heading.ts'
import { startsRoles } from './provisions/table-alone.ts'
import { resolutionAt, standsBehindArticles } from './resolution.ts'

export type TailPart =
  | { kind: 'supplementary' | 'closing' | 'signature' | 'remainder' | 'resolution'; lines: Line[] }
  | { kind: 'date'; lines: Line[] }
  | { kind: 'tables'; blocks: Block[] }

/** A block and the lines that it reads as amid provisions. */
export interface LinedBlock {
  block: Block
  lines: Line[]
}

/** The parts of an agreement or a regulation, in order. */
export interface Parts {
  front: Line[]
  articles: LinedBlock[]
  tail: TailPart[]
}

/** Blank lines by which a new sheet stands out from the lines of a text, over what is usual in it. */
const sheetGap = 2

/** The usual number of blank lines between the lines of a text. */
function usualGap(lines: readonly Line[]): number {
  const gaps = lines.map((l) => l.gap).sort((a, b) => a - b)
  return gaps[Math.floor(gaps.length / 2)] ?? 0
}

const lineAt = (blocks: readonly Block[], i: number): Line | undefined => {
  const block = blocks[i]
  return block?.kind === 'line' ? block : undefined
}

/**
 * Where the sheet of a torn 別表 begins whose heading stands at `heading`: cells can be printed before it. Only labels of
 * roles prove such cells.
 */
function sheetStart(blocks: readonly Block[], from: number, heading: number, usual: number): number {
  let start = heading
  let labelled = false
  for (let i = heading - 1; i > from; i--) {
    const line = lineAt(blocks, i)
    const after = blocks[i + 1]
    if (line && after && line.page !== after.page) break
    if (line && isRoleLabel(line.folded)) labelled = true
    const before = lineAt(blocks, i - 1)
    if (
      line &&
      before &&
      (line.gap >= usual + sheetGap || line.page !== before.page) &&
      (endsSentence(before) || before.folded.length < 30)
    ) {
      start = i
      break
    }
  }
  return labelled ? start : heading
}

/** What heads the rest of a council's paper, the history of a regulation, and forms that are attached: 提案理由, 改正文　抄, 様式第１号（第３条関係）. */
const noteHeading =
  /^[(【〔]?(?:(?:提案|提出)(?:の)?理 *由|理 {1,4}由|参 *考(?: *資 *料|条文)?|新旧対照表|議案の?説明)[)】〕]?$|^(?:制定|改正)文(?: ?\([^()]{1,50}\))?(?: ?抄)?$|^(?:別記 ?)?(?:様 *式|別図)(?: ?第? ?[0-9一二三四五六七八九十]{1,3} ?号?(?:の[0-9一二三四五六七八九十]{1,2})?)?(?: ?\([^()]{1,40}関係\))?$/u

/** Headings that end the articles wherever they stand alone. */
function kindAt(line: Line): 'supplementary' | 'closing' | 'tables' | 'date' | 'note' | undefined {
  if (isSupplementaryHeading(line) || isBareSupplement(line)) return 'supplementary'
  if (isAppendedTableHeading(line)) return 'tables'
  if (startsClosing(line)) return 'closing'
  if (line.folded.length <= longestNoteHeading && noteHeading.test(line.folded)) return 'note'
  return isDateLine(line) ? 'date' : undefined
}

const longestNoteHeading = 60

/** Cuts the blocks of one document into what stands before, in and after its articles. */
export function partsOf(blocks: readonly Block[]): Parts {
  const start = firstArticleBlock(blocks)
  if (start === blocks.length) return withoutArticles(blocks)
  const front = blocks.slice(0, start).flatMap(provisionLines)
  const usual = usualGap(blocks.filter((b) => b.kind === 'line'))
  const ordinals = articlesByBlock(blocks)
  let end = start + 1
  while (end < blocks.length && !endsArticles(blocks, end, ordinals)) end++
  const heading = lineAt(blocks, end)
  if (heading && isAppendedTableHeading(heading)) end = sheetStart(blocks, start, end, usual)
  return {
    front,
    articles: blocks.slice(start, end).map((block) => ({ block, lines: provisionLines(block) })),
    tail: tailOf(blocks.slice(end)),
  }
}

/** A 別表 by itself: below its heading, or below what stands above its first roles. */
function withoutArticles(blocks: readonly Block[]): Parts {
  const isHeading = (b: Block): boolean => b.kind === 'line' && isAppendedTableHeading(b)
  const heading = blocks.findIndex(isHeading)
  const first = blocks.findIndex(startsRoles)
  const start = heading < 0 ? first : heading
  if (start < 0) return { front: blocks.flatMap(provisionLines), articles: [], tail: [] }
  const front = blocks.slice(0, start).flatMap(provisionLines)
  return {
    front,
    articles: [],
    tail: heading < 0 ? [{ kind: 'tables', blocks: blocks.slice(start) }] : tailOf(blocks.slice(start)),
  }
}

function firstArticleBlock(blocks: readonly Block[]): number {
  const lines = blocks.filter((b) => b.kind === 'line')
  const first = lines[firstArticle(lines)]
  return first ? blocks.indexOf(first) : blocks.length
}

/** The number of the article whose heading stands on a line of its own or behind its caption, by index of the block. */
function articlesByBlock(blocks: readonly Block[]): Map<number, number> {
  const ordinals = new Map<number, number>()
  blocks.forEach((block, i) => {
    if (block.kind !== 'line') return
    const ordinal = readArticleHeading(block.folded, { last: undefined, fresh: true })?.ordinal
    const before = lineAt(blocks, i - 1)
    if (ordinal?.length === 1 && before && /^[(【].{1,60}[)】]$/u.test(before.folded))
      ordinals.set(i, ordinal[0] as number)
  })
  return ordinals
}

/** A bare 別表第１ amid the items of an article is a cell torn off them: behind it the articles go on with the next number. */
function goesOnBelow(ordinals: ReadonlyMap<number, number>, i: number): boolean {
  let last: number | undefined
  for (const [at, ordinal] of ordinals) {
    if (at > i) return last !== undefined && ordinal === last + 1
    last = ordinal
  }
  return false
}

function endsArticles(blocks: readonly Block[], i: number, ordinals: ReadonlyMap<number, number>): boolean {
  const line = lineAt(blocks, i)
  const kind = line && kindAt(line)
  if (!kind) return standsBehindArticles(blocks, i)
  if (kind === 'tables' && goesOnBelow(ordinals, i)) return false
  if (kind === 'tables' || (kind === 'supplementary' && !isBareSupplement(line))) return true
  const before = lineAt(blocks, i - 1)
  return before === undefined || endsSentence(before) || before.folded.length < 30
}

/** Cuts what stands behind the articles of a document at the headings, sentences and dates that tell what it is. */
export function tailOf(blocks: readonly Block[]): TailPart[] {
  const parts: TailPart[] = []
  let torn = blocks.some((b) => b.kind === 'line' && isAppendedTableHeading(b)) && !kindsBeforeTable(blocks)
  let signing = false
  for (let i = 0; i < blocks.length; ) {
    const line = lineAt(blocks, i)
    const kind = torn ? 'tables' : line && kindAt(line)
    torn = false
    if (kind === 'tables') {
      let end = i + 1
      while (end < blocks.length && !endsTables(blocks, end)) end++
      parts.push({ kind: 'tables', blocks: blocks.slice(i, end) })
      i = end
      signing = false
    } else if (kind === 'closing') {
      const lines = blocks.slice(i, i + 12).flatMap(provisionLines)
      const end = i + closingEnd(lines, 0)
      parts.push({ kind: 'closing', lines: blocks.slice(i, end).flatMap(provisionLines) })
      i = end
      signing = true
    } else if (kind === 'date') {
      parts.push({ kind: 'date', lines: line ? [line] : [] })
      i++
      signing = true
    } else if (!kind && resolutionAt(blocks, i)) {
      const resolution = resolutionAt(blocks, i)
      const sentence = i + (resolution?.blocks ?? 1)
      const end = endOfResolution(blocks, i)
      parts.push({
        kind: resolution?.kind === 'effect' ? 'supplementary' : 'resolution',
        lines: blocks.slice(i, sentence).flatMap(provisionLines),
      })
      for (const block of blocks.slice(sentence, end)) parts.push({ kind: 'resolution', lines: provisionLines(block) })
      i = end
    } else if (kind === 'note') {
      let end = i + 1
      while (end < blocks.length && !endsNote(blocks, end)) end++
      parts.push({ kind: 'remainder', lines: blocks.slice(i, end).flatMap(provisionLines) })
      i = end
      signing = false
    } else {
      let end = i + 1
      while (end < blocks.length && !endsPart(blocks, end, kind)) end++
      const lines = blocks.slice(i, end).flatMap(provisionLines)
      parts.push({ kind: kind === 'supplementary' ? kind : signing ? 'signature' : 'remainder', lines })
      i = end
    }
  }
  return parts
}

/** Under the heading 附則 its provisions stand apart too. */
function endsPart(blocks: readonly Block[], i: number, kind: ReturnType<typeof kindAt>): boolean {
  const line = lineAt(blocks, i)
  if (!line || (kind === 'supplementary' && isBareSupplement(line))) return false
  if (kindAt(line) !== undefined) return true
  const resolution = resolutionAt(blocks, i)
  // 附則 say when something takes effect.
  return resolution !== undefined && (kind !== 'supplementary' || resolution.kind !== 'effect')
}

/** The rest of a paper has the day on which it was laid and who laid it. */
function endOfResolution(blocks: readonly Block[], from: number): number {
  const resolution = resolutionAt(blocks, from)
  let end = from + (resolution?.blocks ?? 1)
  while (resolution?.kind === 'paper' && end < blocks.length && !endsNote(blocks, end)) end++
  return end
}

/** A form has dates and signatures of its own. */
function endsNote(blocks: readonly Block[], i: number): boolean {
  const line = lineAt(blocks, i)
  const kind = line && kindAt(line)
  return kind === 'tables' || kind === 'note' || (kind === 'supplementary' && !isBareSupplement(line as Line))
}

/** Whether anything but cells stands before the first 別表 heading. */
function kindsBeforeTable(blocks: readonly Block[]): boolean {
  for (const block of blocks) {
    const kind = block.kind === 'line' ? kindAt(block) : undefined
    if (kind === 'tables') return block === blocks[0]
    if (kind) return true
  }
  return false
}

/** Lines below the date of those that sign, within which the first of them is named with an office. */
const firstSignature = 4

/** Whether nothing but lines of a signature stands at `from`, among the first of which an office is named. */
function signsAt(blocks: readonly Block[], from: number): boolean {
  for (let i = from; i < from + firstSignature; i++) {
    const line = lineAt(blocks, i)
    if (!line || !isSignatureLine(line) || kindAt(line)) return false
    if (namesOffice(line)) return true
  }
  return false
}

/** A table goes on to the next 附則 or closing, or to the date and the signatures; other dates stand in cells. */
function endsTables(blocks: readonly Block[], i: number): boolean {
  const line = lineAt(blocks, i)
  const kind = line && kindAt(line)
  if (kind === 'date') return signsAt(blocks, i + 1)
  return kind === 'supplementary' || kind === 'closing' || kind === 'note'
}
