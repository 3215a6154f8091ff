import { placedCells } from '../paper/grid.ts'
import type { Block, Cell, Paper, Run, Table } from '../paper/paper.ts'

/** Signs that Markdown or the HTML in it could take for its own. Entities, as they are text wherever they stand. */
const special = /[&<>"'\\`*_{}[\]()#+\-.!|~^$:=@]/g

/** A full stop or hyphen between figures and a plus before one are no markup: sums and dates stay readable. */
const isOfFigures = (text: string, i: number): boolean =>
  /\d/.test(text[i + 1] ?? '') && (text[i] === '+' || (/[-.]/.test(text[i] ?? '') && /\d/.test(text[i - 1] ?? '')))

const safe = (text: string): string =>
  text.replace(special, (c, i: number) => (isOfFigures(text, i) ? c : `&#${c.codePointAt(0)};`))

const runText = ({ text, mark }: Run): string => {
  const value = safe(text)
  if (mark === undefined) return value
  return mark === 'single' ? `<ins>${value}</ins>` : `<ins>**${value}**</ins>`
}

const cellText = (cell: Cell | undefined): string =>
  (cell?.lines ?? [])
    .map(({ indent, runs }) => '　'.repeat(indent) + runs.map(runText).join(''))
    .join('<br>')
    .replace(/\n/g, ' ')

/** A table; cells over several rows stand in the first of them. */
function tableText(table: Table): string {
  const rows = table.rows.map((): Cell[] => [])
  for (const { row, column, cell } of placedCells(table)) (rows[row] ?? [])[column] = cell
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const rule = table.columns.map((c) => (c.align === 'end' ? '---:' : c.align === 'center' ? ':---:' : '---'))
  return [
    ...(table.contrast ? [] : [`**${safe(table.caption)}**`, '']),
    ...(table.legend === undefined ? [] : [safe(table.legend), '']),
    line(table.columns.map((c) => safe(c.heading))),
    line(rule),
    ...rows.map((cells) => line(table.columns.map((_, i) => cellText(cells[i])))),
  ].join('\n')
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `## ${safe(block.text)}`
    case 'text':
      return block.runs.map(runText).join('')
    case 'list':
      return block.items.map(({ runs }) => `- ${runs.map(runText).join('')}`).join('\n')
    case 'table':
      return tableText(block)
    case 'chart':
      return ''
  }
}

/** A paper as Markdown with the tables of GitHub; underlines are <ins>, which it shows. Charts are left out: a table follows each. */
export const markdownOf = (paper: Paper): string =>
  `${[`# ${safe(paper.title)}`, ...paper.blocks.map(blockText)].filter((text) => text !== '').join('\n\n')}\n`
