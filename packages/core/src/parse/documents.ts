import type { Block, Line } from '../layout/block.ts'
import { endsWithAny } from '../text/characters.ts'
import { agreementTitleEnd, isPolicy, titleRemark } from './agreement-title.ts'
import { amends, startsArticles } from './amendment/amends.ts'
import { comparesArticles, withAlignedComparisons } from './amendment/comparison-table.ts'
import { repealIn } from './amendment/repeal.ts'
import { papersOf } from './council-paper.ts'
import { excerptOf } from './excerpt.ts'
import { readLabel } from './provisions/numbering.ts'
import { particleStart } from './provisions/particle-start.ts'
import { isTableAlone } from './provisions/table-alone.ts'

export type DocumentKind = 'agreement' | 'regulation' | 'vision' | 'outline' | 'profile' | 'amendment'

/** A document of a file: its blocks and, where one was found, its title line among them. */
export interface DocumentPart {
  kind: DocumentKind
  title: Line | undefined
  blocks: Block[]
}

const draft = `(?: ?[(〈【]案[)〉】])?(?: ?\\((?:令和|平成|昭和)[^()]{2,16}日[^()]{0,4}\\)| ?${titleRemark})?`
/** Endings of titles and their last characters, by what they title. The first that fits counts. */
const titleForms: readonly { kind: DocumentKind; last: string; pattern: RegExp }[] = [
  // A short version of a vision is one: 連携中枢都市圏ビジョン 概要版.
  {
    kind: 'vision',
    last: '要旨子し版',
    pattern: /ビジョン ?[(〈【]?(?:概要|要旨|骨子|あらまし|ダイジェスト)(?:版)?[)〉】]?$/u,
  },
  { kind: 'outline', last: '要旨子し版て', pattern: /(?:概要|要旨|骨子|あらまし)(?:版)?(?:について)?$/u },
  {
    kind: 'agreement',
    last: '約定書針せ)〉】',
    pattern: new RegExp(`${agreementTitleEnd}${draft}$`, 'u'),
  },
  {
    kind: 'regulation',
    last: '例約則程綱領法律令)〉】',
    pattern: new RegExp(`(?:条例|規約|規則|規程|要綱|要領|法|法律|政令|省令|細則|会則)${draft}$`, 'u'),
  },
  {
    kind: 'vision',
    last: 'ン画》)〉】',
    pattern: /(?:ビジョン|推進計画|実施計画|行動計画)(?: ?[《(〈【][^》)〉】]{1,10}[》)〉】]){0,2}$/u,
  },
]
const lastCharacters = titleForms.map(({ last }) => last).join('')
const longestTitle = 80
/** A line of a sentence that only ends like a title: は、…するため、地方自治法. */
const inSentence = /[。「」]|[はがをに]、/u

/** 覚　書: a title of few characters, set apart by spaces. */
const spread = /^\S(?: +\S){1,9}(?:\([^()]{1,10}\))?$/u

