import { printable } from '../paper/lines.ts'
import type { Block, Cell, Line, Paper, Row, Run, Table } from '../paper/paper.ts'
import type { Revision } from '../revision.ts'
import { say, words } from '../words.ts'
import { escaped } from './escape.ts'
import { htmlStyle } from './html-style.ts'
import { type PlaceIndex, placeIndex, type QuotedPlace } from './places.ts'
import { svgOf } from './svg.ts'

/** More columns than this make a table of marks: narrow cells, headings from top to bottom. */
const manyColumns = 8

/** The deepest indent that the style knows. */
const deepest = 5

interface Page {
  paper: Paper
  places: PlaceIndex | undefined
  count: number
}

function runHtml({ places }: Page, run: Run): string {
  const tag = run.side === 'old' ? 'del' : 'ins'
  const text = run.mark ? `<${tag} class="${run.mark}">${escaped(run.text)}</${tag}>` : escaped(run.text)
  if (run.paper !== undefined) return `<a href="${escaped(run.paper)}">${text}</a>`
  return run.place && places ? `<a href="#${places.idOf(run.place)}">${text}</a>` : text
}

function lineHtml(page: Page, { indent, runs }: Line): string {
  const look = indent > 0 ? ` class="i${Math.min(indent, deepest)}"` : ''
  return `<p${look}>${runs.map((run) => runHtml(page, run)).join('') || '&nbsp;'}</p>`
}

function cellHtml(page: Page, cell: Cell, align: string | undefined, group: boolean): string {
  const tag = cell.heading ? 'th' : 'td'
  const looks = [align, cell.tone].filter((look) => look !== undefined && look !== 'start').join(' ')
  const attributes = [
    cell.heading ? ` scope="${group ? 'rowgroup' : 'row'}"` : '',
    (cell.columns ?? 1) > 1 ? ` colspan="${cell.columns}"` : '',
    (cell.rows ?? 1) > 1 ? ` rowspan="${cell.rows}"` : '',
    looks === '' ? '' : ` class="${looks}"`,
  ]
  return `<${tag}${attributes.join('')}>${cell.lines.map((line) => lineHtml(page, line)).join('')}</${tag}>`
}

/** Rows of one unit, which no line parts, are a group. */
function groupsOf(rows: readonly Row[]): Row[][] {
  const groups: Row[][] = []
  for (const row of rows) {
    if (row.start || groups.length === 0) groups.push([])
    groups.at(-1)?.push(row)
  }
  return groups
}

function rowHtml(page: Page, { columns }: Table, row: Row): string {
  // Cells that a span from above covers are the first of their row: the rest stand at the right.
  const covered = columns.length - row.cells.reduce((sum, cell) => sum + (cell.columns ?? 1), 0)
  const shift = row.start ? 0 : Math.max(0, covered)
  const cells = row.cells.map((cell, i) =>
    cellHtml(page, cell, cell.heading ? undefined : columns[i + shift]?.align, cell.columns === columns.length),
  )
  return `<tr>${cells.join('')}</tr>`
}

function tableHtml(page: Page, table: Table): string {
  const whole = table.columns.reduce((sum, column) => sum + column.share, 0)
  const widths = table.columns.map((c) => `<col style="width:${((c.share / whole) * 100).toFixed(2)}%">`)
  const many = table.columns.length > manyColumns
  const looks = [table.contrast && 'contrast', many && 'wide tall'].filter((look) => typeof look === 'string').join(' ')
  const headings = table.columns.map(
    (c) => `<th scope="col"${c.align === 'center' ? ' class="center"' : ''}><span>${escaped(c.heading)}</span></th>`,
  )
  const bodies = groupsOf(table.rows).map(
    (rows) => `<tbody>\n${rows.map((row) => rowHtml(page, table, row)).join('\n')}\n</tbody>`,
  )
  const id = `table-${++page.count}`
  return [
    `<div class="scroll" role="region" tabindex="0" aria-labelledby="${id}">`,
    `<table${looks === '' ? '' : ` class="${looks}"`}>`,
    `<caption id="${id}">${escaped(table.caption)}${table.legend === undefined ? '' : `<p class="legend">${escaped(table.legend)}</p>`}</caption>`,
    `<colgroup>${widths.join('')}</colgroup>`,
    `<thead><tr>${headings.join('')}</tr></thead>`,
    ...bodies,
    '</table></div>',
  ].join('\n')
}

function blockHtml(page: Page, block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${escaped(block.text)}</h2>`
    case 'text':
      return `<p class="text">${block.runs.map((run) => runHtml(page, run)).join('')}</p>`
    case 'list':
      return `<ul>${block.items.map(({ runs }) => `<li>${runs.map((run) => runHtml(page, run)).join('')}</li>`).join('')}</ul>`
    case 'table':
      return tableHtml(page, block)
    case 'chart':
      return `<figure>${svgOf(block, `chart-${++page.count}`)}</figure>`
  }
}

function placeHtml({ paper: { locale } }: Page, place: QuotedPlace): string {
  const where = [
    say(words[place.side], locale),
    place.page === undefined ? '' : say(words.page, locale, { page: place.page }),
    place.line === undefined ? '' : say(words.lineNumber, locale, { line: place.line }),
  ].filter((part) => part !== '')
  const [before, own, after] = (place.quote ?? ['', '', '']).map((text) =>
    escaped(printable(text).replace(/\s+/gu, ' ')),
  )
  const link =
    place.original === undefined
      ? ''
      : ` <a href="${escaped(place.original)}">${escaped(say(words.openPage, locale))}</a>`
  return `<tr id="${place.id}"><th scope="row">${escaped(where.join(' '))}</th><td>${before}<mark>${own}</mark>${after}${link}</td></tr>`
}

function placesHtml(page: Page): string {
  const all = page.places?.all() ?? []
  if (all.length === 0) return ''
  const title = escaped(say(words.places, page.paper.locale))
  return `<section class="places"><h2>${title}</h2>\n<div class="scroll" role="region" tabindex="0" aria-labelledby="places"><table><caption id="places" class="hidden">${title}</caption>\n<colgroup><col style="width:16%"><col></colgroup><tbody>\n${all.map((place) => placeHtml(page, place)).join('\n')}\n</tbody></table></div></section>`
}

/** Nothing is loaded and nothing runs, whatever a document says. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** A paper as one HTML file that needs nothing else. With the revision, values link to where they were read. */
export function htmlOf(paper: Paper, revision?: Revision): string {
  const page: Page = { paper, places: revision && placeIndex(revision), count: 0 }
  const blocks = paper.blocks.map((block) => blockHtml(page, block))
  const files = revision
    ? `<p class="files">${escaped(printable(`${say(words.old, paper.locale)}: ${revision.comparison.old.name}　${say(words.new, paper.locale)}: ${revision.comparison.new.name}`))}</p>`
    : ''
  const weight = paper.lineWeight === undefined ? '' : `:root{--weight:${paper.lineWeight}pt}`
  return `<!doctype html>
<html lang="${paper.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escaped(paper.title)}</title>
<style>${htmlStyle}${weight}</style>
</head>
<body>
<main>
<h1>${escaped(paper.title)}</h1>
${files}
${blocks.join('\n')}
${placesHtml(page)}
</main>
</body>
</html>
`
}
