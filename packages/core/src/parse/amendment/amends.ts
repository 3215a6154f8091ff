import type { Block, Line } from '../../layout/block.ts'
import { readArticleHeading } from '../provisions/article-heading.ts'
import { readLabel } from '../provisions/numbering.ts'
import { startsPlace } from './place.ts'

/** Whether a line heads 第１条. */
export function startsArticles(line: Line): boolean {
  const heading = readArticleHeading(line.folded, { last: undefined, fresh: true })
  return heading !== undefined && heading.ordinal.length === 1 && heading.ordinal[0] === 1
}

/** ○○条例の一部を次のように改正する。 A document that is replaced as a whole is read as what it becomes. */
const enacting =
  /の一部を、?(?:(?:次|下記|以下|別紙|別添|別表)の?(?:よう|とおり|(?:新旧対照)?表の?とおり)に?、?(?:改正|変更|改め)する|(?:改正|変更)する(?:.{0,12}|(?:こと(?:について|に関し|に伴い|につき)|ため)[^。]{0,80}?(?:次|下記|以下)の(?:とおり|ように)、?[^、。]{0,12})(?:協約|協定)書?を[、,]?(?:(?:次|下記|以下)の(?:とおり|ように))?[、,]?締結する)。$/u
/** …協定を次のとおり変更する。 and …協定の一部を次のとおり変更する協定を締結する。: so begins an amendment where sentences follow that name what they change. */
const changing =
  /(?:協約|協定|規約|覚書)書?(?: ?\((?:[^()]|\([^()]{0,40}\)){1,120}\))?(?:の(?:一部|全部))?を、?(?:次|下記|以下|別紙)の(?:とおり|ように)、?(?:改正|変更)する(?<agreeing>[^。]{0,12}(?:協約|協定)書?を[、,]?締結する)?。$/u
/** …協約に関し、次の条項により変更協約を締結する。 …協約について、次のとおり変更するため、この協約を締結する。 */
const concludingChange =
  /(?:に(?:関し|ついて)、?[^。、]{0,20}変更|(?:に関し|について|を)、?(?:(?:次|下記|以下)の(?:とおり|ように)、?)?(?:その)?(?:一部を)?(?:変更|改正)するため、?(?:(?:次|下記|以下)の(?:とおり|ように)、?)?(?:この|本)?(?:連携)?)(?:協約|協定)書?を、?締結する。$|変更することに?(?:つき|ついて)?、?(?:合意|同意)し(?:たので)?、?(?:(?:次|下記|以下)の(?:とおり|ように)、?)?(?:この|本)?(?:変更)?(?:連携)?(?:協約|協定)書?を、?締結する。$/u
/** Lines that the sentence is wrapped over. */
const mostEnactingLines = 4

/** Whether a sentence that amends another document stands before any article. */
export function amends(blocks: readonly Block[]): boolean {
  for (const [i, block] of blocks.entries()) {
    if (block.kind !== 'line') continue
    // 第１条　Ａ規約の一部を次のように改正する。: what amends several does so in articles.
    if (startsArticles(block) && !enacting.test(block.folded)) return false
    if (!block.folded.endsWith('する。')) continue
    const lines = blocks.slice(Math.max(0, i + 1 - mostEnactingLines), i + 1)
    const folded = lines.map((b) => (b.kind === 'line' ? b.folded : '')).join('')
    if (enacting.test(folded)) return true
    if (concludingChange.test(folded) && blocks.slice(i + 1).some(startsAmendingSentence)) return true
    const said = changing.exec(folded)
    if (!said) continue
    const below = blocks.slice(i + 1)
    // 第１条　原協定第２条を…: an agreement that changes another one in articles of its own is read as what it is.
    if (said.groups?.agreeing !== undefined) return !below.some((b) => b.kind === 'line' && startsArticles(b))
    if (below.some(startsAmendingSentence)) return true
  }
  return false
}

/** １　原協定第３条…に改める。, 別表第２中: a line that begins with the place of what is changed, behind a number of its own or without one. */
function startsAmendingSentence(block: Block): boolean {
  if (block.kind !== 'line') return false
  const heading = readArticleHeading(block.folded, { last: undefined, fresh: true })
  // 第１条中 is a place, 第１条　この協定は an article.
  const from = heading && heading.end === heading.titleEnd ? 0 : (heading ?? readLabel(block.folded))?.end
  const said = block.folded.slice(from ?? 0)
  return startsPlace(said) && /(?:中$|中、?「|改め|次の?(?:よう|とおり)に?変更|加え|削[りる])/u.test(said)
}