/** What a line titles; undefined where it is no title. */
function titledKind(line: Line): DocumentKind | undefined {
  if (!endsWithAny(line.folded, lastCharacters)) return undefined
  const folded = spread.test(line.folded) ? line.folded.replaceAll(' ', '') : line.folded
  if (
    folded.length > longestTitle ||
    inSentence.test(folded) ||
    particleStart.test(folded) ||
    /[。、,]/u.test(folded.slice(-1)) ||
    /^[(（第]?[0-9一二三四五六七八九十]+条/u.test(folded)
  )
    return undefined
  return titleForms.find((f) => endsWithAny(folded, f.last) && f.pattern.test(folded))?.kind
}

/** Lines between a title and 第１条: cover, table of contents, preamble. */
const longestFront = 120

/** Whether 第１条 follows a title before another one does, in the text of the document that the title is of. */
function firstArticleAfter(blocks: readonly Block[], from: number): number | undefined {
  for (let i = from + 1; i < blocks.length && i <= from + longestFront; i++) {
    const block = blocks[i] as Block
    if (block.kind === 'line' && startsArticles(block)) return i
  }
  return undefined
}

/** A title is no wrapped line of a sentence. */
const standsApart = (before: Block | undefined, line: Line): boolean =>
  before === undefined ||
  before.kind === 'table' ||
  line.gap > 0 ||
  before.page !== line.page ||
  /。$|^[(【].*[)】]$/u.test(before.folded)

const supplement = /^附 ?則/u
/** A table of contents names the 附則 below its last division: 第五章　雑則（第一条―第三条）. */
const inContents = (before: Block | undefined): boolean =>
  before?.kind === 'line' && /^第[^ ]{1,8}[編章節款目] .{1,60}\(第[^()]{1,40}\)$/u.test(before.folded)

interface Start {
  kind: DocumentKind
  index: number
}

/** The preamble of an agreement, whatever became of its title or of the numbers of its articles. */
const concludes =
  /(?:「?[甲乙丙]」?という|(?:(?:次|下記|以下)の|左記の?)とおり.{0,20}(?:締結|協定|交換|取り交わ|確認|合意|協議|契約|申し合わせ))/u

/** Whether lines hold the preamble of an agreement; its sentence can be wrapped anywhere. */
function concludesIn(blocks: readonly Block[]): boolean {
  let before = ''
  return blocks.some((block) => {
    if (block.kind !== 'line') return false
    const found = concludes.test(before + block.folded)
    before = block.folded.slice(-longestPreambleWord)
    return found
  })
}
const longestPreambleWord = 30

/** Titles of documents with articles: for each 第１条 outside a 附則 the nearest title before it. */
function articleDocuments(blocks: readonly Block[]): Start[] {
  const starts: Start[] = []
  let title: Start | undefined
  let inSupplement = false
  let begun = false
  blocks.forEach((block, index) => {
    if (block.kind !== 'line') return
    if (supplement.test(block.folded) && !inContents(blocks[index - 1])) {
      inSupplement = true
      title = undefined
    }
    const kind = standsApart(blocks[index - 1], block) ? titledKind(block) : undefined
    if ((kind === 'agreement' || kind === 'regulation') && firstArticleAfter(blocks, index) !== undefined) {
      title = { kind, index }
      return
    }
    if (!startsArticles(block)) return
    if (title) {
      starts.push(title)
      inSupplement = false
      begun = true
    } else if (!begun && !inSupplement) {
      starts.push({ kind: concludesIn(blocks.slice(0, index)) ? 'agreement' : 'regulation', index: 0 })
      begun = true
    }
    title = undefined
  })
  return starts
}

const visionWords =
  /^(?:事務事業名?|事業名|連携市町村?|関係市町村?|事業の?目的|事業の?内容|事業の?概要|実施主体|事業期間|重要業績評価指標.*|KPI|事業費.*|工程及び.*|基準値|目標値|現状値|役割・費用負担|成果指標|数値目標|年度別事業費|総事業費)$/u

/** 事業名:観光案内: the label of a field with its value behind it. */
const beforeColon = (part: string): string => {
  const colon = part.lastIndexOf(':', longestFieldLabel)
  return colon > 0 ? part.slice(0, colon) : part
}
const longestFieldLabel = 14

/** Fewer words of its forms than this make no vision. */
const fewestVisionWords = 2

/** Whether enough different words of project sheets and grids stand alone in a cell or a line. */
function hasVisionWords(blocks: readonly Block[]): boolean {
  const found = new Set<string>()
  const look = (folded: string): boolean => {
    const text = folded.replace(/^[■◆●◇□○◎▼▶★☆・]+|[ 【】()]/gu, '')
    if (text.length <= 24 && visionWords.test(text)) found.add(text)
    return found.size >= fewestVisionWords
  }
  return blocks.some((block) =>
    block.kind === 'table'
      ? block.rows.some((row) => row.some((cell) => look(cell.folded)))
      : block.folded.split(/ {2,}/u).some((part) => look(beforeColon(part))),
  )
}

const circle = /^[〇◎●✓✔]$/u
const municipal = /^.{1,7}[市町村区]$/u

/** Whether a table is a grid of who takes part: a row of municipalities over rows of circles, or circles beside them. */
function holdsGrid(blocks: readonly Block[]): boolean {
  return blocks.some((block) => {
    if (block.kind !== 'table') return false
    const cells = block.rows.map((row) => row.map((cell) => cell.folded.replace(/\s/gu, '')))
    const marked = cells.filter((row) => row.filter((c) => circle.test(c)).length > 1).length
    return marked > 1 && cells.flat().filter((c) => municipal.test(c)).length > 1
  })
}

const early = 40
const longestLabel = 2
const bullets = /^[■◆●◇□○◎▼▶★☆・【(]+ ?|[】)]$/gu
const profileWords = /ページ番号|更新日|このページ|お問い?合わせ/u

/** A paper about a vision: ○○圏ビジョン進捗状況報告書. */
const isOfVision = (folded: string): boolean =>
  folded.length <= longestTitle &&
  /圏(?:域)?(?:共生|推進)?ビジョン/u.test(folded) &&
  !inSentence.test(folded) &&
  !/[。、]$/u.test(folded)

/** Ａ協約　新旧対照表 */
const comparisonTitle = /新旧対照(?:表|条文)\)?(?: ?\([^()]{1,20}\))?$/u

