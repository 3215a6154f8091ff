import type { Block } from '../../layout/block.ts'
import { fold } from '../../text/fold.ts'
import { slice, type Text, trim } from '../../text/text.ts'
import { type Context, furnish } from '../context.ts'
import { bareOf, type Row } from './row.ts'

/** A line drawn with characters, which says nothing. */
const drawn = /^[\s─━―—‐=_＿…・.·＊*┄┈┌┐└┘├┤┬┴┼+-]{3,}$/u

/** The name of a vision on a line of its own, which a page repeats above its text. */
const named = /^[^。、「」]{4,36}ビジョン(?:\([^()]{1,12}\))?$/u
const longestTitle = 60

/** 3 / 20, as pages are counted: more than once with the same number behind. */
const pageOf = /^[-－ ]{0,3}[0-9０-９]{1,4} {0,2}[/／] {0,2}([0-9０-９]{1,4})[-－ ]{0,3}$/u
const fewestPages = 2

/** Takes lines drawn with characters, and the vision's name where pages repeat it, out of the rows. */
export function withoutDrawnLines(context: Context, rows: readonly Row[]): Row[] {
  const title = rows.find(({ line }) => line && named.test(bareOf(line.text)))
  const bare = title?.line && bareOf(title.line.text)
  const counts = new Map<string, number>()
  for (const { line } of rows) {
    const of = line && pageOf.exec(line.text.value)?.[1]
    if (of !== undefined) counts.set(of, (counts.get(of) ?? 0) + 1)
  }
  return rows.filter((row) => {
    const { line } = row
    if (line && row !== title && line.text.value.length <= longestTitle && bareOf(line.text) === bare) {
      furnish(context, 'running-header', line.text)
      return false
    }
    const of = line && pageOf.exec(line.text.value)?.[1]
    if (line && of !== undefined && (counts.get(of) ?? 0) >= fewestPages) {
      furnish(context, 'page-number', line.text)
      return false
    }
    const isDrawn = line !== undefined && drawn.test(line.text.value)
    if (isDrawn) furnish(context, 'label', line.text)
    return !isDrawn
  })
}

/** │事業名　観光案内│: a line in a box of its own; bars inside part the cells of a table. */
const framed = /^\s*[│┃|｜][^│┃|｜]{2,200}[│┃|｜]\s*$/u
const bars = (text: Text): Text[] => {
  const { value } = text
  const [first, last] = [value.search(/\S/u), value.trimEnd().length - 1]
  return [slice(text, first, first + 1), slice(text, first + 1, last), slice(text, last, last + 1)]
}

/** Takes the bars of boxes that hold a line each off it, where lines are drawn above and below. */
export function withoutFrames(context: Context, blocks: readonly Block[]): Block[] {
  const isDrawn = (block: Block | undefined): boolean => block?.kind === 'line' && drawn.test(block.text.value)
  return blocks.map((block, i) => {
    if (block.kind !== 'line' || !framed.test(block.text.value)) return block
    if (!isDrawn(blocks[i - 1]) || !isDrawn(blocks[i + 1])) return block
    const [left, inside, right] = bars(block.text) as [Text, Text, Text]
    for (const bar of [left, right]) furnish(context, 'label', bar)
    const text = trim(inside)
    return { ...block, text, folded: fold(text.value), printed: trim(bars(block.printed)[1] as Text) }
  })
}
