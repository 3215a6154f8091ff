import type { Block, Line } from '../../layout/block.ts'
import type { Initiative, TableSection } from '../../schema/agreement.ts'
import type { Section } from '../../schema/at.ts'
import type { Outline } from '../../schema/outline.ts'
import type { Article } from '../../schema/provision.ts'
import { join } from '../../text/clean.ts'
import { fold } from '../../text/fold.ts'
import { numeralOf } from '../../text/numeral.ts'
import { slice, type Text } from '../../text/text.ts'
import { type Context, furnish, leaf, leafIn, locate, report, take } from '../context.ts'
import { columnsOf } from '../role-table/column.ts'
import { elementsOf } from '../role-table/elements.ts'
import { sectionsFrom } from '../role-table/initiatives.ts'
import { readRoleTable } from '../role-table/read.ts'
import { headedText } from './headed-text.ts'
import { firstArticle, readProvisions } from './provisions.ts'
import { writeArticles } from './provisions-write.ts'

const numeral = '[0-9一二三四五六七八九十]{1,4}'
/** 【目的】（第１条）, and without brackets 目的（第１条関係）. */
const summaryHeading = new RegExp(
  `^[【〔\\[] ?([^】〕\\]]{1,40}?) ?[】〕\\]] ?\\((第(${numeral})条(?:の${numeral})?)(?:関係)?\\)$`,
  'u',
)
/** （１）目的（第１条）, ■目的（第１条関係）: the same under a number or a bullet. */
const numberedSummary = new RegExp(
  `^(?:[■□●〇◆◇▶・] ?|\\([0-9]{1,2}\\) ?|[0-9]{1,2}[ .] ?|[①-⑳] ?)([^。、()]{1,40}?) ?\\((第(${numeral})条(?:の${numeral})?)(?:関係)?\\)$`,
  'u',
)
/** 第１条（目的）, ■ 第１条　目的. */
const articleSummary = new RegExp(
  `^(?:[■□●〇◆◇▶・] ?)?(第(${numeral})条(?:の${numeral})?) ?(?:\\(([^。、()]{1,40})\\)| ([^。、()]{1,30}))$`,
  'u',
)

/** Longer lines are no headings. */
const longestHeading = 40

interface Summary {
  caption: string
  title: string
  number: string
  /** The caption stands before the article. */
  captionFirst: boolean
}

/** The caption and the article that a line heads the summary of. */
function summaryOf(folded: string): Summary | undefined {
  const match = summaryHeading.exec(folded) ?? numberedSummary.exec(folded)
  if (match)
    return { caption: match[1] as string, title: match[2] as string, number: match[3] as string, captionFirst: true }
  const other = articleSummary.exec(folded)
  const caption = other?.[3] ?? other?.[4]
  return other && caption !== undefined
    ? { caption, title: other[1] as string, number: other[2] as string, captionFirst: false }
    : undefined
}

/** 基本方針（第２条）、…（第４条）: captions told in passing. */
const passing = new RegExp(`([^()。【】]{1,60}?) ?\\((第(${numeral})条(?:の(${numeral}))?)\\)`, 'gu')
/** 【その他】, 【 地方自治法 抜粋】: a heading in brackets. */
const bracketHeading = /^[【〔][^】〕]{1,60}[】〕]$/u
const excerptHeading =
  /^[【〔(<＜]? ?(?:\(?参考\)? ?)?([^ 【】〔〕()]{1,30}(?:法|令|条例|規則)) ?\(?(?:抜粋|抄)\)? ?[】〕)>＞]?$/u
const declared = /\(([0-9]{1,3})(?:施策|取組|項目|事業)\)/u

type Kind = 'summary' | 'bracket' | 'excerpt' | 'table'
interface Part {
  kind: Kind | 'text'
  head: Line | undefined
  blocks: Block[]
}

/** What a line opens in an outline; undefined where it only goes on. */
function opens(line: Line): Kind | undefined {
  if (summaryOf(line.folded)) return 'summary'
  if (excerptHeading.test(line.folded)) return 'excerpt'
  if (bracketHeading.test(line.folded)) return 'bracket'
  const element = elementsOf([line], [])[0]
  return element?.kind === 'header' ? 'table' : undefined
}

