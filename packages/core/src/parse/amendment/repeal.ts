import type { Block, Line } from '../../layout/block.ts'
import type { AmendmentOperation } from '../../schema/amendment.ts'
import type { Section } from '../../schema/at.ts'
import { endsWithAny } from '../../text/characters.ts'
import { clean, join } from '../../text/clean.ts'
import { fold } from '../../text/fold.ts'
import { slice, type Text } from '../../text/text.ts'
import { type Context, leaf } from '../context.ts'
import { readLabel } from '../provisions/numbering.ts'
import { startsArticles } from './amends.ts'

/** Ａ規約を廃止する規約 */
const titled =
  /を廃止する(?:等の)?(?:条例|規約|規則|規程|要綱|告示|覚書|合意書|(?:連携)?(?:協約|協定)書?)(?: ?\(案\))?$/u
/** Ａ規約（平成３年告示第２号）は、廃止する。 */
const repealing =
  /^ *(?:[^。]{0,200}?は、(?=.{0,200}を))?(?<repealed>[^。]{2,200}?)(?: ?\([^()]{1,60}(?:\([^()]{1,40}\)[^()]{0,60})?\))?(?:は|を)、?(?:[^。、]{2,20}日(?:限りで?|をもって|付けで?|に)、?)?廃止する(?:こと(?:に|を|で)[^。]{2,20}する|[^。]{0,12}(?:協約|協定|覚書|合意書)書?を、?(?:(?:次|下記|以下)の(?:とおり|ように)、?)?締結する)?。$/u
const mostLines = 4
const longestTitle = 100

interface Repeal {
  title: number
  index: number
  lines: number
  text: Text
  /** What is repealed, in `text`. */
  repealed: Text
}

const isLine = (block: Block | undefined): block is Line => block?.kind === 'line'

/** The sentence by which an act without articles repeals another one, below a title that says so. */
export function repealIn(blocks: readonly Block[]): Repeal | undefined {
  const title = blocks.findIndex(
    (b) =>
      isLine(b) &&
      endsWithAny(b.folded, '例約則程綱示書定)') &&
      b.folded.length <= longestTitle &&
      titled.test(b.folded),
  )
  if (title < 0 || blocks.some((b) => isLine(b) && startsArticles(b))) return undefined
  for (let end = title + 1; end < blocks.length; end++) {
    const last = blocks[end]
    if (!isLine(last) || !last.folded.endsWith('する。')) continue
    for (let index = end; index > title && index > end - mostLines; index--) {
      const own = blocks.slice(index, end + 1)
      if (!own.every(isLine)) break
      const text = join(own.map((l) => l.text))
      const repealed = repealing.exec(fold(text.value))?.groups?.repealed
      const before = blocks[index - 1]
      if (repealed === undefined || (isLine(before) && index - 1 > title && !before.folded.endsWith('。'))) continue
      const from = fold(text.value).indexOf(repealed)
      return { title, index, lines: end + 1 - index, text, repealed: slice(text, from, from + repealed.length) }
    }
  }
  return undefined
}

/** 次に掲げる規約は、廃止する。: they stand below. */
const announces = /^(?:次|左)(?:に掲げる|の)/u

/** What one act repeals, how many lines say so below its sentence, and its name where it is one. */
export function readRepeal(
  context: Context,
  { text, repealed, index, lines }: Repeal,
  blocks: readonly Block[],
): { operations: AmendmentOperation[]; lines: number; name: string | undefined; said: Section[] } {
  const whole = { kind: 'delete', target: {} } as const
  const said = leaf(context, text)
  if (!announces.test(fold(repealed.value)))
    return { operations: [{ ...whole, ...said }], lines, name: clean(repealed).value, said: [] }
  const below = blocks.slice(index + lines)
  const end = below.findIndex((b) => !isLine(b) || !readLabel(b.folded))
  const listed = below.slice(0, end < 0 ? undefined : end).filter(isLine)
  const each = listed.map((line) => ({ ...whole, ...leaf(context, line.text) }))
  return { operations: each, lines: lines + listed.length, name: undefined, said: [said] }
}
