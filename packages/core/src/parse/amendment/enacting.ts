import type { Block, Line } from '../../layout/block.ts'
import { clean, join } from '../../text/clean.ts'
import { fold } from '../../text/fold.ts'
import { slice, type Text } from '../../text/text.ts'

/** ○○条例（令和２年条例第２号）の一部を次のように改正する。 */
const enacting =
  /^(?:第[0-9一二三四五六七八九十]{1,4}条 *)?(?:.{0,200}?は、)?(?<amends>.{2,200}?)(?: *\([^()]{1,60}(?:\([^()]{1,40}\)[^()]{0,60})?\))?の(?<part>一部|全部)を、?(?:次|下記|以下|別紙|別添|別表)の?(?:よう|とおり|(?:新旧対照)?表の?とおり)に?、?(?:改正|変更|改め)する。$/u
/** 甲及び乙は、…に締結した連携協約の一部を変更する連携協約を次のとおり締結する。 */
const concluding =
  /^(?:.{0,200}?は、)?(?<amends>[^。]{2,200}?)(?: *\([^()]{1,60}\))?(?:の|について、?(?:(?:次|下記|以下)の(?:とおり|ように)、?)?その)(?<part>一部)を、?(?:(?:次|下記|以下)の(?:とおり|ように)、?)?(?:改正|変更)する(?:.{0,12}|(?:こと(?:について|に関し|に伴い|につき)|ため)[^。]{0,80}?(?:次|下記|以下)の(?:とおり|ように)、?[^、。]{0,12})(?:協約|協定)書?を、?(?:(?:次|下記|以下)の(?:とおり|ように))?、?締結する。$/u
/** 甲と乙とは、…に締結した協定（以下「原協定」という。）を次のとおり変更する。: what is changed, without the word for a part of it. */
const changing =
  /^(?:.{0,400}?は、)?(?<amends>[^。]{0,200}?(?:協約|協定|規約|覚書)書?)(?: *\((?:[^()]|\([^()]{0,40}\)){1,120}\))?(?:(?:の(?<part>一部|全部))?を、?(?:次|下記|以下|別紙)の(?:とおり|ように)、?(?:改正|変更)する(?:[^。]{0,12}(?:協約|協定)書?を、?締結する)?|に(?:関し|ついて)、?[^。、]{0,20}変更(?:協約|協定)書?を、?締結する|(?:に関し|について|(?:の一部)?を)、?(?:(?:次|下記|以下)の(?:とおり|ように)、?)?(?:その)?(?:一部を)?(?:変更|改正)するため、?(?:(?:次|下記|以下)の(?:とおり|ように)、?)?(?:この|本)?(?:連携)?(?:協約|協定)書?を、?締結する|(?:の一部)?を、?変更することに?(?:つき|ついて)?、?(?:合意|同意)し(?:たので)?、?(?:(?:次|下記|以下)の(?:とおり|ように)、?)?(?:この|本)?(?:変更)?(?:連携)?(?:協約|協定)書?を、?締結する)。$/u
const titled =
  /の(?:一部|全部)(?:を(?:改正|変更)する|(?:改正|変更)に関する)|変更協約|変更協定|改正する(?:条例|規約|規則|協約|協定)/u
const isLine = (block: Block | undefined): block is Line => block?.kind === 'line'

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

function sentenceIn(blocks: readonly Block[], form: RegExp): Enacting | undefined {
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

/** …の一部を別紙のとおり変更する。, and what stands on that sheet with a sentence of its own. */
const elsewhere = /別[紙添]の/u

function enactingSentence(blocks: readonly Block[]): Enacting | undefined {
  const first = sentenceIn(blocks, enacting)
  if (!first || !elsewhere.test(first.said[0])) return first
  const from = first.index + first.lines
  const second = sentenceIn(blocks.slice(from), enacting)
  return second ? { ...second, index: from + second.index } : first
}

/** The sentence that says what is amended, of a bill or of an agreement. */
export const enactingIn = (blocks: readonly Block[]): Enacting | undefined =>
  enactingSentence(blocks) ?? sentenceIn(blocks, concluding) ?? sentenceIn(blocks, changing)

/** The title among the lines before the enacting sentence: the last that names an amending act. */
export function titleIndex(front: readonly Block[]): number {
  for (let i = front.length - 1; i >= 0; i--) {
    const block = front[i]
    if (isLine(block) && isTitle(block)) return i
  }
  const compared = front.findLastIndex((b) => isLine(b) && /.新旧対照(?:表|条文)/u.test(b.folded))
  return compared < 0 ? front.findIndex((b) => isLine(b)) : compared
}

/** When what is amended was concluded, before its name. */
const concludedBefore =
  /^(?:令和|平成|昭和)[^、。]{2,16}日(?:付け?(?:で|の)?|に)?(?:、)?(?:締結した|締結された|締結の|制定した)?/u

const anyAgreement = /^(?:連携|定住自立圏形成)?(?:協約|協定)書?$/u

/** The name of what is amended; a word for it (原協定) stands for what the sentence before names. */
export function amendedBy(start: Enacting, front: readonly Block[]): string {
  const before = sentenceIn(front, concluding)
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