/** A short line that stands apart and ends no sentence goes on with something else than the summary above it. */
const heads = (line: Line): boolean =>
  line.gap > 0 && line.folded.length <= longestHeading && !/[。、]$/u.test(line.folded)

function partsOf(blocks: readonly Block[]): Part[] {
  const parts: Part[] = [{ kind: 'text', head: undefined, blocks: [] }]
  for (const block of blocks) {
    if (
      block.kind === 'table' &&
      columnsOf(
        (block.rows[0] ?? []).map((c) => c.folded),
        [],
      )
    ) {
      parts.push({ kind: 'table', head: undefined, blocks: [block] })
      continue
    }
    const kind = block.kind === 'line' ? opens(block) : undefined
    const last = parts.at(-1)
    const apart = last?.kind === 'summary' && last.blocks.length > 0 && block.kind === 'line' && heads(block)
    if (apart && !kind) parts.push({ kind: 'text', head: undefined, blocks: [block] })
    else if (kind && block.kind === 'line') parts.push({ kind, head: block, blocks: kind === 'table' ? [block] : [] })
    else parts.at(-1)?.blocks.push(block)
  }
  return parts
}

const linesIn = (blocks: readonly Block[]): Line[] => blocks.filter((b) => b.kind === 'line')
const articleNumber = (first: string, branch: string | undefined): string =>
  [first, ...(branch ? [branch] : [])].map((n) => numeralOf(n) ?? n).join('_')

