import type { Line } from '../layout/block.ts'
import { join } from '../text/clean.ts'
import { fold } from '../text/fold.ts'
import { concat, slice, type Text } from '../text/text.ts'
import { agreementTitleEnd, titleRemark } from './agreement-title.ts'
import { headsPaper } from './council-paper.ts'
import { particleStart } from './provisions/particle-start.ts'
import { endsParagraph } from './provisions/provisions-flow.ts'

/** （案）, (素案): the document is a draft. */
const draftMark = /[([〔【<《]?(?:修正|改定|改正|最終)?(?:素案|原案|草案|案)[)\]〕】>》]?$/u
const draftLine = /^[([〔【<《](?:修正|改定|改正|最終)?(?:素案|原案|草案|案)[)\]〕】>》]$/u
/** （令和２年１月１７日締結）: when it was concluded. */
const dateMark = /\((?:令和|平成|昭和)[^()]{2,16}日[^()]{0,4}\)$/u
const remarkMark = new RegExp(`${titleRemark}$`, 'u')
const agreementTitle = new RegExp(`${agreementTitleEnd}$`, 'u')
const regulationTitle = /(?:条例|規約|規則|規程|要綱|要領|法律|法|令|憲章|細則|条約)$/u
const leadingMark =
  /^(?:〇(?!〇)|[◎●◇◆□■※・-]+) *(?![市町村県])|^(?:[0-9]{1,2}(?:-[0-9]{1,2})*[.)]?|\([0-9]{1,2}\)|[①-⑳]|(?:別紙|別添|資料)[0-9]{0,2}) +(?=[^ ])/u
/** A title is a phrase, at most this long. */
const longestTitle = 120
/** A title can name its parties (Ａ県、Ｂ市及びＣ町との…), but has no subject and defines nothing. */
const notInTitle = /[。「」]|[はがをに]、|、[^、]{1,20}(?:は|とは)、/u
/** What any document of a kind is called: 連携協約, 定住自立圏形成協定書. */
const genericTitle = /^(?:連携|定住自立圏形成)?(?:協約|協定)書?$/u
/** Lines that a title may be wrapped over. */
const mostLines = 4

export interface Title {
  /** Without （案）. */
  text: Text
  /** ○ and the like, as collections of ordinances print before titles. */
  mark?: Text
  /** The mark of a draft, as printed. */
  draft?: Text
  /** The brackets that date it, as printed. */
  dated?: Text
  /** Other brackets behind it, as printed. */
  remark?: Text
  /** Lines [from, to). */
  from: number
  to: number
  kind: 'agreement' | 'regulation'
}

const kindOf = (folded: string): Title['kind'] | undefined =>
  agreementTitle.test(folded) ? 'agreement' : regulationTitle.test(folded) ? 'regulation' : undefined

/** 協　　定　　書: characters set apart by more than a space. */
const spread = /^(?:\S\s+){1,9}\S(?:[（(][^（()）]{1,10}[）)])?$/u
const closed = (text: Text): Text =>
  spread.test(text.value)
    ? concat([...text.value.matchAll(/\S/gu)].map((m) => slice(text, m.index, m.index + 1)))
    : text

/** How much of a title is the mark or number before it, as its first line shows: joining takes the space behind a number. */
function leadOf(title: string, first: string): number {
  const mark = leadingMark.exec(first)?.[0].trimEnd() ?? ''
  if (!title.startsWith(mark)) return 0
  return title.length - title.slice(mark.length).trimStart().length
}

function titleAt(lines: readonly Line[], from: number, to: number): Title | undefined {
  const text = join(lines.slice(from, to).map((l) => closed(l.text)))
  const folded = fold(text.value)
  if (folded.length > longestTitle || notInTitle.test(folded)) return undefined
  const dated = dateMark.exec(folded)
  const remark = dated ? null : remarkMark.exec(folded)
  const undated = folded.slice(0, (dated ?? remark)?.index).trimEnd()
  const mark = draftMark.exec(undated)
  const bare = mark && /[(〔【[<《]/u.test(mark[0][0] as string) ? undated.slice(0, mark.index) : undated
  const kind = kindOf(bare.trimEnd())
  if (!kind) return undefined
  const lead = leadOf(bare, (lines[from] as Line).folded)
  const title: Title = {
    text: slice(text, lead, bare.trimEnd().length),
    from,
    to,
    kind,
    ...(lead > 0 ? { mark: slice(text, 0, lead) } : {}),
    ...(dated ? { dated: slice(text, dated.index) } : {}),
    ...(remark ? { remark: slice(text, remark.index) } : {}),
  }
  return bare.length < undated.length ? { ...title, draft: slice(text, bare.length, undated.length) } : title
}

/** Where a line starts a new paragraph: a title is never the rest of a sentence. */
const startsAnew = (lines: readonly Line[], i: number, margin: number | undefined): boolean =>
  i === 0 ||
  headsPaper(lines[i - 1] as Line) ||
  endsParagraph(lines[i - 1] as Line, margin) ||
  (lines[i] as Line).gap > (lines[i - 1] as Line).gap

/**
 * The title nearest to the text below it: the last phrase among `lines` that names a kind of document. Where that is no more
 * than the kind, the title above it says which one it is.
 */
export function readTitle(lines: readonly Line[], margin: number | undefined): Title | undefined {
  const nearest = titleBefore(lines, lines.length, margin)
  if (!nearest || !genericTitle.test(fold(nearest.text.value))) return nearest
  const above = titleBefore(lines, nearest.from, margin)
  return above?.kind === nearest.kind && fold(above.text.value).endsWith(fold(nearest.text.value)) ? above : nearest
}

function titleBefore(lines: readonly Line[], end: number, margin: number | undefined): Title | undefined {
  for (let to = end; to > 0; to--) {
    const last = lines[to - 1] as Line
    if (last.folded.length > longestTitle) continue
    const draft = draftLine.test(last.folded.replaceAll(' ', '')) ? last : undefined
    const below = draft ? to - 1 : to
    if (
      below === 0 ||
      !kindOf(
        fold(closed((lines[below - 1] as Line).text).value)
          .replace(dateMark, '')
          .replace(remarkMark, '')
          .trimEnd()
          .replace(draftMark, '')
          .trimEnd(),
      )
    )
      continue
    for (let from = below - 1; from >= 0 && below - from <= mostLines; from--) {
      if (!startsAnew(lines, from, margin) || goesOn(lines[from] as Line) || hangs(lines[from - 1])) continue
      const title = titleAt(lines, from, below)
      if (title) return draft ? { ...title, draft: draft.text, to } : title
      break
    }
  }
  return undefined
}

/** The second line of a title starts with what cannot start one; apart from others, 協定書 can be all of it. */
const goesOn = (line: Line): boolean => {
  const squeezed = line.folded.replaceAll(' ', '')
  return (
    (particleStart.test(squeezed) || /^(?:及び|並びに|形成|締結|協約|協定)/u.test(squeezed)) &&
    !(squeezed !== line.folded && genericTitle.test(squeezed))
  )
}

/** The first line of a title ends with what cannot end one. */
const hangs = (line: Line | undefined): boolean =>
  line !== undefined && /(?:[のと・]|及び|並びに|に関する|に係る|における)$/u.test(line.folded)
