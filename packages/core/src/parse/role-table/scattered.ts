import type { Line } from '../../layout/block.ts'
import { concat, type Text } from '../../text/text.ts'
import type { Tokenizer } from '../../text/tokenizer.ts'
import type { Column } from './column.ts'
import type { Element } from './elements.ts'
import { paragraphsOf, titleLines } from './paragraphs.ts'
import type { Part, RoleTableReading } from './row.ts'
import { rowHeadingsIn } from './row-headings.ts'
import { linesIn, sectionsOf } from './sections.ts'
import { placeTornCells } from './torn.ts'

/** Titles are shorter. */
const longestTitle = 40

/** Paragraphs with those joined that a page break tore: one that ends in the middle of a sentence goes on in the next. */
function whole(paragraphs: readonly Line[][]): Line[][] {
  const joined: Line[][] = []
  let open = false
  for (const lines of paragraphs) {
    if (open) joined.at(-1)?.push(...lines)
    else joined.push([...lines])
    const text = (joined.at(-1) ?? []).map((l) => l.folded).join('')
    open = !text.endsWith('。') && (/[。、,]/u.test(text) || text.length > longestTitle)
  }
  return joined
}

/** A table whose headings stand together, apart from its cells, whose order is broken. */
export function readScattered(
  elements: readonly Element[],
  columns: readonly Column[],
  symbols: readonly string[],
  tokenizer: Tokenizer,
): RoleTableReading {
  const others = columns.filter((c) => c.kind !== 'title')
  const all: Column[] = [{ kind: 'title' }, ...others]
  const left: Text[] = []
  const labels: Text[] = []
  const parts = sectionsOf(elements, true, rowHeadingsIn(elements)).map((section): Part => {
    for (const e of section.elements) {
      if (e.kind === 'label') labels.push(e.text)
      if (e.kind === 'header') labels.push(...e.labels)
    }
    const cells = whole(paragraphsOf(linesIn(section)))
      .flatMap((lines) => [lines.slice(0, titleLines(lines)), lines.slice(titleLines(lines))])
      .filter((lines) => lines.length > 0)
      .map((lines) => concat(lines.map((l) => l.text)))
    const reading = placeTornCells(cells, others, symbols, tokenizer)
    left.push(...reading.left)
    return {
      headings: section.headings,
      rows: reading.rows.map((row) => ({
        columns: all,
        cells: [
          { pieces: [row.title] },
          ...row.cells.map((c) => (c ? { pieces: [c.text], confidence: c.confidence } : undefined)),
        ],
      })),
    }
  })
  return { parts, left, labels }
}