/** The kind of a text without articles; undefined where it is none of the documents that are understood. */
function kindWithoutArticles(blocks: readonly Block[]): { kind: DocumentKind; title: Line | undefined } | undefined {
  const lines = blocks.filter((b) => b.kind === 'line')
  const first = lines.slice(0, early)
  const titled = (kind: DocumentKind): Line | undefined => first.find((l) => titledKind(l) === kind)
  if (hasVisionWords(blocks) || holdsGrid(blocks)) return { kind: 'vision', title: titled('vision') }
  const compared = first.find((l) => comparisonTitle.test(l.folded))
  if (compared && comparesArticles(blocks)) return { kind: 'amendment', title: compared }
  const agreement = titled('agreement')
  if (agreement && (concludesIn(lines) || isPolicy(agreement.folded))) return { kind: 'agreement', title: agreement }
  // 概要 alone heads a part of a text.
  const outline = first.find((l) => titledKind(l) === 'outline' && l.folded.replace(bullets, '').length > longestLabel)
  if (outline) return { kind: 'outline', title: outline }
  if (
    lines.some((l) => /協約|協定|圏域|都市圏|自立圏/u.test(l.folded)) &&
    lines.some((l) => profileWords.test(l.folded))
  ) {
    return { kind: 'profile', title: lines[0] }
  }
  const vision = titled('vision') ?? first.find((l) => isOfVision(l.folded))
  if (vision) return { kind: 'vision', title: vision }
  if (isTableAlone(blocks)) return { kind: 'agreement', title: undefined }
  const excerpt = excerptOf(blocks)
  return excerpt && { kind: excerpt, title: undefined }
}

/** What heads a document that a paper encloses. */
const annexed = /^[(【]?(?:別紙|別添|別記|資料) ?(?:第? ?[0-9一二三四五六七八九十]{1,2} ?号?(?:-[0-9]{1,2})?)?[)】]?$/u

/** Where the title of a document begins whose last line stands at `index`: long ones are wrapped over two; a page may be headed by what is bound. */
function titleStart(blocks: readonly Block[], index: number): number {
  const title = blocks[index]
  const before = blocks[index - 1]
  if (title?.kind !== 'line' || before?.kind !== 'line' || before.page !== title.page) return index
  if (annexed.test(before.folded)) return index - 1
  const headsPage = title.page !== undefined && blocks[index - 2]?.page !== title.page
  if (headsPage && titledKind(before) !== undefined) return index - 1
  if (title.gap > 0) return index
  const wrapped = before.folded.length > title.folded.length && !/[。、,)」]$/u.test(before.folded) && before.indent > 0
  return wrapped && !readLabel(before.folded) ? index - 1 : index
}