function summarised(context: Context, part: Part, head: Line): Article {
  const { caption, title, number, captionFirst } = summaryOf(head.folded) as Summary
  const titleStart = captionFirst ? head.folded.lastIndexOf(title) : head.folded.indexOf(title)
  const captionStart = captionFirst ? head.folded.indexOf(caption) : head.folded.lastIndexOf(caption)
  // The brackets and marks around both go with them.
  const split = captionFirst ? head.folded.lastIndexOf('(') : titleStart + title.length
  const lead = captionFirst && !/^[【〔[]/u.test(head.folded) ? captionStart : 0
  if (lead > 0) furnish(context, 'label', slice(head.text, 0, lead))
  const [left, right] = [slice(head.text, lead, split), slice(head.text, split)]
  const captionLeaf = leafIn(
    context,
    slice(head.text, captionStart, captionStart + caption.length),
    captionFirst ? left : right,
  )
  const titleLeaf = leafIn(
    context,
    slice(head.text, titleStart, titleStart + title.length),
    captionFirst ? right : left,
  )
  const body = leaf(context, join(linesIn(part.blocks).map((l) => l.text)))
  return {
    number: articleNumber(number, undefined),
    title: titleLeaf.text,
    caption: captionLeaf.text,
    paragraphs: body.text === '' ? [] : [{ number: 1, text: body.text, at: body.at }],
    where: { title: titleLeaf.at, caption: captionLeaf.at },
  }
}

/** Articles that a text names in passing with their captions; the text stays with the section that holds it. */
function mentioned(context: Context, text: Text): Article[] {
  return [...fold(text.value).matchAll(passing)].map((match) => {
    const whole = match[1] as string
    const lead = whole.length - whole.replace(/^[、,・ ]+/u, '').length
    const start = match.index + lead
    const caption = slice(text, start, match.index + whole.length)
    return {
      number: articleNumber(match[3] as string, match[4]),
      title: match[2] as string,
      caption: caption.value,
      paragraphs: [],
      at: locate(context, caption),
    }
  })
}

/** Rows end where their last sentence does; what follows is a heading of what comes next. */
function splitTable(blocks: readonly Block[]): { table: Block[]; rest: Block[] } {
  const end = blocks.findLastIndex((b) => b.kind === 'table' || b.folded.endsWith('。'))
  return { table: blocks.slice(0, end + 1), rest: blocks.slice(end + 1) }
}

/** 概要: a summary of an agreement, with its captions, a list of what is undertaken, an excerpt of the law it rests on. */
export async function parseOutline(context: Context, blocks: readonly Block[], title: Line): Promise<Outline> {
  const titleLeaf = leaf(context, title.text)
  const outline: Outline = {
    type: 'outline',
    outlineOf: 'agreement',
    title: titleLeaf.text,
    status: /\(案\)|〈案〉|【案】/u.test(title.folded) ? 'draft' : 'concluded',
    articles: [],
    initiatives: [],
    statuteExcerpts: [],
    sections: [],
    where: { title: titleLeaf.at },
  }
  const body = blocks.filter((b) => b !== title && !(b.kind === 'line' && b.folded === title.folded))
  for (const b of blocks)
    if (b !== title && b.kind === 'line' && b.folded === title.folded) furnish(context, 'running-header', b.text)
  const rest: Block[] = []
  const flush = (): void => {
    outline.sections?.push(...headedText(context, rest.splice(0)))
  }
  for (const part of partsOf(body)) {
    if (part.kind === 'summary' && part.head) outline.articles.push(summarised(context, part, part.head))
    else if (part.kind === 'table') {
      const { table, rest: after } = splitTable(part.blocks)
      const reading = await readRoleTable(table, [], context.tokenizer)
      if (!reading) rest.push(...part.blocks)
      else {
        const first = part.blocks[0]
        const heading =
          first?.kind === 'table' ? (first.rows[0] ?? []).map((c) => c.folded).join(' ') : (first?.folded ?? '')
        const count = declared.exec(heading)?.[1]
        if (count) outline.declaredInitiativeCount = Number(count)
        const sections = sectionsFrom(context, reading)
        outline.initiatives.push(...initiativesIn(sections))
        outline.sections?.push(...titlesOf(sections))
        rest.push(...after)
      }
    } else if (
      part.kind === 'excerpt' &&
      part.head &&
      firstArticle(linesIn(part.blocks)) < linesIn(part.blocks).length
    ) {
      const law = excerptHeading.exec(part.head.folded)?.[1] ?? ''
      const start = part.head.folded.indexOf(law)
      const name = slice(part.head.text, start, start + law.length)
      const at = take(context, name)
      furnish(context, 'label', slice(part.head.text, 0, start))
      furnish(context, 'label', slice(part.head.text, start + law.length))
      const articles = writeArticles(context, readProvisions(linesIn(part.blocks)).articles)
      for (const { number, caption, paragraphs, where, at: place } of articles) {
        outline.statuteExcerpts.push({
          law,
          article: number,
          ...(caption ? { caption } : {}),
          paragraphs,
          at: { ...at, span: [at.span?.[0] ?? 0, place?.span?.[1] ?? at.span?.[1] ?? 0] },
          where: { law: at, ...where },
        })
      }
    } else if (part.kind === 'bracket' && part.head) {
      outline.articles.push(...mentioned(context, join(linesIn(part.blocks).map((l) => l.text))))
      rest.push(part.head, ...part.blocks)
      flush()
    } else rest.push(...(part.head ? [part.head] : []), ...part.blocks)
  }
  flush()
  outline.articles.sort((a, b) => Number.parseFloat(a.number) - Number.parseFloat(b.number))
  if (outline.declaredInitiativeCount !== undefined && outline.declaredInitiativeCount !== outline.initiatives.length) {
    report(context, 'initiative-count-mismatch', {
      declared: outline.declaredInitiativeCount,
      found: outline.initiatives.length,
    })
  }
  return outline
}

/** Headings between the rows of a list, which an outline's initiatives have no place for. */
const titlesOf = (sections: readonly TableSection[]): Section[] =>
  sections.flatMap((s) => {
    const at = s.where?.title
    const number = s.number && s.where?.number ? [{ text: s.number, at: s.where.number }] : []
    return [...number, ...(s.title === '' || !at ? [] : [{ text: s.title, at }]), ...titlesOf(s.sections ?? [])]
  })

const initiativesIn = (sections: readonly TableSection[]): Initiative[] =>
  sections.flatMap((s) => [...s.initiatives, ...initiativesIn(s.sections ?? [])])
