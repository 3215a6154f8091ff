import type { Block, Line } from '../../layout/block.ts'
import type { Initiative, Party, TableSection } from '../../schema/agreement.ts'
import { endsWithAny } from '../../text/characters.ts'
import type { Text } from '../../text/text.ts'
import type { LinedBlock } from '../agreement-parts.ts'
import type { Context } from '../context.ts'
import { columnsOf } from '../role-table/column.ts'
import { sectionsFrom } from '../role-table/initiatives.ts'
import { readRoleTable } from '../role-table/read.ts'
import { readArticleHeading } from './article-heading.ts'

/** Only lines as short as this can be a row of headings. */
const longestHeader = 160

/** A row of headings that ends with a party's roles: 取組　甲の役割　乙の役割. */
const headsRoles = (folded: string, parties: readonly Party[]): boolean =>
  folded.length <= longestHeader &&
  endsWithAny(folded, '割担市町村甲乙丙丁戊己庚辛壬癸') &&
  folded.includes(' ') &&
  columnsOf(folded.split(/ +/u), parties)?.some((c) => c.kind === 'role') === true

/** Whether a line ends the table below a row of headings: an article, the caption of one, or text further left. */
const endsTable = (line: Line, header: Line): boolean =>
  line.indent < header.indent ||
  /^[(【]/u.test(line.folded) ||
  readArticleHeading(line.folded, { last: undefined, fresh: true }) !== undefined

/** What can be tables amid articles: blocks that the source delimits, and lines below a row of headings. */
function runsOf(blocks: readonly LinedBlock[], parties: readonly Party[]): LinedBlock[][] {
  const runs: LinedBlock[][] = []
  let first: Block | undefined
  for (const lined of blocks) {
    const { block } = lined
    const starts = block.kind === 'table' ? first?.kind !== 'table' : headsRoles(block.folded, parties)
    if (starts) {
      first = block
      runs.push([])
    } else if (block.kind === 'line' && (first?.kind !== 'line' || endsTable(block, first))) first = undefined
    if (first) runs.at(-1)?.push(lined)
  }
  return runs
}

const initiativesOf = (sections: readonly TableSection[], path: readonly string[]): Initiative[] =>
  sections.flatMap((section) => {
    const below = section.title === '' ? path : [...path, section.title]
    const own = section.initiatives.map((i) => (below.length > 0 ? { ...i, path: [...below] } : i))
    return [...own, ...initiativesOf(section.sections ?? [], below)]
  })

/**
 * Initiatives of role tables that stand amid articles. As with those of items, their text stays with the article; they
 * only say where it is. `texts` are the lines that were read so.
 */
export async function articleTables(
  context: Context,
  blocks: readonly LinedBlock[],
  parties: readonly Party[],
): Promise<{ initiatives: Initiative[]; texts: ReadonlySet<Text> }> {
  const initiatives: Initiative[] = []
  const texts = new Set<Text>()
  for (const run of runsOf(blocks, parties)) {
    const reading = await readRoleTable(
      run.map(({ block }) => block),
      parties,
      context.tokenizer,
    )
    if (!reading?.parts.some((p) => p.rows.some((r) => r.columns.some((c) => c.kind === 'role')))) continue
    initiatives.push(
      ...initiativesOf(sectionsFrom({ ...context, taken: new Uint8Array(), furniture: [] }, reading), []),
    )
    for (const { lines } of run) for (const line of lines) texts.add(line.text)
  }
  return { initiatives, texts }
}
