import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  UnderlineType,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Block, Cell, Column, Line, Mark, Paper, Table as PaperTable, Run } from '../paper/paper.ts'

/** Twentieths of a point. A4 lying: the long side is the width. */
const page = { width: 11906, height: 16838, margin: 1134 } as const
const textWidth = page.height - 2 * page.margin
/** Half points, as Word counts sizes. */
const size = { text: 20, small: 18, heading: 24 } as const
const character = 210

const marks: Readonly<Record<Mark, IRunOptions>> = {
  single: { underline: { type: UnderlineType.SINGLE } },
  double: { underline: { type: UnderlineType.DOUBLE } },
  // Eighths of a point: a thick frame is 1.5 pt.
  frame: { border: { style: BorderStyle.SINGLE, size: 12, space: 0, color: 'auto' } },
}

const runOf = (run: Run, more: IRunOptions = {}): TextRun =>
  new TextRun({ text: run.text, ...more, ...(run.mark ? marks[run.mark] : {}) })

/** A provision hangs: its second line begins under its text, one character in. */
function paragraphOf({ indent, runs }: Line, more: IParagraphOptions = {}, look: IRunOptions = {}): Paragraph {
  return new Paragraph({
    indent: { left: (indent + 1) * character, hanging: character },
    ...more,
    children: runs.map((run) => runOf(run, look)),
  })
}

const alignments = { start: AlignmentType.LEFT, end: AlignmentType.RIGHT, center: AlignmentType.CENTER } as const
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const line = { style: BorderStyle.SINGLE, size: 4, color: 'auto' } as const
const shading = { type: ShadingType.CLEAR, color: 'auto', fill: 'EEF0F4' } as const

interface Edges {
  top: boolean
  bottom: boolean
}

function cellOf(cell: Cell, column: Column | undefined, contrast: boolean, edges: Edges, keepNext = false): TableCell {
  const small = contrast ? {} : { size: size.small }
  const options: IParagraphOptions = contrast
    ? { keepNext }
    : { indent: {}, alignment: alignments[cell.heading ? 'start' : (column?.align ?? 'start')] }
  const children = cell.lines.map((l) => paragraphOf(l, options, small))
  return new TableCell({
    // Word takes no cell without a paragraph.
    children: children.length > 0 ? children : [new Paragraph({})],
    borders: { top: edges.top ? line : none, bottom: edges.bottom ? line : none, left: line, right: line },
    ...((cell.columns ?? 1) > 1 ? { columnSpan: cell.columns } : {}),
    ...((cell.rows ?? 1) > 1 ? { rowSpan: cell.rows } : {}),
    ...(cell.heading ? { shading } : {}),
    verticalAlign: VerticalAlignTable.TOP,
  } as ConstructorParameters<typeof TableCell>[0])
}

function headerOf(columns: readonly Column[]): TableRow {
  const cells = columns.map(
    ({ heading }) =>
      new TableCell({
        children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun(heading)] })],
        borders: { top: line, bottom: line, left: line, right: line },
        shading,
      }),
  )
  return new TableRow({ tableHeader: true, cantSplit: true, children: cells })
}

function tableOf(table: PaperTable): (Paragraph | Table)[] {
  const whole = table.columns.reduce((sum, column) => sum + column.share, 0)
  const widths = table.columns.map((column) => Math.floor((column.share / whole) * textWidth))
  const contrast = table.contrast === true
  const rows = table.rows.map((row, i) => {
    const edges: Edges = { top: row.start, bottom: table.rows[i + 1]?.start ?? true }
    // A caption stands on the page of its article, a heading on that of what it heads.
    const keepNext = contrast && row.start && (table.rows[i + 1]?.start === false || row.cells[0]?.heading === true)
    const covered = row.start ? 0 : table.columns.length - row.cells.length
    return new TableRow({
      // Sentences may go on over a page, figures may not.
      cantSplit: !contrast,
      children: row.cells.map((cell, c) =>
        // What spans rows ends where its unit does.
        cellOf(
          cell,
          table.columns[c + covered],
          contrast,
          (cell.rows ?? 1) > 1 ? { top: true, bottom: true } : edges,
          keepNext,
        ),
      ),
    })
  })
  const caption = contrast
    ? []
    : [
        new Paragraph({
          keepNext: true,
          spacing: { before: 120 },
          children: [new TextRun({ text: table.caption, bold: true })],
        }),
      ]
  const legend =
    table.legend === undefined
      ? []
      : [new Paragraph({ keepNext: true, children: [new TextRun({ text: table.legend, size: size.small })] })]
  return [
    ...caption,
    ...legend,
    new Table({
      rows: [headerOf(table.columns), ...rows],
      columnWidths: widths,
      width: { size: textWidth, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      margins: { left: 80, right: 80, top: 20, bottom: 20, marginUnitType: WidthType.DXA },
    }),
    new Paragraph({}),
  ]
}

function blockOf(block: Block): (Paragraph | Table)[] {
  if (block.screen) return []
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_2,
          keepNext: true,
          spacing: { before: 240, after: 60 },
          children: [new TextRun(block.text)],
        }),
      ]
    case 'text':
      return [new Paragraph({ children: block.runs.map((run) => runOf(run)) })]
    case 'list':
      return block.items.map((item) => paragraphOf(item))
    case 'table':
      return tableOf(block)
    case 'chart':
      // The table that follows every chart has its figures.
      return []
  }
}

const font = {
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia: 'ＭＳ 明朝',
} as const

/** A paper as a Word file, A4 lying. */
export function docxOf(paper: Paper): Promise<Uint8Array> {
  const document = new Document({
    title: paper.title,
    creator: 'kyoyaku',
    styles: {
      default: {
        document: {
          run: { font, size: size.text, language: { value: 'en-US', eastAsia: 'ja-JP' } },
          paragraph: { spacing: { line: 300, lineRule: LineRuleType.AUTO } },
        },
        heading1: {
          run: { size: 28, bold: true },
          paragraph: { spacing: { after: 120 }, alignment: AlignmentType.CENTER },
        },
        heading2: { run: { size: size.heading, bold: true } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height, orientation: PageOrientation.LANDSCAPE },
            margin: { top: page.margin, bottom: page.margin, left: page.margin, right: page.margin },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT] })],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(paper.title)] }),
          ...paper.blocks.flatMap(blockOf),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}
