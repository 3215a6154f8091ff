import {
  type Block,
  type Manuscript,
  type ManuscriptParagraph,
  type ManuscriptTable,
  validText,
} from '../manuscript/manuscript.ts'
import type { Random } from '../random.ts'
import { breakLines, columnsOf, widthOf } from './line-breaking.ts'
import { alignedLines, cellParagraphs, markdownLines, tsvLines } from './table-text.ts'
import { tornParagraphs } from './torn-labels.ts'

/** What programs make of a page: how a document's text reaches a reader. */
export const textForms = ['tsv', 'markdown', 'cells', 'spaced', 'layout', 'torn'] as const
export type TextForm = (typeof textForms)[number]

interface Sheet {
  /** Half-width columns of a line. */
  width: number
  /** Lines of a page; 0 without pages. */
  height: number
  /** How a page's number is printed. */
  pageNumber: ((n: number) => string) | undefined
  runningHeader: boolean
}

const pageNumbers: readonly ((n: number) => string)[] = [(n) => `- ${n} -`, (n) => String(n), (n) => `－${n}－`]

function drawSheet(random: Random, form: TextForm): Sheet {
  const paged = form !== 'tsv' && form !== 'markdown' && random.chance(0.5)
  return {
    width: form === 'layout' ? random.pick([96, 104, 110]) : random.pick([66, 72, 80]),
    height: paged ? random.int(36, 56) : 0,
    pageNumber: paged && random.chance(0.8) ? random.pick(pageNumbers) : undefined,
    runningHeader: paged && random.chance(0.25),
  }
}

function place(lines: readonly string[], p: ManuscriptParagraph, width: number): string[] {
  if (p.place === 'left') return [...lines]
  return lines.map((line) => {
    const room = Math.max(0, width - widthOf(line))
    return '　'.repeat(Math.floor((p.place === 'center' ? room / 2 : room) / 2)) + line
  })
}

function wrapped(p: ManuscriptParagraph, width: number): string[] {
  const text = validText(p.line)
  const lines = breakLines(text, width - p.indent * 2, width - p.hang * 2).map(
    (line, i) => '　'.repeat(i === 0 ? p.indent : p.hang) + line,
  )
  return place(lines, p, width)
}

/** A line whose characters are set apart, as justified text comes out. */
function spaceOut(line: string): string {
  const text = line.trimStart()
  const lead = line.slice(0, line.length - text.length)
  let out = ''
  for (const c of text) {
    const last = out.at(-1)
    const joins = last === undefined || last === ' ' || c === ' ' || (columnsOf(last) === 1 && columnsOf(c) === 1)
    out += joins ? c : ` ${c}`
  }
  return lead + out
}

/** Lines that a program that justifies sets apart: those that are not the last of their paragraph. */
const justified = (lines: readonly string[], random: Random): string[] =>
  lines.map((line, i) => (i < lines.length - 1 && widthOf(line) > 8 && random.chance(0.3) ? spaceOut(line) : line))

function tableLines(table: ManuscriptTable, form: TextForm, sheet: Sheet, random: Random): string[] {
  if (form === 'tsv') return tsvLines(table)
  if (form === 'markdown') return markdownLines(table)
  if (form === 'layout') return alignedLines(table, sheet.width, random.int(0, 1))
  const paragraphs = form === 'torn' ? tornParagraphs(table, sheet.width, random) : cellParagraphs(table, sheet.width)
  return paragraphs.flatMap((lines, i) => [
    ...(i > 0 ? [''] : []),
    ...(form === 'spaced' ? justified(lines, random) : lines),
  ])
}

const hashes = (p: ManuscriptParagraph): string => (p.heading ? `${'#'.repeat(p.heading)} ` : '')

function blockLines(block: Block, form: TextForm, sheet: Sheet, random: Random): string[] {
  if (block.kind === 'page') return ['\f']
  if (block.kind === 'gap') return new Array<string>(form === 'markdown' ? 1 : block.lines).fill('')
  if (block.kind === 'table') return ['', ...tableLines(block, form, sheet, random), '']
  if (form === 'tsv') return ['　'.repeat(block.indent) + validText(block.line)]
  if (form === 'markdown') return [`${hashes(block)}${validText(block.line)}`, '']
  const lines = wrapped(block, sheet.width)
  return form === 'spaced' ? justified(lines, random).flatMap((line) => [line, '']) : lines
}

/** Pages end where they are full or the manuscript ends them; their header and number stand in the flow. */
function paginate(lines: readonly string[], sheet: Sheet, header: string): string[] {
  const out: string[] = []
  let page = 1
  let used = 0
  const endPage = (): void => {
    if (sheet.pageNumber) out.push('', `${' '.repeat(Math.floor(sheet.width / 2) - 3)}${sheet.pageNumber(page)}`)
    page++
    used = 0
    out.push(`\f${sheet.runningHeader ? header : ''}`)
    if (sheet.runningHeader) out.push('')
  }
  for (const line of lines) {
    if (line === '\f' || used >= sheet.height) endPage()
    if (line === '\f') continue
    out.push(line)
    used++
  }
  if (sheet.pageNumber) out.push('', `${' '.repeat(Math.floor(sheet.width / 2) - 3)}${sheet.pageNumber(page)}`)
  return out
}

/** A manuscript as plain text in one of its forms. */
export function drawText(manuscript: Manuscript, form: TextForm, random: Random): string {
  const sheet = drawSheet(random, form)
  const lines = manuscript.blocks.flatMap((b) => blockLines(b, form, sheet, random))
  const paged =
    sheet.height > 0
      ? paginate(lines, sheet, manuscript.runningHeader ?? '')
      : lines.flatMap((line) => (line === '\f' ? ['', ''] : [line]))
  return `${paged.join('\n').replaceAll('\n\f', '\n\f')}\n`
}