/** Where an amendment begins that stands behind another document, and where another document begins behind its 附則. */
function amendmentCuts(blocks: readonly Block[]): number[] {
  const cuts: number[] = []
  let state: 'none' | 'amendment' | 'supplement' = amends(blocks) ? 'amendment' : 'none'
  const starts = new Set(state === 'none' ? [] : articleDocuments(blocks).map((s) => s.index))
  blocks.forEach((block, i) => {
    if (block.kind !== 'line') return
    if (state !== 'none' && supplement.test(block.folded)) state = 'supplement'
    if (state === 'supplement' && starts.has(i)) {
      cuts.push(titleStart(blocks, i))
      state = 'none'
    } else if (
      state !== 'amendment' &&
      i > 0 &&
      titlesAmendment(block) &&
      amends(blocks.slice(i, i + mostEnactingDistance))
    ) {
      cuts.push(titleStart(blocks, i))
      state = 'amendment'
    }
  })
  return cuts.filter((cut) => cut > 0)
}
const titlesAmendment = (line: Line): boolean =>
  line.folded.length <= longestTitle &&
  endsWithAny(line.folded, '約定書例則程綱)') &&
  /の一部を(?:改正|変更)する(?:協約|協定|連携協約|規約|条例|規則|規程|要綱)[^。]{0,8}$/u.test(line.folded)
/** Blocks below the title of an amendment within which the sentence stands that says what it amends. */
const mostEnactingDistance = 12

/**
 * The documents of a file, in order, each with its blocks. Papers of a council that are bound together hold theirs apart; one that
 * holds none stands before the next.
 */
export function documentsOf(blocks: readonly Block[]): DocumentPart[] {
  const parts: DocumentPart[] = []
  let before: Block[] = []
  for (const paper of papersOf(blocks)) {
    const cuts = amendmentCuts(paper)
    const pieces = [0, ...cuts].map((from, n) => paper.slice(from, cuts[n]))
    for (const piece of pieces) {
      const own = documentsIn([...before, ...piece])
      before = own.length > 0 ? [] : [...before, ...piece]
      parts.push(...own)
    }
  }
  return parts
}

/** Whether a 新旧対照表 in columns that spaces part holds all articles there are. */
function comparesAlone(blocks: readonly Block[]): boolean {
  const tabled = withAlignedComparisons(blocks)
  return tabled.length < blocks.length && comparesArticles(blocks) && articleDocuments(tabled).length === 0
}

/**
 * A document with articles begins at its title, or with its page where pages are known; what stands before the first one belongs to
 * it unless it is a document of its own.
 */
function documentsIn(blocks: readonly Block[]): DocumentPart[] {
  if (amends(blocks) || repealIn(blocks)) return [{ kind: 'amendment', title: undefined, blocks: [...blocks] }]
  const starts = articleDocuments(blocks)
  if (starts.length > 0 && comparesAlone(blocks)) return [{ kind: 'amendment', title: undefined, blocks: [...blocks] }]
  const parts: DocumentPart[] = []
  const lineAt = (index: number): Line | undefined => {
    const block = blocks[index]
    return block?.kind === 'line' ? block : undefined
  }
  const before = blocks.slice(0, starts[0]?.index ?? blocks.length)
  const own = kindWithoutArticles(before)
  const leads =
    starts.length > 0 && own !== undefined && (own.kind === 'vision' || own.kind === 'outline') && before.length > early
  if (own && (starts.length === 0 || leads)) parts.push({ kind: own.kind, title: own.title, blocks: before })
  starts.forEach((start, n) => {
    const from = n === 0 && parts.length === 0 ? 0 : titleStart(blocks, start.index)
    const next = starts[n + 1]
    const part = blocks.slice(from, next ? titleStart(blocks, next.index) : blocks.length)
    parts.push({ kind: start.kind, title: lineAt(start.index), blocks: part })
  })
  return parts
}
